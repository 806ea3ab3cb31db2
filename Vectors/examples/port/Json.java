// SPDX-License-Identifier: 0BSD
package port;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON value, since Java has no reader of JSON; repeated members stay.
 *
 * @param kind one of { [ " t f n, i for an integer, or . for another number
 * @param text of a string, nothing where that is no Unicode text, or the digits of an integer
 * @param names the names of an object's members
 * @param values the values of an object's members, or of an array
 */
public record Json(char kind, String text, List<String> names, List<Json> values) {
  private static final int DEPTH = 64;

  /** What is no JSON text. */
  public static final class Malformed extends RuntimeException {}

  public static Json read(byte[] bytes) {
    Reader reader = new Reader(new String(bytes, StandardCharsets.ISO_8859_1));
    Json value = reader.value(1);
    reader.match(Reader.BLANKS);
    reader.expect(reader.at == reader.source.length());
    return value;
  }

  /** The value of a member, nothing where there is none. */
  public Json get(String name) {
    return names.contains(name) ? values.get(names.indexOf(name)) : null;
  }

  private static Json of(char kind, String text) {
    return new Json(kind, text, List.of(), List.of());
  }

  /** Each char of the source is a byte. */
  private static final class Reader {
    static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r]*");
    static final Pattern WORD = Pattern.compile("true|false|null");
    static final Pattern NUMBER =
        Pattern.compile("-?(?:0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");
    static final Pattern PIECE =
        Pattern.compile("[^\"\\\\\\x00-\\x1f]++|\\\\(?:[\"\\\\/bfnrt]|u[0-9A-Fa-f]{4})");
    static final Pattern ESCAPE = Pattern.compile("\\\\(u....|.)");

    final String source;
    int at = 0;

    Reader(String source) {
      this.source = source;
    }

    void expect(boolean condition) {
      if (!condition) throw new Malformed();
    }

    MatchResult match(Pattern pattern) {
      Matcher matcher = pattern.matcher(source).region(at, source.length());
      if (!matcher.lookingAt()) return null;
      at = matcher.end();
      return matcher;
    }

    boolean accept(char sign) {
      match(BLANKS);
      if (at == source.length() || source.charAt(at) != sign) return false;
      at += 1;
      return true;
    }

    Json value(int depth) {
      expect(depth <= DEPTH);
      List<String> names = new ArrayList<>();
      List<Json> values = new ArrayList<>();
      if (accept('{')) {
        list('}', () -> {
          expect(accept('"'));
          names.add(string());
          expect(accept(':'));
          values.add(value(depth + 1));
        });
        return new Json('{', null, names, values);
      }
      if (accept('[')) {
        list(']', () -> values.add(value(depth + 1)));
        return new Json('[', null, names, values);
      }
      if (accept('"')) return of('"', string());
      MatchResult word = match(WORD);
      if (word != null) return of(word.group().charAt(0), null);
      MatchResult number = match(NUMBER);
      expect(number != null);
      boolean isInteger = number.group(1) == null && number.group(2) == null;
      return isInteger ? of('i', number.group()) : of('.', null);
    }

    void list(char end, Runnable read) {
      if (accept(end)) return;
      do read.run(); while (accept(','));
      expect(accept(end));
    }

    /** What stands after the first quote; nothing where it is no Unicode text. */
    String string() {
      int start = at;
      while (match(PIECE) != null) {}
      byte[] raw = source.substring(start, at).getBytes(StandardCharsets.ISO_8859_1);
      expect(at < source.length() && source.charAt(at) == '"');
      at += 1;
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        text = ESCAPE.matcher(text).replaceAll(escape ->
            Matcher.quoteReplacement(unescaped(escape.group(1))));
        boolean isText = text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        return isText ? text : null;
      } catch (CharacterCodingException broken) {
        return null;
      }
    }

    static String unescaped(String escape) {
      if (escape.length() > 1) {
        return String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
      }
      int place = "bfnrt".indexOf(escape);
      return place < 0 ? escape : "\b\f\n\r\t".substring(place, place + 1);
    }
  }
}
