// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes the AccessTokens2 of an app.
 *
 * @param salt drawn where it is null
 * @param issueTs now where it is null
 */
public record Agora007(String appId, String certificate, Long salt, Long issueTs, long now) {
  private static final long DAY = 86400;

  /** Makes a token that lives for some seconds. */
  public String mint(long expire, List<Service007> services) {
    Agora.checkApp(appId, certificate);
    check(!services.isEmpty() && services.size() <= 0xFFFF, "policy", "service.count");
    services.forEach(Service007::checkFields);
    List<Service007> ordered = services.stream()
        .map(Service007::inOrder)
        .sorted(Comparator.comparing(Service007::number))
        .toList();
    long issue = Agora.bits32(issueTs != null ? issueTs : now);
    return new Content007(appId, issue, expire, Agora.salt(salt), ordered).build(certificate);
  }

  /** For a channel, for a user account or for what Agora.uid returns. */
  public String rtc(
      String channelName, String user, long role, long tokenExpire, long privilegeExpire) {
    return mint(tokenExpire, List.of(rtc(channelName, user, lives(role, privilegeExpire))));
  }

  /** For a channel, with a life for each of: join, and publish audio, video, data. */
  public String rtcWithLives(String channelName, String user, long tokenExpire, long... lives) {
    return mint(tokenExpire, List.of(rtc(channelName, user, privileges(lives))));
  }

  /** For a channel and for messages of the same account. */
  public String rtcWithRtm(
      String channelName, String account, long role, long tokenExpire, long privilegeExpire) {
    return mint(tokenExpire, List.of(
        rtc(channelName, account, lives(role, privilegeExpire)),
        user("rtm", account, 1, tokenExpire)));
  }

  /** For a channel, with a life for each privilege of the role, and for messages of a user. */
  public String rtcWithRtm2(
      String channelName, String account, long role, long tokenExpire, long[] lives,
      String rtmUser, long rtmExpire) {
    int granted = lives(role, 0).size();
    return mint(tokenExpire, List.of(
        rtc(channelName, account, privileges(lives).subList(0, granted)),
        user("rtm", rtmUser, 1, rtmExpire)));
  }

  /** For messages. */
  public String rtm(String userId, long expire) {
    return mint(expire, List.of(user("rtm", userId, 1, expire)));
  }

  /** For messages, with what the user may do. */
  public String rtmWithPermissions(
      String userId, List<Service007.Permission> permissions, long expire) {
    return mint(expire, List.of(new Service007(
        "rtm2", fields("user_id", userId), 0, permissions, List.of(privilege(1, expire)))));
  }

  /** For a day. */
  public String fpa() {
    return mint(DAY, List.of(new Service007("fpa", Map.of(), List.of(privilege(1, 0)))));
  }

  /** For one user of chat. */
  public String chatUser(String userId, long expire) {
    return mint(expire, List.of(user("chat", userId, 1, expire)));
  }

  /** For a server that uses chat. */
  public String chatApp(long expire) {
    return mint(expire, List.of(user("chat", "", 2, expire)));
  }

  /** For a user of a room, for messages, and for chat under the MD5 of the user id. */
  public String roomUser(String roomUuid, String userUuid, long role, long expire) {
    return mint(expire, List.of(
        apaas(roomUuid, userUuid, role, privilege(1, expire)),
        user("rtm", userUuid, 1, expire),
        user("chat", md5(userUuid), 1, expire)));
  }

  /** For a user in no room. */
  public String apaasUser(String userUuid, long expire) {
    return mint(expire, List.of(apaas("", userUuid, -1, privilege(2, expire))));
  }

  /** For a server that uses rooms. */
  public String apaasApp(long expire) {
    return mint(expire, List.of(apaas("", "", -1, privilege(3, expire))));
  }

  private static Service007.Privilege privilege(long privilege, long expire) {
    return new Service007.Privilege(privilege, expire);
  }

  /** The privileges 1, 2, ... with a life each. */
  private static List<Service007.Privilege> privileges(long... lives) {
    List<Service007.Privilege> privileges = new ArrayList<>();
    for (long life : lives) privileges.add(privilege(privileges.size() + 1, life));
    return privileges;
  }

  /** The four privileges of a publisher (1), or the one of a subscriber (2). */
  private static List<Service007.Privilege> lives(long role, long expire) {
    boolean publishes = Agora.inRange(role, 1, 2) == 1;
    return publishes ? privileges(expire, expire, expire, expire) : privileges(expire);
  }

  /** A map that may hold null, so that it is refused and not an exception. */
  private static Map<String, String> fields(String... pairs) {
    Map<String, String> fields = new HashMap<>();
    for (int at = 0; at < pairs.length; at += 2) fields.put(pairs[at], pairs[at + 1]);
    return fields;
  }

  private static Service007 rtc(
      String channelName, String user, List<Service007.Privilege> privileges) {
    return new Service007("rtc", fields("channel_name", channelName, "uid", user), privileges);
  }

  private static Service007 user(String type, String userId, long privilege, long expire) {
    return new Service007(type, fields("user_id", userId), List.of(privilege(privilege, expire)));
  }

  private static Service007 apaas(
      String roomUuid, String userUuid, long role, Service007.Privilege privilege) {
    Map<String, String> fields = fields("room_uuid", roomUuid, "user_uuid", userUuid);
    return new Service007("apaas", fields, role, List.of(), List.of(privilege));
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(Texts.utf8(text));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
