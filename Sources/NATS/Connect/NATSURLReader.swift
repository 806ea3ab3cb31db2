// SPDX-License-Identifier: MIT

internal import Bytes

/// Reads the parts of an address in the order in which they stand.
struct NATSURLReader: ~Escapable {
  private let text: Span<UInt8>
  private let checks: Checks
  private var offset = 0
  private(set) var fields: [Field] = []

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, _ checks: Checks) {
    self.text = text
    self.checks = checks
  }

  @_lifetime(self: copy self)
  mutating func readScheme() throws(Refusal) -> String {
    guard let end = schemeEnd else { return NATSURL.schemes[0] }
    let scheme = string(0..<end).lowercased()
    if !NATSURL.schemes.contains(scheme) {
      try refuse(
        .urlScheme, "scheme", 0, "one of \(NATSURL.schemes.joined(separator: ", ")) is expected")
    }
    take("scheme", until: end + 3)
    return scheme
  }

  private var schemeEnd: Int? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon + 2 < text.count,
      text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    return colon
  }

  @_lifetime(self: copy self)
  mutating func readCredentials() throws(Refusal) -> NATSCredentials? {
    let end = authorityEnd
    guard let at = first("@", before: end) else { return nil }
    if let second = text.firstIndex(of: UInt8(ascii: "@"), from: at + 1), second < end {
      try refuse(.urlCharacter, "user part", at, "'@' is written as '%40'")
    }
    if at == offset {
      try refuse(.urlUser, "user part", at, "a token, or a user and a password, is expected")
    }
    let credentials = at > offset ? try credentials(until: at) : nil
    take("user part", until: at + 1)
    return credentials
  }

  private func credentials(until end: Int) throws(Refusal) -> NATSCredentials {
    guard let colon = first(":", before: end) else {
      let token = NATSCredentials.token(try decode(offset..<end))
      try token.check(checks)
      return token
    }
    return .user(try decode(offset..<colon), password: try decode(colon + 1..<end))
  }

  /// A part of the user part, with its escapes resolved once.
  private func decode(_ range: Range<Int>) throws(Refusal) -> Text {
    var bytes: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "%"), let byte = try escaped(at: index, before: range.upperBound) {
        bytes.append(byte)
        index += 3
      } else {
        if byte != UInt8(ascii: "%"), !Self.isPlain(byte) {
          try refuse(
            .urlCharacter, "user part", index, "the character is written with '%' and two digits")
        }
        bytes.append(byte)
        index += 1
      }
    }
    let decoded = Text(bytes)
    if decoded.quality != .utf8 {
      try refuse(.urlEscape, "user part", range.lowerBound, "the escapes are no UTF-8")
    }
    return decoded
  }

  private func escaped(at index: Int, before end: Int) throws(Refusal) -> UInt8? {
    guard index + 2 < end, let high = Hex.value(of: text[index + 1]),
      let low = Hex.value(of: text[index + 2])
    else {
      try refuse(.urlEscape, "user part", index, "'%' and two hexadecimal digits are expected")
      return nil
    }
    return high << 4 | low
  }

  /// Letters, digits and the marks that stand for themselves in a user part.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: marks.contains(byte)
    }
  }

  private static let marks = Array("-._~!$&'()*+,;=:".utf8)

  @_lifetime(self: copy self)
  mutating func readHost() throws(Refusal) -> Text {
    let host = try hostRange()
    if host.isEmpty { try refuse(.urlHost, "host", offset, "a name or an address is expected") }
    let isBracketed = host.lowerBound > offset
    for index in host {
      let byte = text[index]
      let isPlain =
        Self.isPlain(byte) && !Self.isOdd(byte) || isBracketed && byte == UInt8(ascii: ":")
      if !isPlain { try refuse(.urlHost, "host", index, "the character belongs to no host") }
    }
    let end = host.upperBound
    let isClosed = isBracketed && end < text.count && text[end] == UInt8(ascii: "]")
    take("host", until: isClosed ? end + 1 : end)
    return Text([UInt8](copying: text.extracting(host)))
  }

  private func hostRange() throws(Refusal) -> Range<Int> {
    let end = authorityEnd
    guard offset < end, text[offset] == UInt8(ascii: "[") else {
      return offset..<(first(":", before: end) ?? end)
    }
    guard let bracket = first("]", before: end) else {
      try refuse(.urlHost, "host", offset, "']' is expected")
      return offset + 1..<end
    }
    return offset + 1..<bracket
  }

  /// The marks that a user part has and a host has not.
  private static func isOdd(_ byte: UInt8) -> Bool {
    marks.dropFirst(4).contains(byte)
  }

  @_lifetime(self: copy self)
  mutating func readPort() throws(Refusal) -> UInt16? {
    let end = authorityEnd
    guard offset < end else { return nil }
    let digits = string(offset + 1..<end)
    let port = text[offset] == UInt8(ascii: ":") ? Self.port(digits) : nil
    if port == nil {
      try refuse(.urlPort, "port", offset, "':' and a number up to 65535 are expected")
    }
    take("port", until: end)
    return port
  }

  private static func port(_ digits: String) -> UInt16? {
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return UInt16(digits).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Nothing may follow but a slash.
  @_lifetime(self: copy self)
  mutating func readPath() throws(Refusal) {
    let end = text.count
    guard offset < end else { return }
    if text[offset] != UInt8(ascii: "/") || offset + 1 < end {
      try refuse(.urlPath, "path", offset, "the address ends after the port")
    }
    take("path", until: end)
  }

  private var authorityEnd: Int {
    var index = offset
    while index < text.count, !Self.ends.contains(text[index]) { index += 1 }
    return index
  }

  private static let ends = Array("/?#".utf8)

  private func first(_ mark: Unicode.Scalar, before end: Int) -> Int? {
    text.firstIndex(of: UInt8(ascii: mark), from: offset).flatMap { $0 < end ? $0 : nil }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: [UInt8](copying: text.extracting(range)), as: UTF8.self)
  }

  @_lifetime(self: copy self)
  private mutating func take(_ field: String, until end: Int) {
    fields.append(Field(name: field, range: offset..<end))
    offset = end
  }

  private func refuse(
    _ reason: NATSReason, _ field: String, _ place: Int, _ detail: String
  ) throws(Refusal) {
    try checks.refuse(Refusal(.structure, reason, field: field, offset: place, detail))
  }
}
