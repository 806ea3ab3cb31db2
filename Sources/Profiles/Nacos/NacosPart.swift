// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// What stands between two dots of a token.
struct NacosPart {
  let name: String
  let range: Range<Int>
  let text: [UInt8]
  /// What strict base64url gives.
  let bytes: [UInt8]?
  /// The object inside, however loosely it is written.
  let json: JSONValue?

  private static let names = ["header", "payload", "signature"]
  private static let dot = UInt8(ascii: ".")

  private init(_ text: ArraySlice<UInt8>, place: Int) {
    name = place < Self.names.count ? Self.names[place] : "part-\(place + 1)"
    range = text.indices
    let symbols = Array(text)
    let strict = try? Base64.url.decode(symbols.span)
    let content = strict ?? (try? JjwtBase64.url.decode(JavaString(Text(symbols))))
    self.text = symbols
    bytes = strict
    json = place < 2 ? content.flatMap { try? JSONValue(parsing: $0.span) } : nil
  }

  static func split(_ token: [UInt8]) -> [NacosPart] {
    token.split(separator: dot, omittingEmptySubsequences: false).enumerated()
      .map { NacosPart($0.element, place: $0.offset) }
  }

  /// Whether a text is, or was once, a JSON web token: its first part is an object.
  static func looksLikeToken(_ token: [UInt8], _ parts: [NacosPart]) -> Bool {
    let start = "eyJ".utf8
    let bearer = Array("Bearer ".utf8)
    let bare = token.drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
    let text = bare.starts(with: bearer) ? bare.dropFirst(bearer.count) : bare
    return text.starts(with: start) || parts.count > 1 && parts[0].json?.object != nil
  }

  /// Every byte of the token: the parts, and the dots between them.
  static func fields(of parts: [NacosPart], in token: [UInt8]) -> [Inspection.FieldView] {
    parts.enumerated().flatMap { place, part in
      let dot = place == 0 ? [] : [separator(before: part, in: token)]
      return dot + [part.field]
    }
  }

  private static func separator(
    before part: NacosPart, in token: [UInt8]
  ) -> Inspection.FieldView {
    let start = part.range.lowerBound - 1
    return .init(name: "dot", range: start..<start + 1, bytes: [dot], meaning: "'.'")
  }

  private var field: Inspection.FieldView {
    .init(
      name: name, range: range, bytes: text, meaning: meaning, isSecret: name == "signature")
  }

  private var meaning: String {
    if name == "signature" { return "\(bytes?.count ?? 0) bytes" }
    guard let json else { return bytes == nil ? "no base64url" : "no JSON" }
    return String(decoding: json.encoded, as: UTF8.self)
  }
}
