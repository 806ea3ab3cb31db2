// SPDX-License-Identifier: 0BSD
package port;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A port under test: ZEGO token04 in its GCM form, opened strictly, with what Java has of its own.
 *
 * <p>The clauses that it follows are those of zego-04-gcm/clauses.json.
 */
public final class Token04 {
  private static final List<String> MEMBERS =
      List.of("app_id", "user_id", "nonce", "ctime", "expire", "payload");

  public record Claims(
      long appId, String userId, int nonce, long ctime, long expire, String payload) {}

  /** What the token is compared with; null compares nothing. */
  public record Expected(Long now, Long appId, String userId, String roomId) {}

  public static final class Refused extends Exception {
    public Refused(String stage, String reason) {
      super(stage + "/" + reason);
    }
  }

  private static void check(boolean condition, String stage, String reason) throws Refused {
    if (!condition) throw new Refused(stage, reason);
  }

  public static Claims open(byte[] token, byte[] secret, Expected expected) throws Refused {
    check(secret.length == 32, "policy", "secret.length");
    Sealed sealed = fields(decoded(token));
    Claims claims = readClaims(decrypted(secret, sealed));
    Long now = expected.now;
    check(sealed.expire == claims.expire, "claims", "expire.mismatch");
    check(now == null || now < claims.expire, "time", "expired");
    check(expected.appId == null || expected.appId == claims.appId, "policy", "app-id");
    check(expected.userId == null || expected.userId.equals(claims.userId), "policy", "user-id");
    check(
        expected.roomId == null || expected.roomId.equals(room(claims.payload)),
        "policy", "room-id");
    return claims;
  }

  /** What decodes has to encode to the same text: no loose padding, no spare bit passes. */
  private static byte[] decoded(byte[] token) throws Refused {
    String text = new String(token, StandardCharsets.ISO_8859_1);
    check(text.startsWith("04"), "encoding", "prefix");
    try {
      byte[] data = Base64.getDecoder().decode(text.substring(2));
      String again = Base64.getEncoder().encodeToString(data);
      check(again.equals(text.substring(2)), "encoding", "base64");
      return data;
    } catch (IllegalArgumentException broken) {
      throw new Refused("encoding", "base64");
    }
  }

  private record Sealed(long expire, byte[] iv, byte[] ciphertext) {}

  /** expire | iv-length | iv | ciphertext-length | ciphertext and tag | mode */
  private static Sealed fields(byte[] data) throws Refused {
    ByteBuffer buffer = ByteBuffer.wrap(data);
    try {
      long expire = buffer.getLong();
      check(buffer.getShort() == 12, "structure", "iv.length");
      byte[] iv = new byte[12];
      buffer.get(iv);
      int length = Short.toUnsignedInt(buffer.getShort());
      check(length >= 16, "structure", "ciphertext.length");
      byte[] ciphertext = new byte[length];
      buffer.get(ciphertext);
      check(buffer.get() == 1, "structure", "mode");
      check(!buffer.hasRemaining(), "structure", "trailing");
      return new Sealed(expire, iv, ciphertext);
    } catch (BufferUnderflowException end) {
      throw new Refused("structure", "truncated");
    }
  }

  private static byte[] decrypted(byte[] secret, Sealed sealed) throws Refused {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(secret, "AES"),
          new GCMParameterSpec(128, sealed.iv));
      return cipher.doFinal(sealed.ciphertext);
    } catch (AEADBadTagException broken) {
      throw new Refused("crypto", "tag");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Json object(byte[] text, String stage) throws Refused {
    try {
      return Json.read(text);
    } catch (Json.Malformed malformed) {
      throw new Refused(stage, "json.syntax");
    }
  }

  private static Claims readClaims(byte[] plaintext) throws Refused {
    Json object = object(plaintext, "claims");
    check(object.kind() == '{', "claims", "json.syntax");
    Set<String> seen = new TreeSet<>();
    for (String name : object.names()) {
      check(name != null && MEMBERS.contains(name), "claims", "member.unknown");
      check(seen.add(name), "claims", "member.duplicate");
    }
    check(seen.size() == MEMBERS.size(), "claims", "member.missing");
    Claims claims = new Claims(
        integer(object.get("app_id"), 1, 0xFFFF_FFFFL),
        text(object.get("user_id")),
        (int) integer(object.get("nonce"), Integer.MIN_VALUE, Integer.MAX_VALUE),
        integer(object.get("ctime"), 0, Long.MAX_VALUE),
        integer(object.get("expire"), 0, Long.MAX_VALUE),
        text(object.get("payload")));
    check(!claims.userId.isEmpty(), "claims", "member.range");
    return claims;
  }

  private static long integer(Json value, long low, long high) throws Refused {
    check(value.kind() == 'i', "claims", "member.type");
    try {
      long number = Long.parseLong(value.text());
      check(low <= number && number <= high, "claims", "member.range");
      return number;
    } catch (NumberFormatException tooLong) {
      throw new Refused("claims", "member.range");
    }
  }

  private static String text(Json value) throws Refused {
    check(value.kind() == '"', "claims", "member.type");
    check(value.text() != null, "claims", "json.text");
    return value.text();
  }

  /** The room that a payload is for. */
  private static String room(String payload) throws Refused {
    Json object = object(payload.getBytes(StandardCharsets.UTF_8), "policy");
    long names = object.names().stream().distinct().count();
    check(names == object.names().size(), "policy", "member.duplicate");
    Json name = object.get("room_id");
    boolean isName = name != null && name.kind() == '"' && name.text() != null;
    check(isName && !name.text().isEmpty(), "policy", "member.range");
    Json privilege = object.get("privilege");
    check(privilege != null && privilege.kind() == '{', "policy", "privilege");
    List<String> keys = privilege.names().stream().map(String::valueOf).sorted().toList();
    List<List<String>> right = List.of(List.of("1"), List.of("2"), List.of("1", "2"));
    check(right.contains(keys), "policy", "privilege");
    for (Json flag : privilege.values()) {
      boolean isFlag = flag.kind() == 'i' && List.of("0", "1").contains(flag.text());
      check(isFlag, "policy", "privilege");
    }
    Json streams = object.get("stream_id_list");
    boolean isList = streams == null || streams.kind() == 'n' || streams.kind() == '[';
    check(isList, "policy", "stream-ids");
    for (Json stream : isList && streams != null ? streams.values() : List.<Json>of()) {
      check(stream.kind() == '"', "policy", "stream-ids");
    }
    return name.text();
  }
}
