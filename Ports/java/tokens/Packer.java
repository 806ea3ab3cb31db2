// SPDX-License-Identifier: 0BSD
package tokens;

import java.io.ByteArrayOutputStream;

/** Writes the fields of a token of Agora, the lowest byte first. */
final class Packer {
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  byte[] bytes() {
    return data.toByteArray();
  }

  Packer raw(byte[] bytes) {
    data.writeBytes(bytes);
    return this;
  }

  Packer u16(long number) {
    data.write((int) number);
    data.write((int) (number >> 8));
    return this;
  }

  Packer u32(long number) {
    return u16(number).u16(number >> 16);
  }

  /** What stands behind its length of 16 bits. */
  Packer prefixed(byte[] bytes) {
    return u16(bytes.length).raw(bytes);
  }

  Packer prefixed(String text) {
    return prefixed(Texts.utf8(text));
  }
}
