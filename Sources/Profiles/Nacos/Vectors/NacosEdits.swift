// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Nacos
internal import Suite

/// The ways in which a token is changed; what encloses the change is sealed again.
enum NacosEdits {
  typealias Entry = Edit<NacosDraft>

  static let table = layers + members + signatures + questions

  // MARK: - Any layer

  private static let layers: [Entry] = [
    edit("set", "nacos.parts.three", "other bytes in place of a layer") {
      let bytes = try $1.bytes("to")
      $0.change(try $1.layer) { _ in bytes }
    },
    edit("append", "nacos.parts.three", "bytes after a layer") {
      let bytes = try $1.bytes("bytes")
      $0.change(try $1.layer) { $0 + bytes }
    },
    edit("prepend", "nacos.parts.three", "bytes before a layer") {
      let bytes = try $1.bytes("bytes")
      $0.change(try $1.layer) { bytes + $0 }
    },
    edit("cut", "nacos.parts.three", "a layer ends before its end") {
      let end = try $1.place("to")
      $0.change(try $1.layer) { Array($0[..<$0.place(end)]) }
    },
    edit("insert", "nacos.parts.base64url", "bytes inside a layer") {
      let (place, bytes) = (try $1.place("at"), try $1.bytes("bytes"))
      $0.change(try $1.layer) { Array($0[..<$0.place(place)] + bytes + $0[$0.place(place)...]) }
    },
    edit("flip-bit", "nacos.signature", "one bit of a layer is another") {
      let (place, bit) = (try $1.place("byte"), try $1.place("bit"))
      $0.change(try $1.layer) { $0.flippingBit(bit, of: place) }
    },
    edit("base64", "nacos.parts.base64url", "a text in another form of base64") {
      let name = try $1.string("form")
      guard let form = forms[name] else { throw VectorError("no form '\(name)'") }
      $0.change(try $1.layer, form)
    },
    edit("cut-part", "nacos.parts.three", "the token ends before a part") {
      let count = try $1.place("parts")
      $0.change(.token) { Array($0.split(separator: 0x2E).prefix(count).joined(separator: [0x2E])) }
    },
  ]

  private static func edit(
    _ name: String, _ clause: String, _ words: String,
    change: @escaping @Sendable (inout NacosDraft, JSONObject) throws -> Void
  ) -> Entry {
    Entry("nacos.edit.\(name)", clause: clause, words, change: change)
  }

  /// What becomes of a text in base64url.
  private static let forms: [String: @Sendable ([UInt8]) -> [UInt8]] = [
    "padded": { $0 + [UInt8](repeating: 0x3D, count: (4 - $0.count % 4) % 4) },
    "standard": { $0.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 } },
    "unused-bits": \.withUnusedBits,
    "hex": { Array(Hex.encode((try? Base64.url.decode($0.span)) ?? []).utf8) },
    "upper": { $0.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 } },
    "percent": { $0.flatMap { $0 == 0x2E ? Array("%2E".utf8) : [$0] } },
  ]

  // MARK: - The members

  private static let members: [Entry] = [
    edit("set-member", "nacos.payload.types", "a member has another value") {
      let (name, value) = (try $1.string("name"), try $1.value("value"))
      try $0.changeMembers($1) { $0[name] = value }
    },
    edit("drop-member", "nacos.payload.members", "a member is not there") {
      let name = try $1.string("name")
      try $0.changeMembers($1) { $0[name] = nil }
    },
    edit("rename-member", "nacos.payload.members", "a member has another name") {
      let (name, other) = (try $1.string("name"), try $1.string("to"))
      try $0.changeMembers($1) { object in
        object.members = object.members.map {
          $0.name == Text(name) ? .init(name: Text(other), value: $0.value) : $0
        }
      }
    },
    edit("append-member", "nacos.payload.members", "one more member at the end") {
      let member = JSONObject.Member(
        name: Text(try $1.string("name")), value: try $1.value("value"))
      try $0.changeMembers($1) { $0.members.append(member) }
    },
  ]

  // MARK: - The signature

  private static let signatures: [Entry] = [
    edit("alg-none", "nacos.alg.none", "a header that says none in place of a signature") {
      $0.header = NacosDraft.header(naming: try $1.string("name"))
      if try $1.string("signature") == "none" { $0.algorithm = nil }
    },
    edit("key", "nacos.signature", "signed with another key") { $0.key = try $1.bytes("key") },
    edit("algorithm", "nacos.signature", "signed with another algorithm than the header names") {
      $0.algorithm = NacosAlgorithm(rawValue: try $1.string("algorithm"))
    },
    edit("sign-part", "nacos.signature", "only a part of what has to be signed is") {
      let part = try $1.place("part")
      $0.change(.signed) { text in
        Array(text.split(separator: 0x2E).dropFirst(part).first ?? [])
      }
    },
  ]

  // MARK: - The server

  private static let questions: [Entry] = [
    edit("now", "nacos.exp.checked", "opened in another second") {
      $0.now = .second(try $1.integer("second"))
    },
    edit("secret", "nacos.key.base64", "another text for the key is configured") {
      $0.secret = Text(try $1.bytes("secret"))
    },
    edit("short-key", "nacos.key.length", "signed and opened with fewer bytes of the key") {
      $0.key = Array($0.key.prefix(try $1.place("length")))
      $0.secret = NacosSamples.configured($0.key)
    },
  ]
}

extension JSONObject {
  fileprivate var layer: NacosLayer {
    get throws {
      let name = try string("layer")
      guard let layer = NacosLayer(rawValue: name) else { throw VectorError("no layer '\(name)'") }
      return layer
    }
  }
}

extension NacosDraft {
  fileprivate mutating func changeMembers(
    _ arguments: JSONObject, _ change: (inout JSONObject) -> Void
  ) throws {
    let part: WritableKeyPath<NacosDraft, [UInt8]> =
      try arguments.layer == .headerJSON ? \.header : \.payload
    let text = self[keyPath: part]
    guard var object = try JSONValue(parsing: text.span).object else {
      throw VectorError("there are no members to change")
    }
    change(&object)
    self[keyPath: part] = JSONValue.object(object).encoded
  }
}

extension [UInt8] {
  /// A place in the bytes; one below 0 counts from the end.
  fileprivate func place(_ place: Int) -> Int {
    Swift.min(Swift.max(place >= 0 ? place : count + place, 0), count)
  }

  fileprivate func flippingBit(_ bit: Int, of place: Int) -> [UInt8] {
    var bytes = self
    let index = self.place(place)
    if bytes.indices.contains(index) { bytes[index] ^= 1 << UInt8(bit & 7) }
    return bytes
  }

  /// A text whose last symbol has its lowest bit set.
  fileprivate var withUnusedBits: [UInt8] {
    let symbols = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    guard let last, let value = symbols.firstIndex(of: last) else { return self }
    return dropLast() + [symbols[value | 1]]
  }
}
