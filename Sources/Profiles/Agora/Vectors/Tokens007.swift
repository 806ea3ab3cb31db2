// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// Tokens for vectors that open or load one, made by the reference and put in another shape.
enum Tokens007 {
  typealias Shape = @Sendable (inout Draft007) throws -> Void

  /// A token that the reference makes, its services and privileges as they come where asked for.
  static func token(
    _ services: [JSONValue], _ more: JSONObject = [:], salt: JSONValue = 1,
    at issued: Int64 = Calls007.issued, ordered: Bool = true, shape: Shape? = nil
  ) throws -> JSONValue {
    var rules = Agora007Rules()
    if !ordered {
      rules.order = .insertion
      rules.mistakes = [.unsortedServices, .unsortedPermissions]
    }
    let question = Calls007.mint(services, more, salt: salt, at: issued)
    let drawn = AgoraDrawn(salt: salt.int64, ts: issued)
    let plan = Agora007Model().plan(question.recorded, by: rules, with: drawn)
    guard let token = plan.frame?.token else { throw VectorError("there is no such token") }
    var draft = try Draft007(Calls007.open(.string(Text(token))))
    try shape?(&draft)
    return .string(Text(try draft.text))
  }

  /// Compressed at a level of zlib.
  static func level(_ level: Int32) -> Shape {
    { draft in
      let content = try draft.content
      draft.setStream(try Zlib.deflate(content.span, level: level))
    }
  }

  /// Stored in blocks of some lengths, the last of which holds the rest.
  static func stored(_ lengths: [Int], header: [UInt8] = [0x78, 0x01]) -> Shape {
    { draft in
      let content = try draft.content
      var (stream, rest) = (header, content[...])
      for length in lengths {
        stream += block(rest.prefix(length), isLast: false)
        rest = rest.dropFirst(length)
      }
      draft.setStream(try stream + block(rest, isLast: true) + Zlib.deflate(content.span).suffix(4))
    }
  }

  private static func block(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
    [isLast ? 1 : 0] + Array(littleEndian: bytes.count, count: 2)
      + Array(littleEndian: ~bytes.count, count: 2) + bytes
  }
}
