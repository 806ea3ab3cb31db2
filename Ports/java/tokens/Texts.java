// SPDX-License-Identifier: 0BSD
package tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What several formats need. */
final class Texts {
  private static final SecureRandom CHANCE = new SecureRandom();

  private Texts() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  /** Decodes what would be encoded the same; nothing where that fails. */
  static byte[] decoded(String text, Base64.Decoder decoder, Base64.Encoder encoder) {
    try {
      byte[] data = decoder.decode(text);
      return encoder.encodeToString(data).equals(text) ? data : null;
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }

  static byte[] base64(String text) {
    return decoded(text, Base64.getDecoder(), Base64.getEncoder());
  }

  static byte[] hmac(String algorithm, byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static byte[] drawn(int count) {
    byte[] bytes = new byte[count];
    CHANCE.nextBytes(bytes);
    return bytes;
  }

  static int drawn32() {
    return CHANCE.nextInt();
  }
}
