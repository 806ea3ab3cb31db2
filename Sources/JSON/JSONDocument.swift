// SPDX-License-Identifier: MIT

public import Bytes

/// A JSON text read without loss: every value keeps its lexeme, its order and its offset.
///
/// Duplicate names stay, numbers stay text, and a string tells whether it is UTF-8.
/// Parsing again into the same document reuses its memory.
public struct JSONDocument: Sendable {
  /// A value: what it is and where.
  public struct Node: Sendable {
    public let kind: Kind
    public internal(set) var issues: StringIssues = []
    public let start: Int
    public internal(set) var end: Int
    /// The index of the first node that is not inside this one.
    public internal(set) var next: Int
  }

  public enum Kind: UInt8, Sendable {
    case null
    case `true`
    case `false`
    case integer
    case float
    case string
    case array
    case object
  }

  /// What is remarkable about a string.
  public struct StringIssues: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It has a backslash.
    public static let escaped = Self(rawValue: 1)
    /// A surrogate stands alone.
    public static let loneSurrogate = Self(rawValue: 2)
    /// Its bytes are not UTF-8.
    public static let invalidUTF8 = Self(rawValue: 4)
    /// It has U+0000.
    public static let nul = Self(rawValue: 8)
  }

  /// The index of the outermost value.
  public static let root = 0

  public private(set) var bytes: [UInt8] = []
  public private(set) var nodes: [Node] = []
  /// The number of bytes that belong to the text; more may follow where the reader was told so.
  public private(set) var length = 0

  public init() {}

  /// The text `{}`.
  public static let emptyObject: JSONDocument = {
    var document = JSONDocument()
    document.bytes = Array("{}".utf8)
    document.length = 2
    document.nodes = [Node(kind: .object, start: 0, end: 2, next: 1)]
    return document
  }()

  public init(parsing text: Span<UInt8>, maximumDepth: Int = 512) throws(JSONError) {
    try parse(text, maximumDepth: maximumDepth)
  }

  /// Reads a text that becomes the document's own without being copied.
  public init(taking text: consuming [UInt8], maximumDepth: Int = 512) throws(JSONError) {
    var room: [Node] = []
    room.reserveCapacity(1 + text.count / 6)
    var scanner = JSONScanner(text.span, nodes: room, maximumDepth: maximumDepth)
    room = []
    try scanner.readDocument(leavingRest: false)
    length = scanner.offset
    nodes = scanner.takeNodes()
    bytes = text
  }

  /// Reads one value; refuses what follows it unless told to leave it.
  public mutating func parse(
    _ text: Span<UInt8>, maximumDepth: Int = 512, leavingRest: Bool = false
  ) throws(JSONError) {
    nodes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    length = 0
    var scanner = JSONScanner(text, nodes: nodes, maximumDepth: maximumDepth)
    nodes = []
    try scanner.readDocument(leavingRest: leavingRest)
    length = scanner.offset
    nodes = scanner.takeNodes()
    bytes.append(copying: text.extracting(0..<length))
  }

  /// The bytes of a value as written, quotes included.
  public func lexeme(of node: Int) -> ArraySlice<UInt8> {
    bytes[nodes[node].start..<nodes[node].end]
  }

  /// The characters of a string, escapes resolved; lone surrogates take three bytes.
  public func text(of node: Int) -> Text {
    let node = nodes[node]
    let content = node.start + 1..<node.end - 1
    guard node.issues.contains(.escaped) else { return Text(Array(bytes[content])) }
    return Text(unescape(bytes.span.extracting(content)))
  }

  /// A value's node.
  @inlinable
  public func node(_ index: Int) -> Node { nodes[index] }

  /// Whether a node is the string with just this text.
  public func isString(_ node: Int, _ text: String) -> Bool {
    isString(node, text.utf8.span)
  }

  /// Whether a node is the string with just these characters.
  @inlinable
  public func isString(_ node: Int, _ text: Span<UInt8>) -> Bool {
    let found = nodes[node]
    guard found.kind == .string else { return false }
    guard !found.issues.contains(.escaped) else {
      return self.text(of: node).bytes.span.equals(text)
    }
    guard found.end - found.start - 2 == text.count else { return false }
    return bytes.span.extracting(found.start + 1..<found.end - 1).equals(text)
  }

  /// A string that is known to be Unicode text.
  public func string(of node: Int) -> String {
    let found = nodes[node]
    guard !found.issues.contains(.escaped) else { return text(of: node).display }
    return String(decoding: bytes[found.start + 1..<found.end - 1], as: UTF8.self)
  }

  /// An integer, where it fits the type.
  public func integer<Value: FixedWidthInteger>(_ node: Int, as type: Value.Type) -> Value? {
    let found = nodes[node]
    guard found.kind == .integer else { return nil }
    let isNegative = bytes[found.start] == UInt8(ascii: "-")
    var value: Value = 0
    for index in (isNegative ? found.start + 1 : found.start)..<found.end {
      let digit = Value(bytes[index] - UInt8(ascii: "0"))
      let (tens, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, past) =
        isNegative
        ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !over, !past else { return nil }
      value = sum
    }
    return value
  }

  /// An integer, where it fits 64 bits: the quick way for the usual one.
  @inlinable
  public func int64(of node: Int) -> Int64? {
    let found = nodes[node]
    guard found.kind == .integer else { return nil }
    let isNegative = bytes[found.start] == UInt8(ascii: "-")
    let digits = bytes.span.extracting((isNegative ? found.start + 1 : found.start)..<found.end)
    guard digits.count <= 19 else { return nil }
    // Nineteen digits always fit 64 bits without a sign.
    var magnitude: UInt64 = 0
    for index in digits.indices {
      magnitude = magnitude &* 10 &+ UInt64(digits[index] &- UInt8(ascii: "0"))
    }
    if isNegative, magnitude == Int64.min.magnitude { return .min }
    return Int64(exactly: magnitude).map { isNegative ? -$0 : $0 }
  }

  /// The values of an array, or names and values of an object in turn.
  public func children(of node: Int) -> Children {
    Children(nodes: nodes, index: node + 1, end: nodes[node].next)
  }

  public struct Children: Sequence, IteratorProtocol, Sendable {
    let nodes: [Node]
    var index: Int
    let end: Int

    public mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = nodes[index].next }
      return index
    }
  }
}

/// Resolves the escapes of a string that the scanner has already checked.
private func unescape(_ text: Span<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count)
  var index = 0
  while index < text.count {
    guard text[index] == UInt8(ascii: "\\") else {
      bytes.append(text[index])
      index += 1
      continue
    }
    let letter = text[index + 1]
    guard letter == UInt8(ascii: "u") else {
      bytes.append(JSONScanner.escapes[Int(letter)])
      index += 2
      continue
    }
    let high = JSONScanner.codeUnit(text, at: index + 2)
    index += 6
    if let low = JSONScanner.lowSurrogate(text, at: index, after: high) {
      bytes.append(codePoint: 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      index += 6
    } else {
      bytes.append(codePoint: high)
    }
  }
  return bytes
}
