// SPDX-License-Identifier: 0BSD
package tokens;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The newer form: AES-256-GCM with its tag, and a last byte that names the mode. */
public final class Zego04Gcm extends Zego04 {
  @Override
  int ivLength() {
    return 12;
  }

  @Override
  byte[] trailer() {
    return new byte[] {1};
  }

  @Override
  boolean fits(int ciphertextLength) {
    return ciphertextLength >= 16;
  }

  @Override
  Cipher cipher(int mode, SecretKeySpec key, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(128, iv));
    return cipher;
  }

  @Override
  String fault() {
    return "tag";
  }
}
