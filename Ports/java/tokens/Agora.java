// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.util.regex.Pattern;

/** What the AccessTokens of Agora have in common. */
public final class Agora {
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{32}");
  private static final Pattern CHARACTERS =
      Pattern.compile("[a-zA-Z0-9 !#$%&()+,.:;<=>?@\\[\\]^_{|}~-]*");

  private Agora() {}

  /**
   * A uid as it is signed: its decimal digits, or nothing for 0, which stands for any uid.
   *
   * <p>A user account is signed as it is, and needs no such call.
   */
  public static String uid(long uid) {
    check(0 <= uid && uid <= 0xFFFF_FFFFL, "policy", "uid");
    return uid == 0 ? "" : Long.toString(uid);
  }

  static boolean isHexadecimal(String text) {
    return text != null && HEXADECIMAL.matcher(text).matches();
  }

  static void checkApp(String appId, String certificate) {
    check(isHexadecimal(appId), "policy", "app-id");
    checkCertificate(certificate);
  }

  static void checkCertificate(String certificate) {
    check(isHexadecimal(certificate), "policy", "certificate");
  }

  static void checkChannel(String name) {
    boolean isName = name != null && !name.isEmpty() && name.length() <= 64;
    check(isName && CHARACTERS.matcher(name).matches(), "policy", "channel");
  }

  static void checkUser(String user) {
    boolean isUser = user != null && user.length() <= 255;
    check(isUser && CHARACTERS.matcher(user).matches(), "policy", "uid");
  }

  static long inRange(long number, long low, long high) {
    check(low <= number && number <= high, "policy", "range");
    return number;
  }

  static int bits16(long number) {
    return (int) inRange(number, 0, 0xFFFF);
  }

  static long bits32(long number) {
    return inRange(number, 0, 0xFFFF_FFFFL);
  }

  /** The salt that is given, or one that is drawn from all 32 bits. */
  static long salt(Long given) {
    return given != null ? bits32(given) : Integer.toUnsignedLong(Texts.drawn32());
  }

  static byte[] sign(byte[] key, byte[] text) {
    return Texts.hmac("HmacSHA256", key, text);
  }
}
