// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Makes the AccessTokens 006 of an app.
 *
 * @param salt drawn where it is null
 * @param ts the second of the end, a day after now where it is null
 */
public record Agora006(String appId, String certificate, Long salt, Long ts, long now) {
  private static final long DAY = 86400;
  private static final Map<String, List<Integer>> ROLES = Map.of(
      "attendee", List.of(1, 2, 3, 4),
      "publisher", List.of(1, 2, 3, 4, 5, 6, 10, 11, 12),
      "subscriber", List.of(1, 7, 8, 9),
      "admin", List.of(1, 2, 3, 4, 101));
  private static final Map<Long, Integer> GRANTED = Map.of(0L, 4, 1L, 4, 2L, 1, 101L, 4);

  /** What a token says: privileges with the second of their end, or 0. */
  public record Claims(String appId, long salt, long ts, Map<Integer, Long> privileges) {}

  /** What a token has to be for; app id and privileges may be null. */
  public record Expected(String channelName, String user, String appId, List<Long> privileges) {}

  private record Content(
      String appId, byte[] signature, long channelCrc, long userCrc, byte[] message) {}

  /** Builds one token; what is done to it shows in no other one. */
  public final class Builder {
    private final String channel;
    private final String user;
    private long salt;
    private long ts;
    private Map<Integer, Long> privileges = new TreeMap<>();

    private Builder(String channel, String user) {
      Agora.checkApp(appId, certificate);
      Agora.checkUser(user);
      this.channel = channel;
      this.user = user;
      this.salt = Agora.salt(Agora006.this.salt);
      this.ts = Agora.bits32(Agora006.this.ts != null ? Agora006.this.ts : now + DAY);
    }

    /** Grants a privilege until a second, or for as long as the token where that is 0. */
    public void setPrivilege(long privilege, long expire) {
      privileges.put(Agora.bits16(privilege), Agora.bits32(expire));
    }

    /** Takes a privilege back, where it was granted. */
    public void removePrivilege(long privilege) {
      privileges.remove(Agora.bits16(privilege));
    }

    /** Grants the privileges of a role, and no others. */
    public void initPrivileges(String role) {
      check(role != null && ROLES.containsKey(role), "policy", "role");
      privileges.clear();
      ROLES.get(role).forEach(privilege -> privileges.put(privilege, 0L));
    }

    /** Takes a salt and an end in place of the drawn ones. */
    public void setSaltTs(long salt, long ts) {
      this.salt = Agora.bits32(salt);
      this.ts = Agora.bits32(ts);
    }

    /** Takes over salt, end and privileges of an older token, and proves nothing of it. */
    public void initTokenBuilder(String token) {
      Claims claims = claims(read(token));
      salt = claims.salt;
      ts = claims.ts;
      privileges = new TreeMap<>(claims.privileges);
    }

    /** Makes the token; twice without a change between, the same one. */
    public String buildToken() {
      byte[] message = message();
      byte[] content = new Packer()
          .prefixed(sign(certificate, appId + channel + user, message))
          .u32(crc(channel))
          .u32(crc(user))
          .prefixed(message)
          .bytes();
      return "006" + appId + Base64.getEncoder().encodeToString(content);
    }

    /** salt | ts | privilege-count | privilege | privilege-expire | ... */
    private byte[] message() {
      Packer message = new Packer().u32(salt).u32(ts).u16(privileges.size());
      privileges.forEach((privilege, expire) -> message.u16(privilege).u32(expire));
      return message.bytes();
    }
  }

  /** Begins a token, for a user account or for what Agora.uid returns. */
  public Builder builder(String channelName, String user) {
    Agora.checkChannel(channelName);
    return new Builder(channelName, user);
  }

  /** Makes a token for a channel: a subscriber (2) joins, the roles 0, 1 and 101 publish too. */
  public String rtc(String channelName, String user, long role, long expire) {
    check(GRANTED.containsKey(role), "policy", "role");
    Builder builder = builder(channelName, user);
    for (int privilege = 1; privilege <= GRANTED.get(role); privilege += 1) {
      builder.setPrivilege(privilege, expire);
    }
    return builder.buildToken();
  }

  /** Makes a token to log in to RTM, with the account in the place of the channel. */
  public String rtm(String account, long role, long expire) {
    check(role == 1, "policy", "role");
    Agora.checkUser(account);
    Builder builder = new Builder(account, "");
    builder.setPrivilege(1000, expire);
    return builder.buildToken();
  }

  private static long crc(String text) {
    CRC32 sum = new CRC32();
    sum.update(Texts.utf8(text));
    return sum.getValue();
  }

  private static byte[] sign(String certificate, String names, byte[] message) {
    byte[] signed = new Packer().raw(Texts.utf8(names)).raw(message).bytes();
    return Agora.sign(Texts.utf8(certificate), signed);
  }

  /** signature-length | signature | channel-crc | uid-crc | message-length | message */
  private static Content read(String token) {
    check(token.startsWith("006"), "encoding", "version");
    check(token.length() >= 35, "structure", "truncated");
    String appId = token.substring(3, 35);
    byte[] data = Texts.base64(token.substring(35));
    check(data != null, "encoding", "base64");
    check(Agora.isHexadecimal(appId), "structure", "app-id");
    Unpacker fields = new Unpacker(data);
    Content content = new Content(
        appId, fields.prefixed(), fields.u32(), fields.u32(), fields.prefixed());
    check(fields.remaining() == 0, "structure", "trailing");
    check(content.signature.length == 32, "structure", "signature.length");
    return content;
  }

  private static Claims claims(Content content) {
    Unpacker message = new Unpacker(content.message);
    Map<Integer, Long> privileges = new TreeMap<>();
    Claims claims = new Claims(content.appId, message.u32(), message.u32(), privileges);
    int count = message.u16();
    check(message.remaining() == 6 * count, "structure", "privilege.count");
    while (message.remaining() > 0) {
      boolean isFirst = privileges.put(message.u16(), message.u32()) == null;
      check(isFirst, "structure", "privilege.duplicate");
    }
    return claims;
  }

  /** Returns the claims of a token, or refuses it by the first rule that it breaks. */
  public static Claims open(String token, String certificate, Expected expected, long now) {
    Agora.checkCertificate(certificate);
    Content content = read(token);
    Claims claims = claims(content);
    checkSignature(content, certificate, expected.channelName, expected.user);
    check(now < claims.ts, "time", "expired");
    boolean isApp = expected.appId == null || expected.appId.equals(claims.appId);
    check(isApp, "policy", "app-id");
    if (expected.privileges != null) {
      expected.privileges.forEach(privilege -> checkPrivilege(claims, privilege, now));
    }
    return claims;
  }

  private static void checkPrivilege(Claims claims, long privilege, long now) {
    boolean isNumber = 0 <= privilege && privilege <= 0xFFFF;
    Long expire = isNumber ? claims.privileges.get((int) privilege) : null;
    check(expire != null, "policy", "privilege.missing");
    check(expire == 0 || now < expire, "time", "privilege.expired");
  }

  /**
   * Tries the user, and nobody where the token says that it is for the uid 0.
   *
   * <p>The sums, which nothing proves, tell what a wrong signature is for.
   */
  private static void checkSignature(
      Content content, String certificate, String channel, String user) {
    boolean isChannel = content.channelCrc == crc(channel);
    boolean isUser = content.userCrc == crc(user);
    boolean isForAnyone = content.userCrc == crc("");
    if (isForAnyone && isSigned(content, certificate, channel, "")) {
      check(isChannel, "crypto", "channel.crc");
      return;
    }
    if (isSigned(content, certificate, channel, user)) {
      check(isChannel, "crypto", "channel.crc");
      check(isUser, "crypto", "uid.crc");
      return;
    }
    check(isChannel, "crypto", "channel");
    check(isUser || isForAnyone, "crypto", "uid");
    throw new Refused("crypto", "signature");
  }

  private static boolean isSigned(
      Content content, String certificate, String channel, String user) {
    byte[] signature = sign(certificate, content.appId + channel + user, content.message);
    return MessageDigest.isEqual(signature, content.signature);
  }
}
