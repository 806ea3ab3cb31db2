// SPDX-License-Identifier: MIT

internal import Bytes

/// Reads the configuration language of nats-server: blocks, lists, and values whose spelling gives
/// them a type.
struct ConfReader {
  /// Why there is no value to be had.
  enum Failure: Error {
    case malformed
    /// The text ends where the server does not mind.
    case ended
  }

  private static let deepest = 200
  private static let furthestVariable = 16

  var scanner: ConfScanner
  let rules: ConfRules
  private let environment: [Text: Text]
  private let depth: Int
  /// The blocks around the current place.
  private var blocks: [ConfMap] = []
  /// The names that wait for a value: one that gets none is left to the block around it.
  private var names: [Text] = []

  private init(
    _ bytes: [UInt8], _ rules: ConfRules, environment: [Text: Text], depth: Int
  ) {
    scanner = ConfScanner(bytes)
    self.rules = rules
    self.environment = environment
    self.depth = depth
  }

  /// Reads a whole configuration; nothing where the server would not start with it.
  static func read(
    _ text: Text, by rules: ConfRules = ConfRules(), environment: [Text: Text] = [:], depth: Int = 0
  ) -> ConfMap? {
    var reader = ConfReader(text.bytes, rules, environment: environment, depth: depth)
    let top = ConfMap()
    reader.blocks = [top]
    do throws(Failure) {
      try reader.readTop(into: top)
      return top
    } catch {
      return error == .ended ? top : nil
    }
  }

  private mutating func readTop(into top: ConfMap) throws(Failure) {
    while true {
      scanner.skip { $0.isSpace || $0 == "{" }
      guard !scanner.isAtEnd else { return }
      if try skipComment() { continue }
      guard scanner.peek != "/" else { throw .malformed }
      names.append(try readName(isTop: true))
      try set(try readValue(), in: top)
      try endTopValue()
    }
  }

  private mutating func endTopValue() throws(Failure) {
    while !scanner.isAtEnd {
      if try skipComment() { return }
      let next = scanner.next()
      if next.isOne(of: "\n\r;,}") { return }
      guard next.isBlank || next == "/" else { throw .malformed }
    }
  }

  /// Skips a comment up to the end of its line.
  private mutating func skipComment() throws(Failure) -> Bool {
    var ahead = scanner
    guard ahead.accept("#") || ahead.accept("/") && ahead.accept("/") else { return false }
    scanner = ahead
    scanner.skip { !$0.isNewline }
    return true
  }

  // MARK: - Names

  /// Reads a name and what stands between it and its value.
  private mutating func readName(isTop: Bool) throws(Failure) -> Text {
    guard !scanner.peek.isSeparator else { throw .malformed }
    for quote: Unicode.Scalar in ["\"", "'"] where scanner.accept(quote) {
      let name = try readQuoted(to: quote, mayEnd: isTop)
      return try endName(name, isTop: isTop)
    }
    let start = scanner.offset
    scanner.next()
    scanner.skip { !$0.isSpace && !$0.isSeparator }
    guard isTop || !scanner.isAtEnd else { throw .malformed }
    let name = Text(scanner.bytes(from: start))
    // Another file, of which nothing is known here.
    guard name.display.lowercased() != "include" || !scanner.peek.isSpace else {
      throw .malformed
    }
    return try endName(name, isTop: isTop)
  }

  private mutating func endName(_ name: Text, isTop: Bool) throws(Failure) -> Text {
    scanner.skip { $0.isSpace }
    guard scanner.accept("=") || scanner.accept(":") else {
      guard isTop, scanner.isAtEnd else { return name }
      throw rules.losesLastName || name == "}" ? .ended : .malformed
    }
    return name
  }

  private mutating func readQuoted(
    to quote: Unicode.Scalar, mayEnd: Bool
  ) throws(Failure) -> Text {
    let start = scanner.offset
    scanner.skip { $0.value != quote.value }
    guard !scanner.isAtEnd else {
      throw mayEnd && scanner.offset == start && rules.losesLastName ? .ended : .malformed
    }
    let text = Text(scanner.bytes(from: start))
    scanner.next()
    return text
  }

  // MARK: - Values

  private mutating func set(_ value: ConfValue?, in map: ConfMap) throws(Failure) {
    guard let value else { return }
    guard let name = names.popLast() else { throw .malformed }
    map.set(name, value)
  }

  /// Reads a value; nothing where a number has a unit that is none.
  private mutating func readValue() throws(Failure) -> ConfValue? {
    scanner.skip { $0.isBlank }
    if scanner.accept("[") { return .array(try readArray()) }
    if scanner.accept("{") { return .map(try readMap()) }
    if scanner.accept("'") { return .text(try readQuoted(to: "'", mayEnd: true)) }
    if scanner.accept("(") { return .text(try readBlock()) }
    guard !scanner.peek.isNewline, scanner.peek != "." else { throw .malformed }
    switch try readScalar() {
    case .value(let value): return value
    case .variable(let name): return try value(ofVariable: name)
    }
  }

  private mutating func readArray() throws(Failure) -> [ConfValue] {
    guard blocks.count < Self.deepest else { throw .malformed }
    blocks.append(ConfMap())
    defer { blocks.removeLast() }
    var values: [ConfValue] = []
    while true {
      scanner.skip { $0.isSpace }
      if try skipComment() { continue }
      if scanner.accept("]") { return values }
      guard !scanner.isAtEnd, !scanner.peek.isOne(of: ",/") else { throw .malformed }
      if let value = try readValue() { values.append(value) }
      if try endElement(of: "]", separators: ",/\n\r") { return values }
    }
  }

  private mutating func readMap() throws(Failure) -> ConfMap {
    guard blocks.count < Self.deepest else { throw .malformed }
    let map = ConfMap()
    blocks.append(map)
    defer { blocks.removeLast() }
    while true {
      scanner.skip { $0.isSpace }
      if try skipComment() { continue }
      if scanner.accept("}") { return map }
      guard !scanner.isAtEnd, scanner.peek != "]" else { throw .malformed }
      _ = scanner.accept("/")
      names.append(try readName(isTop: false))
      scanner.skip { $0.isSpace }
      if scanner.accept("}") { return map }
      guard !scanner.isAtEnd, scanner.peek != "," else { throw .malformed }
      try set(try readValue(), in: map)
      if try endElement(of: "}", separators: ",;/\n\r") { return map }
    }
  }

  /// Reads what separates elements; true where there are no more.
  private mutating func endElement(
    of close: Unicode.Scalar, separators: String
  ) throws(Failure) -> Bool {
    while true {
      scanner.skip { $0.isBlank }
      if try skipComment() { continue }
      if scanner.accept(close) { return true }
      guard scanner.next().isOne(of: separators) else { throw .malformed }
      return false
    }
  }

  /// A text up to a closing parenthesis on a line of its own.
  private mutating func readBlock() throws(Failure) -> Text {
    let start = scanner.offset
    while !scanner.isAtEnd {
      if scanner.isAtLineStart, scanner.peek == ")" {
        let text = Text(scanner.bytes(from: start))
        scanner.next()
        if scanner.isAtEnd { return Text(text.bytes + [UInt8(ascii: ")")]) }
        if scanner.peek == "\n" { return text }
      } else {
        scanner.next()
      }
    }
    throw .malformed
  }

  // MARK: - Variables

  /// A hash needs no quotes; a name stands in a block around it, or in the environment, whose text
  /// is read as a value is.
  private func value(ofVariable name: Text) throws(Failure) -> ConfValue {
    if name.bytes.starts(with: "2a$".utf8) { return .text(Text(Array("$".utf8) + name.bytes)) }
    for block in blocks.reversed() {
      if let value = block.refer(to: name) { return value }
    }
    guard depth < Self.furthestVariable, let text = environment[name],
      let map = Self.read(
        Text(Array("pk=".utf8) + text.bytes), by: rules, environment: environment, depth: depth + 1),
      let value = map["pk"]
    else { throw .malformed }
    return value
  }
}
