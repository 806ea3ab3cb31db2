// SPDX-License-Identifier: MIT

import Bytes
import Suite
import Testing

@testable import Profiles

@Suite struct `The inspection of a bcrypt hash` {
  static let hash = "$2a$04$N9qo8uLOickgx2ZMRZoMyek.ia/Y0.wn.xruN/r5HVdEznXcotjuW"

  static func inspect(_ text: String, secret: Text? = nil) -> Inspection? {
    BcryptInspector.inspect(Array(text.utf8), secret: secret)
  }

  @Test func `accounts for every byte`() throws {
    for text in [Self.hash, Self.hash + "xy", String(Self.hash.prefix(20)), "$2b$99$"] {
      let inspection = try #require(Self.inspect(text))
      #expect(inspection.fields.flatMap(\.bytes) == Array(text.utf8))
      #expect(inspection.byteCount == text.utf8.count)
    }
  }

  @Test func `hides salt and digest`() throws {
    let masked = try #require(Self.inspect(Self.hash)).masked
    #expect(masked.fields.filter(\.isSecret).map(\.name) == ["salt", "digest"])
    #expect(masked.fields.filter(\.isSecret).allSatisfy { $0.bytes.isEmpty })
  }

  @Test(arguments: [("mytoken", true), ("other", false)] as [(Text, Bool)])
  func `compares with a secret`(secret: Text, holds: Bool) throws {
    let layers = try #require(Self.inspect(Self.hash, secret: secret)).layers
    #expect(layers.map(\.holds) == [true, holds])
  }

  @Test func `does not compute what costs too much`() throws {
    let costly = Self.hash.replacing("$04$", with: "$31$")
    let layers = try #require(Self.inspect(costly, secret: "x")).layers
    #expect(layers.map(\.holds) == [true, nil])
  }

  @Test(arguments: ["", "$2a$", "$2c$04$", " $2a$04$", "$2a$4$"])
  func `is left to others where it is none`(text: String) {
    #expect(Self.inspect(text) == nil)
  }

  @Test func `says what is broken`() throws {
    let layers = try #require(Self.inspect("$2a$03$" + Self.hash.dropFirst(7))).layers
    #expect(layers.first?.holds == false)
  }
}
