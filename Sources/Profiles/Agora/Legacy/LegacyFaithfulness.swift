// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// Judges whether a key says what was asked, and nothing else.
///
/// A key is a row of fields, each of which has one right text: that is what is compared.
struct LegacyFaithfulness {
  let call: LegacyCall
  /// In contract every argument has its documented type; outside, another scalar may say the same.
  let isStrict: Bool

  init?(question: Question, isStrict: Bool) {
    guard let call = LegacyCall(question) else { return nil }
    self.call = call
    self.isStrict = isStrict
  }

  /// A field, the clause about it, and what must stand there.
  struct Part {
    let field: String
    let clause: String
    let content: Content

    init(_ field: String, _ clause: String, _ bytes: [UInt8]?) {
      self.init(field, clause, bytes.map { .exact($0) } ?? .impossible)
    }

    /// A number that no bytes say should have been refused.
    init(_ field: String, _ clause: String, number bytes: [UInt8]?) {
      self.init(field, bytes == nil ? "agora.numbers.checked" : clause, bytes)
    }

    init(_ field: String, _ clause: String, anything count: Int) {
      self.init(field, clause, .anything(count))
    }

    private init(_ field: String, _ clause: String, _ content: Content) {
      (self.field, self.clause, self.content) = (field, clause, content)
    }
  }

  enum Content {
    case exact([UInt8])
    /// So many bytes, which are judged elsewhere.
    case anything(Int)
    /// No text says what was asked.
    case impossible
  }

  func mismatch(of token: Text?) -> Mismatch? {
    guard let token else { return .noToken("agora") }
    switch call.entry.form {
    case .text(let version, let service):
      return FaithfulTextKey(faithfulness: self, version: version, service: service)
        .mismatch(of: token.bytes)
    case .packed(let service):
      return FaithfulPackedKey(faithfulness: self, service: service).mismatch(of: token.bytes)
    case .signaling(let isRelative):
      return signalingMismatch(of: token.bytes, isRelative: isRelative)
    }
  }

  /// The first part that is not as it must be.
  static func compare(_ parts: [Part], _ bytes: [UInt8], layout: String) -> Mismatch? {
    var rest = bytes[...]
    for part in parts {
      let found: ArraySlice<UInt8>
      switch part.content {
      case .impossible:
        return part.mismatch("no token for this argument", rest.prefix(40))
      case .anything(let count):
        found = rest.prefix(count)
        guard found.count == count else { return part.mismatch("\(count) bytes", found) }
      case .exact(let expected):
        found = rest.prefix(expected.count)
        guard found.elementsEqual(expected) else {
          return part.mismatch(shown(expected[...]), found)
        }
      }
      rest = rest.dropFirst(found.count)
    }
    guard !rest.isEmpty else { return nil }
    return Part(parts.last?.field ?? "", layout, anything: 0).mismatch("the end", rest)
  }

  /// Bytes for people: text where they are printable, and cut where they are long.
  static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let isText = bytes.allSatisfy { (0x20...0x7E).contains($0) }
    let text = isText ? String(decoding: bytes, as: UTF8.self) : Hex.encode(bytes)
    return text.utf8.count <= 60 ? text : String(text.prefix(57)) + "..."
  }

  // MARK: - Right texts

  func number(_ argument: LegacyArgument) -> UInt32? {
    let value = call[argument]
    let whole = value.int128 ?? (isStrict ? nil : value.denotedInteger)
    return whole.flatMap { UInt32(exactly: $0) }
  }

  func text(_ argument: LegacyArgument) -> [UInt8]? {
    if let text = call[argument].text { return text.bytes }
    guard !isStrict else { return nil }
    switch call[argument] {
    case .integer(let lexeme), .float(let lexeme): return Array(lexeme.utf8)
    default: return nil
    }
  }

  func decoded(_ argument: LegacyArgument) -> [UInt8]? {
    text(argument).flatMap { try? Hex.decode($0.span) }
  }

  // MARK: - Signaling

  private func signalingMismatch(of token: [UInt8], isRelative: Bool) -> Mismatch? {
    let end = isRelative ? relativeEnd(of: token) : number(.expire).map { Array(String($0).utf8) }
    let layout = "agora.legacy.signaling.layout"
    return Self.compare(
      [
        Part("version", layout, Array("1:".utf8)),
        Part("app-id", layout, text(.appID)),
        Part("app-id", layout, [UInt8(ascii: ":")]),
        endPart(end),
        Part("expire", layout, [UInt8(ascii: ":")]),
        Part("digest", "agora.legacy.signaling.md5", end.flatMap(digest)),
      ], token, layout: layout)
  }

  private func endPart(_ end: [UInt8]?) -> Part {
    let clause = "agora.legacy.signaling.expire"
    return number(.expire) == nil
      ? Part("expire", clause, number: nil) : Part("expire", clause, end)
  }

  private func digest(end: [UInt8]) -> [UInt8]? {
    guard let account = text(.account), let appID = text(.appID),
      let certificate = text(.certificate),
      let digest = try? Digest.md5.hash((account + appID + certificate + end).span)
    else { return nil }
    return Array(Hex.encode(digest).utf8)
  }

  /// The end that stands in the token, where some clock can have given it.
  private func relativeEnd(of token: [UInt8]) -> [UInt8]? {
    let fields = token.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard fields.count == 4, let seconds = number(.expire),
      let end = Int64(String(decoding: fields[2], as: UTF8.self)),
      LegacyClock.range.contains(end.subtractingReportingOverflow(Int64(seconds)).partialValue)
    else { return nil }
    return Array(String(end).utf8)
  }
}

extension LegacyFaithfulness.Part {
  func mismatch(_ expected: String, _ found: ArraySlice<UInt8>) -> Mismatch {
    Mismatch(
      clause, field: field, offset: found.startIndex, expected: expected,
      got: LegacyFaithfulness.shown(found))
  }
}

extension JSONValue {
  /// The integer that another scalar says.
  fileprivate var denotedInteger: Int128? {
    switch self {
    case .float: wholeNumber
    case .string(let text): Int128(text.display)
    default: nil
    }
  }
}
