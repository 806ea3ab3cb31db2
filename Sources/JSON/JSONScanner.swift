// SPDX-License-Identifier: MIT

internal import Bytes

/// The grammar of RFC 8259, one function a production.
struct JSONScanner: ~Escapable {
  typealias Node = JSONDocument.Node

  private let text: Span<UInt8>
  private let maximumDepth: Int
  private var nodes: [Node]
  private(set) var offset = 0

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, nodes: [Node], maximumDepth: Int) {
    self.text = text
    self.nodes = nodes
    self.maximumDepth = maximumDepth
  }

  @_lifetime(self: copy self)
  mutating func takeNodes() -> [Node] {
    let taken = nodes
    nodes = []
    return taken
  }

  @_lifetime(self: copy self)
  mutating func readDocument(leavingRest: Bool) throws(JSONError) {
    skipBlanks()
    try readValue(depth: 0)
    if leavingRest { return }
    skipBlanks()
    guard offset == text.count else {
      throw JSONError(
        .trailing, at: offset, "\(text.count - offset) bytes after the end of the value")
    }
  }

  @_lifetime(self: copy self)
  private mutating func readValue(depth: Int) throws(JSONError) {
    guard depth < maximumDepth else {
      throw JSONError(.depth, at: offset, "more than \(maximumDepth) values inside each other")
    }
    switch peek {
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "{"): try readObject(depth: depth)
    case UInt8(ascii: "["): try readArray(depth: depth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "t"): try readLiteral("true", .true)
    case UInt8(ascii: "f"): try readLiteral("false", .false)
    case UInt8(ascii: "n"): try readLiteral("null", .null)
    default: throw JSONError(.value, at: offset, "a value is expected, \(found) found")
    }
  }

  @_lifetime(self: copy self)
  private mutating func readObject(depth: Int) throws(JSONError) {
    let node = begin(.object)
    offset += 1
    skipBlanks()
    if peek != UInt8(ascii: "}") {
      repeat {
        skipBlanks()
        guard peek == UInt8(ascii: "\"") else {
          throw JSONError(.name, at: offset, "a name in quotes is expected, \(found) found")
        }
        try readString()
        skipBlanks()
        guard accept(UInt8(ascii: ":")) else {
          throw JSONError(.colon, at: offset, "':' is expected after the name, \(found) found")
        }
        skipBlanks()
        try readValue(depth: depth + 1)
        skipBlanks()
      } while accept(UInt8(ascii: ","))
    }
    guard accept(UInt8(ascii: "}")) else {
      throw JSONError(.comma, at: offset, "',' or '}' is expected, \(found) found")
    }
    close(node)
  }

  @_lifetime(self: copy self)
  private mutating func readArray(depth: Int) throws(JSONError) {
    let node = begin(.array)
    offset += 1
    skipBlanks()
    if peek != UInt8(ascii: "]") {
      repeat {
        skipBlanks()
        try readValue(depth: depth + 1)
        skipBlanks()
      } while accept(UInt8(ascii: ","))
    }
    guard accept(UInt8(ascii: "]")) else {
      throw JSONError(.comma, at: offset, "',' or ']' is expected, \(found) found")
    }
    close(node)
  }

  @_lifetime(self: copy self)
  private mutating func readLiteral(
    _ word: StaticString, _ kind: JSONDocument.Kind
  ) throws(JSONError) {
    let start = offset
    for byte in word.description.utf8 {
      guard accept(byte) else {
        throw JSONError(.value, at: start, "a value is expected, the word is not '\(word)'")
      }
    }
    nodes.append(Node(kind: kind, start: start, end: offset, next: nodes.count + 1))
  }

  @_lifetime(self: copy self)
  private mutating func readNumber() throws(JSONError) {
    let start = offset
    var isInteger = true
    _ = accept(UInt8(ascii: "-"))
    if !accept(UInt8(ascii: "0")) { try readDigits(of: "number") }
    if accept(UInt8(ascii: ".")) {
      isInteger = false
      try readDigits(of: "fraction")
    }
    if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
      isInteger = false
      if !accept(UInt8(ascii: "+")) { _ = accept(UInt8(ascii: "-")) }
      try readDigits(of: "exponent")
    }
    if isDigit(peek) { throw JSONError(.number, at: offset, "no digit may follow a leading 0") }
    nodes.append(
      Node(kind: isInteger ? .integer : .float, start: start, end: offset, next: nodes.count + 1))
  }

  @_lifetime(self: copy self)
  private mutating func readDigits(of part: StaticString) throws(JSONError) {
    guard isDigit(peek) else {
      throw JSONError(.number, at: offset, "a digit of the \(part) is expected, \(found) found")
    }
    var index = offset
    while index < text.count, isDigit(text[index]) { index += 1 }
    offset = index
  }

  @_lifetime(self: copy self)
  private mutating func readString() throws(JSONError) {
    let start = offset
    var issues: JSONDocument.StringIssues = []
    offset += 1
    while true {
      skipPlain()
      guard offset < text.count else {
        throw JSONError(
          .unterminated, at: offset, "the string that begins at byte \(start) does not end")
      }
      switch text[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        nodes.append(
          Node(kind: .string, issues: issues, start: start, end: offset, next: nodes.count + 1))
        return
      case UInt8(ascii: "\\"):
        issues.formUnion(try readEscape())
      case 0..<0x20:
        throw JSONError(.control, at: offset, "a control character must be escaped, \(found) found")
      default:
        let (step, length) = UTF8Step.decode(text, at: offset)
        if case .scalar = step {} else { issues.insert(.invalidUTF8) }
        offset += length
      }
    }
  }

  /// Moves past ASCII characters that stand for themselves.
  @_lifetime(self: copy self)
  private mutating func skipPlain() {
    var index = offset
    while index < text.count {
      let byte = text[index]
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
        break
      }
      index += 1
    }
    offset = index
  }

  @_lifetime(self: copy self)
  private mutating func readEscape() throws(JSONError) -> JSONDocument.StringIssues {
    guard offset + 1 < text.count, Self.escapes[Int(text[offset + 1])] != 0 else {
      throw JSONError(.escape, at: offset, "an escape is expected after the backslash")
    }
    guard text[offset + 1] == UInt8(ascii: "u") else {
      offset += 2
      return .escaped
    }
    for index in offset + 2..<offset + 6 {
      guard index < text.count, Hex.value(of: text[index]) != nil else {
        throw JSONError(.escape, at: offset, "four hexadecimal digits are expected after \\u")
      }
    }
    let unit = Self.codeUnit(text, at: offset + 2)
    offset += 6
    guard (0xD800...0xDFFF).contains(unit) else { return unit == 0 ? [.escaped, .nul] : .escaped }
    guard Self.lowSurrogate(text, at: offset, after: unit) != nil else {
      return [.escaped, .loneSurrogate]
    }
    offset += 6
    return .escaped
  }

  // MARK: - Small steps

  private var peek: UInt8 { offset < text.count ? text[offset] : 0 }

  private var found: String {
    offset < text.count ? describe(text[offset]) : "the end of the text"
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  @_lifetime(self: copy self)
  private mutating func accept(_ byte: UInt8) -> Bool {
    guard offset < text.count, text[offset] == byte else { return false }
    offset += 1
    return true
  }

  @_lifetime(self: copy self)
  @inline(__always)
  private mutating func skipBlanks() {
    if offset < text.count, text[offset] > 0x20 { return }
    skipSomeBlanks()
  }

  @_lifetime(self: copy self)
  private mutating func skipSomeBlanks() {
    while offset < text.count {
      switch text[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  @_lifetime(self: copy self)
  private mutating func begin(_ kind: JSONDocument.Kind) -> Int {
    nodes.append(Node(kind: kind, start: offset, end: offset, next: nodes.count + 1))
    return nodes.count - 1
  }

  @_lifetime(self: copy self)
  private mutating func close(_ node: Int) {
    nodes[node].end = offset
    nodes[node].next = nodes.count
  }

  /// What each letter after a backslash stands for; 0 where it stands for nothing.
  static let escapes = [256 of UInt8] { letter in
    switch UInt8(letter) {
    case UInt8(ascii: "\""): UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): UInt8(ascii: "\\")
    case UInt8(ascii: "/"): UInt8(ascii: "/")
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "u"): UInt8(ascii: "u")
    default: 0
    }
  }

  /// The code unit in four digits that were already checked.
  static func codeUnit(_ text: Span<UInt8>, at index: Int) -> UInt32 {
    var value: UInt32 = 0
    for digit in index..<index + 4 { value = value << 4 | UInt32(Hex.value(of: text[digit]) ?? 0) }
    return value
  }

  /// The second half of a pair, if `\uDC00`…`\uDFFF` stands at the index and `high` is a first half.
  static func lowSurrogate(_ text: Span<UInt8>, at index: Int, after high: UInt32) -> UInt32? {
    guard (0xD800...0xDBFF).contains(high), index + 6 <= text.count,
      text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u")
    else { return nil }
    for digit in index + 2..<index + 6 where Hex.value(of: text[digit]) == nil { return nil }
    let low = codeUnit(text, at: index + 2)
    return (0xDC00...0xDFFF).contains(low) ? low : nil
  }
}

private func describe(_ byte: UInt8) -> String {
  (0x21...0x7E).contains(byte)
    ? "'\(Unicode.Scalar(byte))'" : "byte 0x\(Hex.encode([byte]))"
}
