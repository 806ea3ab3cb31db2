// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import json.Json;

/** The CONNECT line of NATS: what a client sends, and what a server reads. */
public final class NatsConnect {
  private static final int MOST_LINE = 4096;
  private static final int PORT = 4222;
  private static final Set<String> SCHEMES = Set.of("nats", "tls", "ws", "wss");
  private static final Pattern USER_PART = Pattern.compile("[A-Za-z0-9\\-._~!$&'()*+;=:%]*");
  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9\\-._]+");
  private static final Pattern ADDRESS_6 = Pattern.compile("(?s)\\[([0-9A-Fa-f:.]+)\\](.*)");
  private static final Pattern BEHIND = Pattern.compile(":[0-9]{1,5}");
  private static final Pattern VERB = Pattern.compile("(?i)connect[ \t]+");

  /** A token, or a user and a password; null is not given. */
  public record Credentials(String token, String user, String pass) {
    static final Credentials NONE = new Credentials(null, null, null);
  }

  /** What the address of a server says. */
  public record Address(Credentials credentials, String scheme, String host, int port) {}

  private record HostAndPort(String host, int port) {}

  private NatsConnect() {}

  /** Returns the line that a client sends, without its end; a null handler is not given. */
  public static String carry(String address, Credentials options, Supplier<String> tokenHandler) {
    List<Credentials> given = new ArrayList<>(places(readAddress(address).credentials));
    given.addAll(places(options));
    if (tokenHandler != null) given.add(new Credentials(tokenHandler.get(), null, null));
    check(given.size() <= 1, "policy", "credentials");
    Credentials sent = given.isEmpty() ? Credentials.NONE : given.get(0);
    checkTexts(sent);
    String object = object(sent);
    check(Texts.utf8(object).length <= MOST_LINE, "policy", "line.length");
    return "CONNECT " + object;
  }

  /** A token and a user are two places, since only one of them can be sent. */
  private static List<Credentials> places(Credentials given) {
    List<Credentials> places = new ArrayList<>();
    if (given.token != null) places.add(new Credentials(given.token, null, null));
    boolean isUser = given.user != null || given.pass != null;
    if (isUser) places.add(new Credentials(null, given.user, given.pass));
    return places;
  }

  private static void checkTexts(Credentials sent) {
    for (String text : new String[] {sent.token, sent.user, sent.pass}) {
      boolean isText = text == null || Texts.isUnicode(text) && text.indexOf('\0') < 0;
      check(isText, "policy", "token.text");
    }
    check(sent.token == null || !sent.token.isEmpty(), "policy", "token.empty");
  }

  private static String object(Credentials sent) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("verbose", false);
    object.put("pedantic", false);
    if (sent.token != null) object.put("auth_token", sent.token);
    if (sent.user != null) object.put("user", sent.user);
    if (sent.pass != null) object.put("pass", sent.pass);
    object.put("lang", "java");
    object.put("version", "1");
    object.put("protocol", 1);
    return Json.write(object);
  }

  /** Takes the address of one server apart: scheme :// user part @ host : port */
  public static Address readAddress(String address) {
    int colon = address.indexOf("://");
    String scheme = colon < 0 ? "nats" : address.substring(0, colon).toLowerCase(Locale.ROOT);
    check(SCHEMES.contains(scheme), "structure", "url.scheme");
    String rest = colon < 0 ? address : address.substring(colon + 3);
    String authority = rest.split("[/?#]", 2)[0];
    String path = rest.substring(authority.length());
    int at = authority.lastIndexOf('@');
    Credentials credentials = at < 0 ? Credentials.NONE : userPart(authority.substring(0, at));
    HostAndPort server = hostAndPort(authority.substring(at + 1));
    check(path.isEmpty() || path.equals("/"), "structure", "url.path");
    return new Address(credentials, scheme, server.host, server.port);
  }

  /** What has a colon is a user and a password, and else a token. */
  private static Credentials userPart(String text) {
    check(USER_PART.matcher(text).matches(), "structure", "url.character");
    check(!NO_ESCAPE.matcher(text).find(), "structure", "url.escape");
    String[] parts = text.split(":", 2);
    check(!parts[0].isEmpty(), "structure", "url.user");
    Credentials read = parts.length == 1
        ? new Credentials(unescaped(text), null, null)
        : new Credentials(null, unescaped(parts[0]), unescaped(parts[1]));
    checkTexts(read);
    return read;
  }

  /** Resolves escapes once; a plus stays a plus. */
  private static String unescaped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < text.length(); at += 1) {
      boolean isEscape = text.charAt(at) == '%';
      bytes.write(isEscape ? Integer.parseInt(text, at + 1, at + 3, 16) : text.charAt(at));
      if (isEscape) at += 2;
    }
    try {
      ByteBuffer resolved = ByteBuffer.wrap(bytes.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(resolved).toString();
    } catch (CharacterCodingException broken) {
      throw new Refused("structure", "url.escape");
    }
  }

  /** A name, or an address in brackets, and the port behind a colon. */
  private static HostAndPort hostAndPort(String text) {
    if (text.startsWith("[")) {
      Matcher address = ADDRESS_6.matcher(text);
      check(address.matches(), "structure", "url.host");
      return new HostAndPort(address.group(1), port(address.group(2)));
    }
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    String behind = colon < 0 ? "" : text.substring(colon);
    check(!behind.equals(":"), "structure", "url.port");
    check(!behind.contains(","), "structure", "url.host"); // one server alone
    check(HOST.matcher(host).matches(), "structure", "url.host");
    return new HostAndPort(host, port(behind));
  }

  private static int port(String behind) {
    if (behind.isEmpty()) return PORT;
    check(BEHIND.matcher(behind).matches(), "structure", "url.port");
    int port = Integer.parseInt(behind.substring(1));
    check(0 < port && port <= 65535, "structure", "url.port");
    return port;
  }

  /** Returns what a server reads in a line. */
  public static Credentials readLine(String line) {
    String text = line.endsWith("\r\n") ? line.substring(0, line.length() - 2) : line;
    boolean isLine = text.indexOf('\r') < 0 && text.indexOf('\n') < 0;
    check(isLine, "structure", "line.trailing");
    Matcher verb = VERB.matcher(text);
    check(verb.lookingAt(), "structure", "verb");
    byte[] argument = Texts.utf8(text.substring(verb.end()));
    check(argument.length <= MOST_LINE, "structure", "line.length");
    Json object = read(argument);
    return new Credentials(
        credential(object, "auth_token"), credential(object, "user"), credential(object, "pass"));
  }

  private static Json read(byte[] argument) {
    try {
      Json object = Json.read(argument);
      check(object.kind() == '{', "structure", "json.syntax");
      return object;
    } catch (Json.Malformed malformed) {
      throw new Refused("structure", "json.syntax");
    }
  }

  /** A member by its name in any case, the last of several, nothing where it is null. */
  private static String credential(Json object, String name) {
    String found = null;
    for (int at = 0; at < object.names().size(); at += 1) {
      if (!name.equalsIgnoreCase(object.names().get(at))) continue;
      Json value = object.values().get(at);
      check(value.isNull() || value.kind() == '"', "claims", "member.type");
      check(value.isNull() || value.text() != null, "policy", "token.text");
      found = value.text();
    }
    return found;
  }
}
