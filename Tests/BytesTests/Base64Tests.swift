// SPDX-License-Identifier: MIT

import Bytes
import Seeded
import Testing

struct `Base64 text` {
  /// RFC 4648 section 10.
  static let published = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]

  @Test func `is decoded as far as it is sound, to be shown`() {
    let text = Array("QUJDREVGRw==".utf8)
    for (edit, expected) in [(0, ""), (3, ""), (5, "ABC"), (8, "ABCDEF")] {
      var broken = text
      broken[edit] = UInt8(ascii: "!")
      let (bytes, error) = Base64.standard.decodePart(broken.span, offset: 100)
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
      #expect(error?.offset == 100 + edit)
    }
    let (bytes, error) = Base64.standard.decodePart(text.span)
    #expect(bytes == Array("ABCDEFG".utf8))
    #expect(error == nil)
  }

  @Test(arguments: published)
  func `is that of RFC 4648`(plain: String, text: String) {
    let plain = Array(plain.utf8)
    #expect(Base64.standard.encode(plain) == Array(text.utf8))
    #expect(decode(text, .standard) == .success(plain))
    let bare = text.prefix { $0 != "=" }
    #expect(Base64.url.encode(plain) == Array(bare.utf8))
    #expect(decode(String(bare), .url) == .success(plain))
  }

  @Test func `has two alphabets that differ in two symbols`() {
    let bytes: [UInt8] = [0xFB, 0xEF, 0xFF]
    #expect(Base64.standard.encode(bytes) == Array("++//".utf8))
    #expect(Base64.url.encode(bytes) == Array("--__".utf8))
    #expect(decode("++//", .standard) == .success(bytes))
    #expect(decode("--__", .url) == .success(bytes))
  }

  @Test func `may follow a prefix`() {
    #expect(Base64.standard.encode([0x66], after: Array("04".utf8)) == Array("04Zg==".utf8))
    #expect(Base64.url.encode([], after: Array("04".utf8)) == Array("04".utf8))
  }

  @Test func `takes every byte and returns it`() {
    var random = Seeded(seed: 4648)
    for count in 0..<130 {
      let bytes = random.bytes(count)
      #expect(decode(Base64.standard.encode(bytes), .standard) == .success(bytes))
      #expect(decode(Base64.url.encode(bytes), .url) == .success(bytes))
    }
  }

  struct Bad: CustomTestStringConvertible {
    let base64: Base64
    let text: String
    let code: FormatError.Code
    let offset: Int
    let detail: String
    var testDescription: String { text.debugDescription }

    init(
      _ base64: Base64, _ text: String, _ code: FormatError.Code, _ offset: Int, _ detail: String
    ) {
      (self.base64, self.text, self.code) = (base64, text, code)
      (self.offset, self.detail) = (offset, detail)
    }
  }

  static let bad = [
    Bad(.standard, "Zg=", .length, 3, "3 symbols, no multiple of 4"),
    Bad(.standard, "Zg", .length, 2, "2 symbols, no multiple of 4"),
    Bad(.standard, "Z", .length, 1, "1 symbols, no multiple of 4"),
    Bad(.standard, "Zg==\n", .length, 5, "5 symbols, no multiple of 4"),
    Bad(.standard, "Zm9v\n\n\n\n", .alphabet, 4, "byte 0x0a is no base64 symbol"),
    Bad(.standard, "Zm 9", .alphabet, 2, "byte 0x20 is no base64 symbol"),
    Bad(.standard, "Zm9-", .alphabet, 3, "'-' is no base64 symbol"),
    Bad(.standard, "_m9v", .alphabet, 0, "'_' is no base64 symbol"),
    Bad(.standard, "Zm\u{E9}", .alphabet, 2, "byte 0xc3 is no base64 symbol"),
    Bad(.standard, "====", .alphabet, 0, "'=' is no base64 symbol"),
    Bad(.standard, "Z===", .alphabet, 1, "'=' is no base64 symbol"),
    Bad(.standard, "Zg=v", .alphabet, 2, "'=' is no base64 symbol"),
    Bad(.standard, "Zg==Zg==", .alphabet, 2, "'=' is no base64 symbol"),
    Bad(.standard, "Zm9v====", .alphabet, 4, "'=' is no base64 symbol"),
    Bad(.standard, "Zh==", .bits, 1, "unused bits of the last symbol are not 0"),
    Bad(.standard, "Zm9=", .bits, 2, "unused bits of the last symbol are not 0"),
    Bad(.url, "Z", .length, 1, "one symbol alone carries no byte"),
    Bad(.url, "Zm9vY", .length, 5, "one symbol alone carries no byte"),
    Bad(.url, "Zg==", .alphabet, 2, "'=' is no base64 symbol"),
    Bad(.url, "Zm8=", .alphabet, 3, "'=' is no base64 symbol"),
    Bad(.url, "++//", .alphabet, 0, "'+' is no base64 symbol"),
    Bad(.url, "Zh", .bits, 1, "unused bits of the last symbol are not 0"),
    Bad(.url, "Zm9", .bits, 2, "unused bits of the last symbol are not 0"),
  ]

  @Test(arguments: bad)
  func `is refused with the place and the reason`(bad: Bad) {
    guard case .failure(let error) = decode(bad.text, bad.base64) else {
      Issue.record("it is accepted")
      return
    }
    #expect(error == FormatError(bad.code, field: "base64", offset: bad.offset))
    #expect(error.detail == bad.detail)
  }

  @Test func `counts offsets from where the caller says`() {
    let text = Array("Zm9v*===".utf8)
    do throws(FormatError) {
      _ = try Base64.standard.decode(text.span, field: "token", offset: 2)
      Issue.record("a star is no symbol")
    } catch {
      #expect(error == FormatError(.alphabet, field: "token", offset: 6))
    }
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar", "\u{0}\u{FF}~"])
  func `has no second spelling one byte away`(plain: String) {
    let plain = Array(plain.utf8)
    for base64 in [Base64.standard, .url] {
      let text = base64.encode(plain)
      for index in text.indices {
        for byte in UInt8.min...UInt8.max where byte != text[index] {
          var changed = text
          changed[index] = byte
          let result = decode(changed, base64)
          if result == .success(plain) { Issue.record("byte \(index) as \(byte) is the same") }
        }
      }
    }
  }

  @Test func `has one spelling of all that it accepts`() {
    var random = Seeded(seed: 10)
    let symbols = Array("AEIQZaz019+/-_=".utf8)
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        symbols[Int.random(in: symbols.indices, using: &random)]
      }
      for base64 in [Base64.standard, .url] {
        guard case .success(let bytes) = decode(text, base64) else { continue }
        if base64.encode(bytes) != text { Issue.record("\(text) is another spelling") }
      }
    }
  }
}

private func decode(_ text: String, _ base64: Base64) -> Result<[UInt8], FormatError> {
  decode(Array(text.utf8), base64)
}

private func decode(_ text: [UInt8], _ base64: Base64) -> Result<[UInt8], FormatError> {
  Result { () throws(FormatError) in try base64.decode(text.span) }
}
