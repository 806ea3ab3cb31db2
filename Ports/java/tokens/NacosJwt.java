// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import json.Json;

/** The accessToken of a Nacos server. */
public final class NacosJwt {
  private static final Map<String, String> ALGORITHMS =
      Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");

  /** What a token says, and by which algorithm it is signed. */
  public record Claims(String username, long expireTime, String alg) {}

  private NacosJwt() {}

  /** Makes the token that a login gets now. */
  public static String mint(String secretKey, String user, long expireSeconds, long now) {
    byte[] key = key(secretKey);
    boolean isUser = user != null && !user.isEmpty() && Texts.isUnicode(user);
    check(isUser, "claims", "user.text");
    boolean fits = expireSeconds > 0 && now <= Long.MAX_VALUE / 1000 - expireSeconds;
    check(fits, "time", "lifetime.range");
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("sub", user);
    payload.put("exp", now + expireSeconds);
    String alg = key.length >= 64 ? "HS512" : key.length >= 48 ? "HS384" : "HS256";
    String signed = header(alg) + "." + encoded(Texts.utf8(Json.write(payload)));
    return signed + "." + signature(alg, key, signed);
  }

  /** Returns what a server reads in a token, or refuses it by the first rule that it breaks. */
  public static Claims open(String secretKey, String token, long now) {
    byte[] key = key(secretKey);
    check(!token.isBlank(), "encoding", "blank");
    String[] parts = token.split("\\.", -1);
    check(parts.length == 3, "structure", "parts");
    String alg = algorithm(parts[0]);
    byte[] signature = Texts.utf8(signature(alg, key, parts[0] + "." + parts[1]));
    check(MessageDigest.isEqual(signature, Texts.utf8(parts[2])), "crypto", "signature");
    Claims claims = claims(decoded(parts[1]), alg);
    check(now <= claims.expireTime, "time", "expired");
    return claims;
  }

  private static byte[] key(String secretKey) {
    byte[] key = Texts.base64(secretKey);
    check(key != null, "encoding", "secret.base64");
    check(key.length >= 32, "policy", "secret.length");
    return key;
  }

  private static String encoded(byte[] data) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
  }

  private static byte[] decoded(String part) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    byte[] data = Texts.decoded(part, Base64.getUrlDecoder(), encoder);
    check(data != null, "encoding", "base64");
    return data;
  }

  private static String header(String alg) {
    return encoded(Texts.utf8("{\"alg\":\"" + alg + "\"}"));
  }

  private static String signature(String alg, byte[] key, String signed) {
    return encoded(Texts.hmac(ALGORITHMS.get(alg), key, Texts.utf8(signed)));
  }

  /** Takes one of three headers, to the byte, and says what is wrong with others. */
  private static String algorithm(String header) {
    Json object = json(decoded(header), "header");
    check(object.kind() == '{', "structure", "header");
    int place = object.names().indexOf("alg");
    Json named = place < 0 ? null : object.values().get(place);
    boolean isText = named != null && named.kind() == '"' && named.text() != null;
    check(isText && ALGORITHMS.containsKey(named.text()), "crypto", "algorithm");
    check(header.equals(header(named.text())), "structure", "header");
    return named.text();
  }

  private static Json json(byte[] text, String fault) {
    try {
      return Json.read(text);
    } catch (Json.Malformed malformed) {
      throw new Refused("structure", fault);
    }
  }

  private static Claims claims(byte[] payload, String alg) {
    Json object = json(payload, "json.syntax");
    check(object.kind() == '{', "structure", "member.type");
    boolean areSingle = Collections.frequency(object.names(), "sub") < 2
        && Collections.frequency(object.names(), "exp") < 2;
    check(areSingle, "claims", "member.duplicate");
    Json sub = member(object, "sub");
    check(sub.kind() == '"' && sub.text() != null, "claims", "member.type");
    check(!sub.text().isEmpty(), "claims", "member.missing");
    Json exp = member(object, "exp");
    check(exp.kind() == 'i', "claims", "member.type");
    try {
      return new Claims(sub.text(), Long.parseLong(exp.text()), alg);
    } catch (NumberFormatException tooLong) {
      throw new Refused("claims", "member.type");
    }
  }

  private static Json member(Json object, String name) {
    Json value = object.get(name);
    check(value != null && !value.isNull(), "claims", "member.missing");
    return value;
  }
}
