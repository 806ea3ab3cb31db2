// SPDX-License-Identifier: 0BSD
package json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JSON value, since Java has none: repeated members stay, and 1 is not 1.0.
 *
 * @param kind one of { [ " t f n, i for an integer, or . for another number
 * @param text of a string, nothing where that is no Unicode text, or the digits of an integer
 * @param names the names of an object's members
 * @param values the values of an object's members, or of a list
 */
public record Json(char kind, String text, List<String> names, List<Json> values) {
  private static final int DEPTH = 64;

  /** What is no JSON text. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Reads one value of bytes, which is all of them. */
  public static Json read(byte[] bytes) {
    Reader reader = new Reader(bytes);
    Json value = reader.value(1);
    reader.blanks();
    reader.expect(reader.at == bytes.length);
    return value;
  }

  /** Writes maps, lists, texts, numbers and booleans. */
  public static String write(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(member -> quoted(member.getKey().toString()) + ":" + write(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  public boolean isNull() {
    return kind == 'n';
  }

  /** The value of a member, the last one where it comes twice, or nothing where there is none. */
  public Json get(String name) {
    int place = names.lastIndexOf(name);
    return place < 0 ? null : values.get(place);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < ' ') quoted.append(String.format("\\u%04x", (int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  private static final class Reader {
    static final Pattern NUMBER =
        Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");
    static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{4}");

    final byte[] source;
    int at = 0;

    Reader(byte[] source) {
      this.source = source;
    }

    void expect(boolean condition) {
      if (!condition) throw new Malformed();
    }

    char next() {
      return at < source.length ? (char) (source[at] & 0xFF) : '\0';
    }

    void blanks() {
      while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r') at += 1;
    }

    boolean accept(char sign) {
      blanks();
      if (next() != sign) return false;
      at += 1;
      return true;
    }

    Json value(int depth) {
      expect(depth <= DEPTH);
      blanks();
      return switch (next()) {
        case '{' -> object(depth);
        case '[' -> list(depth);
        case '"' -> new Json('"', string(), List.of(), List.of());
        case 't' -> word("true");
        case 'f' -> word("false");
        case 'n' -> word("null");
        default -> number();
      };
    }

    Json object(int depth) {
      List<String> names = new ArrayList<>();
      List<Json> values = new ArrayList<>();
      accept('{');
      if (!accept('}')) {
        do {
          blanks();
          names.add(string());
          expect(accept(':'));
          values.add(value(depth + 1));
        } while (accept(','));
        expect(accept('}'));
      }
      return new Json('{', null, names, values);
    }

    Json list(int depth) {
      List<Json> values = new ArrayList<>();
      accept('[');
      if (!accept(']')) {
        do values.add(value(depth + 1)); while (accept(','));
        expect(accept(']'));
      }
      return new Json('[', null, List.of(), values);
    }

    Json word(String word) {
      for (char c : word.toCharArray()) {
        expect(next() == c);
        at += 1;
      }
      return new Json(word.charAt(0), null, List.of(), List.of());
    }

    Json number() {
      int start = at;
      while ("+-.eE0123456789".indexOf(next()) >= 0) at += 1;
      String digits = new String(source, start, at - start, StandardCharsets.ISO_8859_1);
      expect(NUMBER.matcher(digits).matches());
      boolean isInteger = digits.chars().noneMatch(c -> ".eE".indexOf(c) >= 0);
      return new Json(isInteger ? 'i' : '.', digits, List.of(), List.of());
    }

    /** A string from its first quote; nothing where it is no Unicode text. */
    String string() {
      expect(next() == '"');
      at += 1;
      StringBuilder text = new StringBuilder();
      boolean isText = true;
      while (next() != '"') {
        int start = at;
        while (next() >= ' ' && next() != '"' && next() != '\\') at += 1;
        isText &= decoded(start, text);
        if (next() == '\\') text.append(escape());
        else expect(next() == '"');
      }
      at += 1;
      isText &= text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
      return isText ? text.toString() : null;
    }

    boolean decoded(int start, StringBuilder text) {
      ByteBuffer piece = ByteBuffer.wrap(source, start, at - start);
      try {
        text.append(StandardCharsets.UTF_8.newDecoder().decode(piece));
        return true;
      } catch (CharacterCodingException broken) {
        return false;
      }
    }

    char escape() {
      at += 1;
      char sign = next();
      at += 1;
      if (sign == 'u') {
        expect(at + 4 <= source.length);
        String digits = new String(source, at, 4, StandardCharsets.ISO_8859_1);
        expect(DIGITS.matcher(digits).matches());
        at += 4;
        return (char) Integer.parseInt(digits, 16);
      }
      int place = "\"\\/bfnrt".indexOf(sign);
      expect(place >= 0);
      return "\"\\/\b\f\n\r\t".charAt(place);
    }
  }
}
