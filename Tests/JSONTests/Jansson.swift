// SPDX-License-Identifier: MIT

private import CJansson

/// A value that Jansson read: another author's reader of the same grammar.
///
/// Jansson cannot represent, and so refuses, what ``JSONDocument`` keeps and flags: U+0000,
/// surrogates without their pair, bytes that are not UTF-8, integers beyond 64 bits and floats
/// that overflow. Of duplicate names it keeps the last value. A NUL byte after a number or a word
/// it drops (its lexer hands the byte back, and an empty buffer is a NUL too). It reads 2,048
/// values inside each other where ours reads 512 unless told otherwise.
@safe final class Jansson {
  private let value: UnsafeMutablePointer<json_t>

  init?(_ text: [UInt8]) {
    let characters = text.map(CChar.init(bitPattern:))
    guard
      let value = unsafe json_loadb(characters, characters.count, Int(JSON_DECODE_ANY), nil)
    else { return nil }
    unsafe self.value = value
  }

  deinit { unsafe json_decref(value) }

  /// The value as Jansson writes it.
  var text: [UInt8] {
    let flags = Int(JSON_COMPACT | JSON_ENCODE_ANY)
    var characters = [CChar](repeating: 0, count: unsafe json_dumpb(value, nil, 0, flags))
    _ = unsafe json_dumpb(value, &characters, characters.count, flags)
    return characters.map(UInt8.init(bitPattern:))
  }

  func isEqual(to other: Jansson) -> Bool {
    unsafe json_equal(value, other.value) == 1
  }
}
