// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One service of an AccessToken2.
 *
 * @param fields its texts, by the names that the table of types has
 * @param role of apaas alone
 * @param permissions of rtm2 alone
 */
public record Service007(
    String type, Map<String, String> fields, long role, List<Permission> permissions,
    List<Privilege> privileges) {

  /** A privilege and its life in seconds, or 0. */
  public record Privilege(long privilege, long expire) {}

  /** What a user may do with some resources of one type. */
  public record Permission(long resourceType, long permission, List<String> names) {}

  private record Type(String name, List<String> fields) {}

  /** The place of a type in the table is its number. */
  private static final List<Type> TYPES = List.of(
      new Type("", List.of()),
      new Type("rtc", List.of("channel_name", "uid")),
      new Type("rtm", List.of("user_id")),
      new Type("streaming", List.of("channel_name", "uid")),
      new Type("fpa", List.of()),
      new Type("chat", List.of("user_id")),
      new Type("fcdn", List.of("channel_name", "uid")),
      new Type("apaas", List.of("room_uuid", "user_uuid")),
      new Type("rtm2", List.of("user_id")));
  private static final List<String> USERS = List.of("uid", "user_id", "user_uuid");

  /** A service without role and permissions. */
  public Service007(String type, Map<String, String> fields, List<Privilege> privileges) {
    this(type, fields, 0, List.of(), privileges);
  }

  int number() {
    for (int number = 1; number < TYPES.size(); number += 1) {
      if (TYPES.get(number).name.equals(type)) return number;
    }
    throw new Refused("policy", "field");
  }

  void checkFields() {
    for (String name : TYPES.get(number()).fields) {
      String text = fields.get(name);
      if (name.equals("channel_name")) Agora.checkChannel(text);
      checkText(text);
      if (name.equals("uid")) Agora.checkUser(text);
    }
    permissions.forEach(permission -> permission.names.forEach(Service007::checkText));
  }

  private static void checkText(String text) {
    boolean isText = text != null && Texts.isUnicode(text) && Texts.utf8(text).length <= 0xFFFF;
    check(isText, "policy", "field");
  }

  /** The same with each privilege and permission once, as it was given last, by their numbers. */
  Service007 inOrder() {
    Map<Long, Privilege> lives = new TreeMap<>();
    privileges.forEach(each -> lives.put(each.privilege, each));
    Map<List<Long>, Permission> rights = new LinkedHashMap<>();
    permissions.forEach(each -> rights.put(List.of(each.resourceType, each.permission), each));
    List<Permission> ordered = new ArrayList<>(rights.values());
    ordered.sort(
        Comparator.comparing(Permission::resourceType).thenComparing(Permission::permission));
    return new Service007(type, fields, role, ordered, List.copyOf(lives.values()));
  }

  /** service-type | privilege-count | privilege | privilege-expire | ... | the type's own fields */
  void pack(Packer info) {
    info.u16(number()).u16(Agora.bits16(privileges.size()));
    for (Privilege each : privileges) {
      info.u16(Agora.bits16(each.privilege)).u32(Agora.bits32(each.expire));
    }
    TYPES.get(number()).fields.forEach(name -> info.prefixed(fields.get(name)));
    if (type.equals("apaas")) info.u16(Agora.inRange(role, Short.MIN_VALUE, Short.MAX_VALUE));
    if (type.equals("rtm2")) packPermissions(info);
  }

  /** resource-count | resource-type | permission-count | permission | name-count | names */
  private void packPermissions(Packer info) {
    Map<Long, List<Permission>> resources = new LinkedHashMap<>();
    for (Permission each : permissions) {
      resources.computeIfAbsent(each.resourceType, type -> new ArrayList<>()).add(each);
    }
    info.u16(Agora.bits16(resources.size()));
    resources.forEach((resource, rights) -> {
      info.u16(Agora.bits16(resource)).u16(Agora.bits16(rights.size()));
      for (Permission each : rights) {
        info.u16(Agora.bits16(each.permission)).u16(Agora.bits16(each.names.size()));
        each.names.forEach(info::prefixed);
      }
    });
  }

  static Service007 unpack(Unpacker info) {
    int number = info.u16();
    check(0 < number && number < TYPES.size(), "structure", "service.type");
    Type type = TYPES.get(number);
    List<Privilege> privileges = unpackPrivileges(info);
    Map<String, String> fields = new LinkedHashMap<>();
    type.fields.forEach(name -> fields.put(name, info.text()));
    long role = type.name.equals("apaas") ? (short) info.u16() : 0;
    List<Permission> permissions = new ArrayList<>();
    if (type.name.equals("rtm2")) unpackPermissions(info, permissions);
    return new Service007(type.name, fields, role, permissions, privileges);
  }

  private static List<Privilege> unpackPrivileges(Unpacker info) {
    List<Privilege> privileges = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (int count = info.u16(); count > 0; count -= 1) {
      Privilege each = new Privilege(info.u16(), info.u32());
      check(seen.add(each.privilege), "structure", "privilege.duplicate");
      privileges.add(each);
    }
    return privileges;
  }

  private static void unpackPermissions(Unpacker info, List<Permission> permissions) {
    Set<Integer> resources = new HashSet<>();
    for (int count = info.u16(); count > 0; count -= 1) {
      int resource = info.u16();
      check(resources.add(resource), "structure", "permission.duplicate");
      Set<Integer> seen = new HashSet<>();
      for (int rights = info.u16(); rights > 0; rights -= 1) {
        int permission = info.u16();
        check(seen.add(permission), "structure", "permission.duplicate");
        List<String> names = new ArrayList<>();
        for (int each = info.u16(); each > 0; each -= 1) names.add(info.text());
        permissions.add(new Permission(resource, permission, names));
      }
    }
  }

  boolean isOf(String channelName) {
    return channelName.equals(fields.get("channel_name"));
  }

  /** Whether the service names the user; in a channel, nobody stands for everybody. */
  boolean isFor(String user) {
    return USERS.stream().filter(fields::containsKey).anyMatch(name ->
        user.equals(fields.get(name)) || name.equals("uid") && fields.get(name).isEmpty());
  }

  boolean grants(List<Long> asked, Predicate<Privilege> holds) {
    return asked.stream().allMatch(privilege -> privileges.stream()
        .anyMatch(each -> each.privilege == privilege && holds.test(each)));
  }
}
