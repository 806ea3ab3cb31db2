// SPDX-License-Identifier: 0BSD
package tokens;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The older form: AES-256-CBC, padded by PKCS #7, with nothing that proves it. */
public final class Zego04Cbc extends Zego04 {
  @Override
  int ivLength() {
    return 16;
  }

  @Override
  byte[] trailer() {
    return new byte[0];
  }

  @Override
  boolean fits(int ciphertextLength) {
    return ciphertextLength > 0 && ciphertextLength % 16 == 0;
  }

  @Override
  Cipher cipher(int mode, SecretKeySpec key, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, key, new IvParameterSpec(iv));
    return cipher;
  }

  @Override
  String fault() {
    return "padding";
  }
}
