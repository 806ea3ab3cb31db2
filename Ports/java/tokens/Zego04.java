// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import json.Json;

/** ZEGO's token04, made and opened strictly; its two forms are Zego04Cbc and Zego04Gcm. */
public abstract class Zego04 {
  private static final Set<String> MEMBERS =
      new HashSet<>(List.of("app_id", "user_id", "nonce", "ctime", "expire", "payload"));
  private static final List<List<String>> PRIVILEGES =
      List.of(List.of("1"), List.of("2"), List.of("1", "2"));

  /** What a token is asked for. */
  public record Request(
      long appId, String userId, String secret, long effectiveTimeInSeconds, String payload) {}

  /** What would be drawn at random; null is drawn. */
  public record Drawn(Integer nonce, byte[] iv) {}

  /** What a token says. */
  public record Claims(
      long appId, String userId, int nonce, long ctime, long expire, String payload) {}

  /** What a token has to be for; null asks for nothing. */
  public record Expected(Long appId, String userId, String roomId) {}

  private record Sealed(long expire, byte[] iv, byte[] ciphertext) {}

  abstract int ivLength();

  /** What stands behind the ciphertext. */
  abstract byte[] trailer();

  abstract boolean fits(int ciphertextLength);

  abstract Cipher cipher(int mode, SecretKeySpec key, byte[] iv) throws GeneralSecurityException;

  /** What is wrong where the ciphertext cannot be decrypted. */
  abstract String fault();

  /** Makes a token that begins now. */
  public final String mint(Request request, Drawn drawn, long now) {
    checkRequest(request, now);
    long expire = now + request.effectiveTimeInSeconds;
    int nonce = drawn.nonce != null ? drawn.nonce : Texts.drawn32();
    byte[] iv = drawn.iv != null ? drawn.iv : Texts.drawn(ivLength());
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("app_id", request.appId);
    object.put("user_id", request.userId);
    object.put("nonce", nonce);
    object.put("ctime", now);
    object.put("expire", expire);
    object.put("payload", request.payload);
    byte[] plaintext = Texts.utf8(Json.write(object));
    byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, request.secret, iv, plaintext);
    check(ciphertext.length <= 0xFFFF, "policy", "ciphertext.length");
    ByteBuffer data = ByteBuffer.allocate(12 + iv.length + ciphertext.length + trailer().length);
    data.putLong(expire).putShort((short) iv.length).put(iv);
    data.putShort((short) ciphertext.length).put(ciphertext).put(trailer());
    return "04" + Base64.getEncoder().encodeToString(data.array());
  }

  private static void checkRequest(Request request, long now) {
    check(0 < request.appId && request.appId <= 0xFFFF_FFFFL, "policy", "member.range");
    checkText(request.userId);
    int units = request.userId.length();
    check(0 < units && units <= 64, "policy", "member.range");
    check(request.secret != null, "policy", "member.type");
    check(Texts.utf8(request.secret).length == 32, "policy", "secret.length");
    long seconds = request.effectiveTimeInSeconds;
    check(0 < seconds && now <= Long.MAX_VALUE - seconds, "policy", "member.range");
    checkText(request.payload);
  }

  private static void checkText(String text) {
    check(text != null, "policy", "member.type");
    check(Texts.isUnicode(text), "policy", "json.text");
  }

  /** Returns the claims of a token, or refuses it by the first rule that it breaks. */
  public final Claims open(String token, String secret, Expected expected, long now) {
    check(Texts.utf8(secret).length == 32, "policy", "secret.length");
    check(token.startsWith("04"), "encoding", "prefix");
    byte[] data = Texts.base64(token.substring(2));
    check(data != null, "encoding", "base64");
    Sealed sealed = fields(ByteBuffer.wrap(data));
    Claims claims = claims(crypt(Cipher.DECRYPT_MODE, secret, sealed.iv, sealed.ciphertext));
    check(sealed.expire == claims.expire, "claims", "expire.mismatch");
    check(now < claims.expire, "time", "expired");
    checkExpected(expected, claims);
    return claims;
  }

  private static void checkExpected(Expected expected, Claims claims) {
    boolean isApp = expected.appId == null || expected.appId == claims.appId;
    check(isApp, "policy", "app-id");
    boolean isUser = expected.userId == null || expected.userId.equals(claims.userId);
    check(isUser, "policy", "user-id");
    boolean isRoom = expected.roomId == null || expected.roomId.equals(room(claims.payload));
    check(isRoom, "policy", "room-id");
  }

  /** expire | iv-length | iv | ciphertext-length | ciphertext | trailer */
  private Sealed fields(ByteBuffer data) {
    try {
      long expire = data.getLong();
      check(data.getShort() == ivLength(), "structure", "iv.length");
      byte[] iv = taken(data, ivLength());
      int length = Short.toUnsignedInt(data.getShort());
      check(fits(length), "structure", "ciphertext.length");
      byte[] ciphertext = taken(data, length);
      byte[] trailer = taken(data, trailer().length);
      check(Arrays.equals(trailer, trailer()), "structure", "mode");
      check(!data.hasRemaining(), "structure", "trailing");
      return new Sealed(expire, iv, ciphertext);
    } catch (BufferUnderflowException end) {
      throw new Refused("structure", "truncated");
    }
  }

  private static byte[] taken(ByteBuffer data, int count) {
    byte[] part = new byte[count];
    data.get(part);
    return part;
  }

  private byte[] crypt(int mode, String secret, byte[] iv, byte[] text) {
    try {
      return cipher(mode, new SecretKeySpec(Texts.utf8(secret), "AES"), iv).doFinal(text);
    } catch (BadPaddingException broken) { // a wrong tag is one, too
      throw new Refused("crypto", fault());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Json object(byte[] text, String stage) {
    try {
      Json object = Json.read(text);
      check(object.kind() == '{', stage, "json.syntax");
      return object;
    } catch (Json.Malformed malformed) {
      throw new Refused(stage, "json.syntax");
    }
  }

  private static Claims claims(byte[] plaintext) {
    Json object = object(plaintext, "claims");
    List<String> names = object.names();
    check(MEMBERS.containsAll(names), "claims", "member.unknown");
    check(areDistinct(names), "claims", "member.duplicate");
    check(names.size() == MEMBERS.size(), "claims", "member.missing");
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

  private static boolean areDistinct(List<String> names) {
    Set<String> distinct = new HashSet<>(names);
    return distinct.size() == names.size();
  }

  private static long integer(Json value, long low, long high) {
    check(value.kind() == 'i', "claims", "member.type");
    try {
      long number = Long.parseLong(value.text());
      check(low <= number && number <= high, "claims", "member.range");
      return number;
    } catch (NumberFormatException tooLong) {
      throw new Refused("claims", "member.range");
    }
  }

  private static String text(Json value) {
    check(value.kind() == '"', "claims", "member.type");
    check(value.text() != null, "claims", "json.text");
    return value.text();
  }

  /** The room that the payload of a permission token is for. */
  private static String room(String payload) {
    Json object = object(Texts.utf8(payload), "policy");
    check(areDistinct(object.names()), "policy", "member.duplicate");
    Json name = object.get("room_id");
    boolean isName = name != null && name.kind() == '"' && name.text() != null;
    check(isName && !name.text().isEmpty(), "policy", "member.range");
    check(arePrivileges(object.get("privilege")), "policy", "privilege");
    check(areStreams(object.get("stream_id_list")), "policy", "stream-ids");
    return name.text();
  }

  private static boolean arePrivileges(Json privilege) {
    if (privilege == null || privilege.kind() != '{') return false;
    List<String> keys = privilege.names().stream().map(String::valueOf).sorted().toList();
    return PRIVILEGES.contains(keys) && privilege.values().stream()
        .allMatch(flag -> flag.kind() == 'i' && List.of("0", "1").contains(flag.text()));
  }

  private static boolean areStreams(Json streams) {
    if (streams == null || streams.isNull()) return true;
    return streams.kind() == '['
        && streams.values().stream().allMatch(stream -> stream.kind() == '"');
  }
}
