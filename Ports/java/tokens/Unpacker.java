// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the fields of a token of Agora, and refuses what reaches beyond its bytes. */
final class Unpacker {
  private final ByteBuffer data;
  private boolean areTexts = true;

  Unpacker(byte[] bytes) {
    data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int remaining() {
    return data.remaining();
  }

  byte[] raw(int count) {
    check(count <= data.remaining(), "structure", "truncated");
    byte[] bytes = new byte[count];
    data.get(bytes);
    return bytes;
  }

  /** All that is left, which stays to be read. */
  byte[] rest() {
    byte[] bytes = new byte[data.remaining()];
    data.duplicate().get(bytes);
    return bytes;
  }

  int u16() {
    check(data.remaining() >= 2, "structure", "truncated");
    return Short.toUnsignedInt(data.getShort());
  }

  long u32() {
    check(data.remaining() >= 4, "structure", "truncated");
    return Integer.toUnsignedLong(data.getInt());
  }

  byte[] prefixed() {
    return raw(u16());
  }

  String text() {
    byte[] bytes = prefixed();
    String text = new String(bytes, StandardCharsets.UTF_8);
    areTexts &= Arrays.equals(Texts.utf8(text), bytes);
    return text;
  }

  /** Whether all texts so far were Unicode: a String cannot hold others. */
  boolean areTexts() {
    return areTexts;
  }
}
