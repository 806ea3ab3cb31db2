// SPDX-License-Identifier: 0BSD

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import json.Json;
import tokens.Agora;
import tokens.Agora006;
import tokens.Agora007;
import tokens.Content007;
import tokens.NacosJwt;
import tokens.NatsConnect;
import tokens.Service007;
import tokens.Zego04;
import tokens.Zego04Cbc;
import tokens.Zego04Gcm;

/** The calls that answer questions: typed values come in from a question, and go into an answer. */
final class Calls {
  /** What the hello promises: the operations, and what can be given for clock and chance. */
  static final Map<String, Object> FORMATS = Map.of(
      "zego-04-cbc", promise("mint open", "now nonce iv"),
      "zego-04-gcm", promise("mint open", "now nonce iv"),
      "agora-006", promise("mint build reopen open", "now salt ts"),
      "agora-007", promise("mint build reopen open", "now salt"),
      "nacos-jwt", promise("mint open", "now"),
      "nats-connect", Map.of("ops", List.of("carry", "open"), "inject", List.of()));

  static final Map<String, Function<Adapter.Question, Map<String, Object>>> CALLS = Map.ofEntries(
      entry("zego-04-cbc mint", asked -> mintZego(new Zego04Cbc(), asked)),
      entry("zego-04-cbc open", asked -> openZego(new Zego04Cbc(), asked)),
      entry("zego-04-gcm mint", asked -> mintZego(new Zego04Gcm(), asked)),
      entry("zego-04-gcm open", asked -> openZego(new Zego04Gcm(), asked)),
      entry("agora-006 mint", Calls::mint006),
      entry("agora-006 reopen", Calls::mint006),
      entry("agora-006 build", Calls::build006),
      entry("agora-006 open", Calls::open006),
      entry("agora-007 mint", Calls::mint007),
      entry("agora-007 reopen", Calls::reopen007),
      entry("agora-007 build", Calls::build007),
      entry("agora-007 open", Calls::open007),
      entry("nacos-jwt mint", Calls::mintNacos),
      entry("nacos-jwt open", Calls::openNacos),
      entry("nats-connect carry", Calls::carryNats),
      entry("nats-connect open", Calls::openNats));

  private Calls() {}

  private static Map<String, Object> promise(String ops, String inject) {
    return Map.of("ops", List.of(ops.split(" ")), "inject", List.of(inject.split(" ")));
  }

  private static Map<String, Object> token(String token) {
    return Map.of("token", Typed.typed(token));
  }

  private static Map<String, Object> mintZego(Zego04 form, Adapter.Question asked) {
    Json in = asked.in();
    Zego04.Request request = new Zego04.Request(
        Typed.integer(in, "app_id"), Typed.text(in, "user_id"), Typed.text(in, "secret"),
        Typed.integer(in, "effective_time_in_seconds"), Typed.text(in, "payload"));
    Zego04.Drawn drawn = new Zego04.Drawn(
        Typed.optional(asked.inject(), "nonce", Typed::integer32),
        Typed.optional(asked.inject(), "iv", Typed::bytes));
    return token(form.mint(request, drawn, Typed.second(asked.now())));
  }

  private static Map<String, Object> openZego(Zego04 form, Adapter.Question asked) {
    Json in = asked.in();
    Zego04.Expected expected = new Zego04.Expected(
        Typed.optional(in, "app_id", Typed::integer),
        Typed.optional(in, "user_id", Typed::text),
        Typed.optional(in, "room_id", Typed::text));
    Zego04.Claims claims = form.open(
        Typed.text(in, "token"), Typed.text(in, "secret"), expected, Typed.second(asked.now()));
    return Map.of("claims", Typed.typed(Map.of(
        "app_id", Typed.typed(claims.appId()), "user_id", Typed.typed(claims.userId()),
        "nonce", Typed.typed(claims.nonce()), "ctime", Typed.typed(claims.ctime()),
        "expire", Typed.typed(claims.expire()), "payload", Typed.typed(claims.payload()))));
  }

  /** A uid where a number is asked for, and else an account. */
  private static String user(Json typed) {
    boolean isUid = typed.get("int") != null;
    return isUid ? Agora.uid(Typed.integer(typed)) : Typed.text(typed);
  }

  private static Agora006 app006(Adapter.Question asked, Json appId, Json certificate) {
    return new Agora006(
        Typed.text(appId), Typed.text(certificate),
        Typed.optional(asked.inject(), "salt", Typed::integer),
        Typed.optional(asked.inject(), "ts", Typed::integer), Typed.second(asked.now()));
  }

  private static Map<String, Object> mint006(Adapter.Question asked) {
    Json in = asked.in();
    Agora006 app =
        app006(asked, Typed.argument(in, "app_id"), Typed.argument(in, "app_certificate"));
    Supplier<Agora006.Builder> begin = () ->
        app.builder(Typed.text(in, "channel_name"), user(Typed.argument(in, "uid")));
    Agora006.Builder builder = begin.get();
    for (Json each : Typed.list(in.get("steps"), step -> step.get("members"))) {
      String op = Typed.text(each, "op");
      if (op.equals("newBuilder")) builder = begin.get();
      else step(builder, op, each);
    }
    return token(builder.buildToken());
  }

  private static void step(Agora006.Builder builder, String op, Json step) {
    switch (op) {
      case "setPrivilege" ->
          builder.setPrivilege(Typed.integer(step, "privilege"), Typed.integer(step, "expire"));
      case "removePrivilege" -> builder.removePrivilege(Typed.integer(step, "privilege"));
      case "initPrivileges" -> builder.initPrivileges(Typed.text(step, "role"));
      case "setSaltTs" ->
          builder.setSaltTs(Typed.integer(step, "salt"), Typed.integer(step, "ts"));
      case "initTokenBuilder" -> builder.initTokenBuilder(Typed.text(step, "token"));
      case "buildToken" -> builder.buildToken();
      default -> throw new Typed.Inexpressible("a builder has no call " + op);
    }
  }

  private static Map<String, Object> build006(Adapter.Question asked) {
    List<Json> args = asked.in().get("args").values();
    Agora006 app = app006(asked, args.get(0), args.get(1));
    String entry = Typed.text(asked.in(), "entry");
    return token(switch (entry) {
      case "006.rtc.buildTokenWithUid", "006.rtc.buildTokenWithUserAccount" -> app.rtc(
          Typed.text(args.get(2)), user(args.get(3)),
          Typed.integer(args.get(4)), Typed.integer(args.get(5)));
      case "006.rtm.buildToken" -> app.rtm(
          Typed.text(args.get(2)), Typed.integer(args.get(3)), Typed.integer(args.get(4)));
      default -> throw new Typed.Inexpressible("there is no " + entry);
    });
  }

  private static Map<String, Object> open006(Adapter.Question asked) {
    Json in = asked.in();
    Agora006.Expected expected = new Agora006.Expected(
        Typed.text(in, "channel_name"), user(Typed.argument(in, "uid")),
        Typed.optional(in, "app_id", Typed::text),
        Typed.list(in.get("privileges"), Typed::integer));
    Agora006.Claims claims = Agora006.open(
        Typed.text(in, "token"), Typed.text(in, "app_certificate"), expected,
        Typed.second(asked.now()));
    Map<String, Object> privileges = new LinkedHashMap<>();
    claims.privileges().forEach((privilege, expire) ->
        privileges.put(privilege.toString(), Typed.typed(expire)));
    return Map.of("claims", Typed.typed(Map.of(
        "app_id", Typed.typed(claims.appId()), "salt", Typed.typed(claims.salt()),
        "ts", Typed.typed(claims.ts()), "privileges", Typed.typed(privileges))));
  }

  private static Map<String, Object> mint007(Adapter.Question asked) {
    Json in = asked.in();
    Long given = Typed.optional(in, "salt", Typed::integer);
    Long drawn = Typed.optional(asked.inject(), "salt", Typed::integer);
    Agora007 app = new Agora007(
        Typed.text(in, "app_id"), Typed.text(in, "app_certificate"), given != null ? given : drawn,
        Typed.optional(in, "issue_ts", Typed::integer), Typed.second(asked.now()));
    return token(app.mint(
        Typed.integer(in, "expire"), Typed.list(in.get("services"), Calls::service)));
  }

  private static Service007 service(Json typed) {
    Json members = typed.get("members");
    Map<String, String> fields = new HashMap<>();
    for (String name : members.names()) {
      switch (name) {
        case "type", "role", "privileges", "permissions" -> {}
        case "uid" -> fields.put(name, user(members.get(name)));
        default -> fields.put(name, Typed.text(members, name));
      }
    }
    Long role = Typed.optional(members, "role", Typed::integer);
    return new Service007(
        Typed.text(members, "type"), fields, role != null ? role : 0,
        Typed.list(members.get("permissions"), Calls::permission),
        Typed.list(members.get("privileges"), Calls::privilege));
  }

  private static Service007.Privilege privilege(Json pair) {
    List<Long> numbers = Typed.list(pair, Typed::integer);
    return new Service007.Privilege(numbers.get(0), numbers.get(1));
  }

  private static Service007.Permission permission(Json typed) {
    List<Json> parts = typed.values();
    return new Service007.Permission(
        Typed.integer(parts.get(0)), Typed.integer(parts.get(1)),
        Typed.list(parts.get(2), Typed::text));
  }

  private static Map<String, Object> reopen007(Adapter.Question asked) {
    Content007 parsed = Content007.parse(Typed.text(asked.in(), "parse"));
    return token(parsed.rebuild(Typed.text(asked.in(), "app_certificate")));
  }

  private static Map<String, Object> build007(Adapter.Question asked) {
    List<Json> args = asked.in().get("args").values();
    Agora007 app = new Agora007(
        Typed.text(args.get(0)), Typed.text(args.get(1)),
        Typed.optional(asked.inject(), "salt", Typed::integer), null, Typed.second(asked.now()));
    String entry = Typed.text(asked.in(), "entry");
    Function<Integer, String> text = at -> Typed.text(args.get(at));
    Function<Integer, Long> number = at -> Typed.integer(args.get(at));
    return token(switch (entry) {
      case "007.rtc.buildTokenWithUid", "007.rtc.buildTokenWithUserAccount" -> app.rtc(
          text.apply(2), user(args.get(3)), number.apply(4), number.apply(5), number.apply(6));
      case "007.rtc.buildTokenWithUidAndPrivilege",
          "007.rtc.buildTokenWithUserAccountAndPrivilege" -> app.rtcWithLives(
          text.apply(2), user(args.get(3)), number.apply(4), numbers(args.subList(5, 9)));
      case "007.rtc.buildTokenWithRtm" -> app.rtcWithRtm(
          text.apply(2), text.apply(3), number.apply(4), number.apply(5), number.apply(6));
      case "007.rtc.buildTokenWithRtm2" -> app.rtcWithRtm2(
          text.apply(2), text.apply(3), number.apply(4), number.apply(5),
          numbers(args.subList(6, 10)), text.apply(10), number.apply(11));
      case "007.rtm.buildToken" -> app.rtm(text.apply(2), number.apply(3));
      case "007.rtm.buildTokenWithPermissions" -> app.rtmWithPermissions(
          text.apply(2), Typed.list(args.get(3), Calls::permission), number.apply(4));
      case "007.fpa.buildToken" -> app.fpa();
      case "007.chat.buildUserToken" -> app.chatUser(text.apply(2), number.apply(3));
      case "007.chat.buildAppToken" -> app.chatApp(number.apply(2));
      case "007.education.buildRoomUserToken", "007.apaas.buildRoomUserToken" -> app.roomUser(
          text.apply(2), text.apply(3), number.apply(4), number.apply(5));
      case "007.education.buildUserToken", "007.apaas.buildUserToken" ->
          app.apaasUser(text.apply(2), number.apply(3));
      case "007.education.buildAppToken", "007.apaas.buildAppToken" ->
          app.apaasApp(number.apply(2));
      default -> throw new Typed.Inexpressible("there is no " + entry);
    });
  }

  private static long[] numbers(List<Json> args) {
    return args.stream().mapToLong(Typed::integer).toArray();
  }

  private static Map<String, Object> open007(Adapter.Question asked) {
    Json in = asked.in();
    Content007.Expected expected = new Content007.Expected(
        Typed.optional(in, "app_id", Typed::text), Typed.optional(in, "service", Typed::text),
        Typed.optional(in, "channel_name", Typed::text), Typed.optional(in, "uid", Calls::user),
        Typed.list(in.get("privileges"), Typed::integer));
    Content007 content = Content007.open(
        Typed.text(in, "token"), Typed.text(in, "app_certificate"), expected,
        Typed.second(asked.now()));
    return Map.of("claims", Typed.typed(Map.of(
        "app_id", Typed.typed(content.appId()), "issue_ts", Typed.typed(content.issueTs()),
        "expire", Typed.typed(content.expire()), "salt", Typed.typed(content.salt()),
        "services", content.services().stream().map(Calls::typed).toList())));
  }

  private static Map<String, Object> typed(Service007 service) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("type", Typed.typed(service.type()));
    service.fields().forEach((name, text) -> typed.put(name, Typed.typed(text)));
    if (service.type().equals("apaas")) typed.put("role", Typed.typed(service.role()));
    if (service.type().equals("rtm2")) {
      typed.put("permissions", service.permissions().stream().map(Calls::typed).toList());
    }
    Map<String, Object> privileges = new LinkedHashMap<>();
    service.privileges().forEach(each ->
        privileges.put(Long.toString(each.privilege()), Typed.typed(each.expire())));
    typed.put("privileges", Typed.typed(privileges));
    return Typed.typed(typed);
  }

  private static List<Object> typed(Service007.Permission permission) {
    return List.of(
        Typed.typed(permission.resourceType()), Typed.typed(permission.permission()),
        permission.names().stream().map(Typed::typed).toList());
  }

  private static Map<String, Object> mintNacos(Adapter.Question asked) {
    Json in = asked.in();
    return token(NacosJwt.mint(
        Typed.text(in, "secret_key"), Typed.text(in, "user"), Typed.integer(in, "expire_seconds"),
        Typed.second(asked.now())));
  }

  private static Map<String, Object> openNacos(Adapter.Question asked) {
    NacosJwt.Claims claims = NacosJwt.open(
        Typed.text(asked.in(), "secret_key"), Typed.text(asked.in(), "token"),
        Typed.second(asked.now()));
    return Map.of(
        "claims", Typed.typed(Map.of("username", Typed.typed(claims.username()))),
        "expireTime", Typed.typed(claims.expireTime()), "alg", Typed.typed(claims.alg()));
  }

  private static Map<String, Object> carryNats(Adapter.Question asked) {
    Json in = asked.in();
    NatsConnect.Credentials options = new NatsConnect.Credentials(
        Typed.optional(in, "token", Typed::text), Typed.optional(in, "user", Typed::text),
        Typed.optional(in, "pass", Typed::text));
    String returned = Typed.optional(in, "token_handler_returns", Typed::text);
    Supplier<String> handler = returned == null ? null : () -> returned;
    String line = NatsConnect.carry(Typed.text(in, "url"), options, handler);
    return Map.of("line", Typed.typed(line));
  }

  private static Map<String, Object> openNats(Adapter.Question asked) {
    String line = Typed.optional(asked.in(), "line", Typed::text);
    if (line != null) return credentials(NatsConnect.readLine(line));
    NatsConnect.Address address = NatsConnect.readAddress(Typed.text(asked.in(), "url"));
    Map<String, Object> answer = credentials(address.credentials());
    answer.put("scheme", Typed.typed(address.scheme()));
    answer.put("host", Typed.typed(address.host()));
    answer.put("port", Typed.typed(address.port()));
    return answer;
  }

  /** What is not given is empty. */
  private static Map<String, Object> credentials(NatsConnect.Credentials read) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("auth_token", Typed.typed(read.token() == null ? "" : read.token()));
    answer.put("user", Typed.typed(read.user() == null ? "" : read.user()));
    answer.put("pass", Typed.typed(read.pass() == null ? "" : read.pass()));
    return answer;
  }
}
