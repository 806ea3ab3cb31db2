// SPDX-License-Identifier: 0BSD

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import json.Json;

/** Typed values as Java's, and back. */
final class Typed {
  /** Why Java cannot state a question. */
  static final class Inexpressible extends RuntimeException {
    private static final long serialVersionUID = 1;

    Inexpressible(String why) {
      super(why);
    }
  }

  private Typed() {}

  /** An argument: Java has no call without it. */
  static Json argument(Json object, String name) {
    if (object.get(name) == null) throw new Inexpressible(name + " cannot be left out");
    return object.get(name);
  }

  static long integer(Json object, String name) {
    return integer(argument(object, name));
  }

  static String text(Json object, String name) {
    return text(argument(object, name));
  }

  /** Nothing where a value is absent or null. */
  static <T> T optional(Json object, String name, Function<Json, T> read) {
    Json value = object == null ? null : object.get(name);
    return value == null || value.isNull() ? null : read.apply(value);
  }

  static long integer(Json typed) {
    try {
      return Long.parseLong(typed.get("int").text());
    } catch (NullPointerException | NumberFormatException other) {
      throw new Inexpressible("a long is expected");
    }
  }

  static int integer32(Json typed) {
    long number = integer(typed);
    if ((int) number != number) throw new Inexpressible("an int is expected");
    return (int) number;
  }

  /** A text; null is one, too. */
  static String text(Json typed) {
    if (typed.isNull()) return null;
    if (typed.get("text") != null) return typed.get("text").text();
    if (typed.get("hex") != null) return halves(bytes(typed));
    if (typed.get("repeat") == null) throw new Inexpressible("a String is expected");
    return typed.get("repeat").text().repeat(Integer.parseInt(typed.get("count").text()));
  }

  static byte[] bytes(Json typed) {
    if (typed.get("hex") != null) return HexFormat.of().parseHex(typed.get("hex").text());
    return text(typed).getBytes(StandardCharsets.UTF_8);
  }

  /** A String cannot hold any bytes, but half a character: CESU-8 is UTF-8 with such halves. */
  private static String halves(byte[] bytes) {
    try {
      return Charset.forName("CESU-8").newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException broken) {
      throw new Inexpressible("a String cannot hold these bytes");
    }
  }

  /** The items of a list; null has none. */
  static <T> List<T> list(Json typed, Function<Json, T> item) {
    if (typed == null || typed.isNull()) return List.of();
    if (typed.kind() != '[') throw new Inexpressible("a List is expected");
    return typed.values().stream().map(item).toList();
  }

  /** The second that is injected, or that of the port's own clock. */
  static long second(Json now) {
    boolean isOwn = now == null || now.kind() == '"';
    return isOwn ? System.currentTimeMillis() / 1000 : integer(now);
  }

  static Map<String, Object> typed(long number) {
    return Map.of("int", Long.toString(number));
  }

  static Map<String, Object> typed(String text) {
    return Map.of("text", text);
  }

  static Map<String, Object> typed(Map<String, Object> members) {
    return Map.of("members", members);
  }
}
