// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// Names the fields of the dynamic keys before 006 and of signaling tokens, without judging them.
struct AgoraOldInspector {
  private(set) var inspection: Inspection

  init?(_ token: [UInt8]) {
    if let known = TextLayout.all.first(where: { $0.matches(token) }) {
      self.init(title: known.title)
      show(known.fields, token, "text")
    } else if token.starts(with: "1:".utf8) {
      self.init(signaling: token)
    } else if token.starts(with: "005".utf8) {
      self.init(packed: token)
    } else {
      return nil
    }
  }

  private init(title: String) {
    inspection = Inspection(format: "agora-legacy", title: "Agora \(title)")
  }

  private init(packed token: [UInt8]) {
    self.init(title: "dynamic key 005")
    let (bytes, error) = Base64.standard.decodePart(
      token.span.extracting(droppingFirst: 3), offset: 3)
    show([("content", bytes.count)], bytes, error?.description ?? "version '005', then base64")
  }

  private init(signaling token: [UInt8]) {
    self.init(title: "signaling token")
    let names = ["version", "app-id", "expire", "md5"]
    let parts = token.split(
      separator: UInt8(ascii: ":"), maxSplits: names.count - 1, omittingEmptySubsequences: false)
    let fields = zip(names, parts).enumerated().map { index, field in
      (field.0, field.1.count + (index + 1 < parts.count ? 1 : 0))
    }
    show(fields, token, "text with colons")
  }

  private mutating func show(_ fields: [(String, Int)], _ bytes: [UInt8], _ encoding: String) {
    var end = 0
    let ranges = fields.map { name, count in
      let start = end
      end = min(bytes.count, end + count)
      return Field(name: name, range: start..<end)
    }
    inspection.byteCount = bytes.count
    inspection.layers.append(.init(.encoding, nil, encoding))
    inspection.show(ranges.filter { !$0.range.isEmpty }, of: bytes, in: 0..<bytes.count) {
      name, bytes in
      name == "content" ? "" : AgoraMeaning.common("text", bytes)
    }
  }
}

/// The fields of a key that is text, each of a fixed length.
private struct TextLayout {
  let title: String
  let version: String
  let fields: [(name: String, length: Int)]

  private init(_ number: String, version: String, _ more: [(String, Int)]) {
    title = "dynamic key \(number)"
    self.version = version
    let head = version.isEmpty ? [] : [("version", version.utf8.count)]
    fields = head + [("signature", 40), ("app-id", 32), ("ts", 10), ("random", 8)] + more
  }

  /// A key without a version is known by its length and its digits.
  func matches(_ token: [UInt8]) -> Bool {
    guard version.isEmpty else { return token.starts(with: version.utf8) }
    return token.count == fields.reduce(0) { $0 + $1.length }
      && token.prefix(72).allSatisfy { Hex.value(of: $0) != nil }
  }

  /// Those without a version first: their signature can begin like one, their length tells.
  static let all = [
    TextLayout("001", version: "", []),
    TextLayout("002", version: "", [("uid", 10), ("expire", 10)]),
    TextLayout("003", version: "003", [("uid", 10), ("expire", 10)]),
    TextLayout("004", version: "004", [("expire", 10)]),
  ]
}
