// SPDX-License-Identifier: MIT

public import Bytes

/// Finds operations in what a server reads, one read after another.
public struct ProtocolReader: Sendable {
  public enum Operation: Sendable {
    case connect
    case ping
    case pong
    /// Something that only a client has use for that was let in.
    case other
  }

  private enum State: Sendable {
    case start
    case verb(Int, matched: Int)
    case blanks(count: Int)
    case argument
    case rest(Operation)
  }

  private let rules: LineRules
  private let longestLine: Int
  private let checks: Checks
  private var state = State.start
  /// The argument of CONNECT, as far as it is known.
  public private(set) var argument: [UInt8] = []
  private var isSplit = false
  private var returns = 0
  private var endsWithReturn = false

  public init(
    _ rules: LineRules = LineRules(), longestLine: Int = 4096, checks: Checks = .all
  ) {
    self.rules = rules
    self.longestLine = longestLine
    self.checks = checks
    argument.reserveCapacity(512)
  }

  /// Whether nothing has begun that is not ended.
  public var isIdle: Bool { if case .start = state { true } else { false } }

  /// The next operation that ends in a read, from an index on.
  ///
  /// While a CONNECT is awaited, nothing else may begin.
  public mutating func next(
    _ read: Span<UInt8>, from index: inout Int, awaitingConnect: Bool
  ) throws(Refusal) -> Operation? {
    while index < read.count {
      if let operation = try step(read, &index, awaitingConnect) {
        state = .start
        return operation
      }
    }
    return nil
  }

  private mutating func step(
    _ read: Span<UInt8>, _ index: inout Int, _ awaitingConnect: Bool
  ) throws(Refusal) -> Operation? {
    switch state {
    case .start:
      if awaitingConnect, Self.upper(read[index]) != Self.verbs[0].letters[0] {
        try checks.refuse(
          Refusal(.structure, .verb, field: "verb", offset: index, "CONNECT is expected"))
      }
      try match(read[index], verb: 0, matched: 0, at: index)
      index += 1
    case .verb(let verb, let matched):
      try match(read[index], verb: verb, matched: matched, at: index)
      index += 1
    case .blanks(let count): try begin(read, &index, blanks: count)
    case .argument: return try take(read, &index)
    case .rest(let operation):
      let end = read.firstIndex(of: Self.lineFeed, from: index)
      index = (end ?? read.count - 1) + 1
      return end == nil ? nil : operation
    }
    return nil
  }

  // MARK: - The verb

  private mutating func match(
    _ byte: UInt8, verb: Int, matched: Int, at index: Int
  ) throws(Refusal) {
    let byte = Self.upper(byte)
    let begun = Self.verbs[verb].letters.prefix(matched)
    let found = Self.verbs[verb...].firstIndex {
      $0.letters.count > matched && $0.letters[matched] == byte && $0.letters.starts(with: begun)
    }
    guard let found else {
      try checks.refuse(
        Refusal(.structure, .operation, field: "verb", offset: index, "a verb is expected"))
      state = byte == Self.lineFeed ? .start : .rest(.pong)
      return
    }
    guard Self.verbs[found].letters.count == matched + 1 else {
      state = .verb(found, matched: matched + 1)
      return
    }
    let operation = Self.verbs[found].operation
    state = operation == .connect ? .blanks(count: 0) : .rest(operation)
  }

  private static let verbs: [(letters: [UInt8], operation: Operation)] = [
    (Array("CONNECT".utf8), .connect), (Array("PING".utf8), .ping), (Array("PONG".utf8), .pong),
    (Array("PUB".utf8), .other), (Array("HPUB".utf8), .other), (Array("SUB".utf8), .other),
    (Array("UNSUB".utf8), .other), (Array("INFO".utf8), .other), (Array("+OK".utf8), .other),
    (Array("-ERR".utf8), .other),
  ]

  private static func upper(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & ~0x20 : byte
  }

  // MARK: - The argument

  private mutating func begin(
    _ read: Span<UInt8>, _ index: inout Int, blanks: Int
  ) throws(Refusal) {
    guard read[index] != UInt8(ascii: " "), read[index] != UInt8(ascii: "\t") else {
      state = .blanks(count: min(blanks, 1) + 1)
      index += 1
      return
    }
    guard blanks > 0 || !rules.needsBlank else {
      throw Refusal(.structure, .blank, field: "verb", offset: index, "a blank is expected")
    }
    // The first byte is taken as it is, even where it is the end of a line.
    guard !rules.needsCRLF || !Self.isLineEnd(read[index]) else {
      throw Refusal(.structure, .lineEnd, field: "line", offset: index, "an object is expected")
    }
    argument.removeAll(keepingCapacity: true)
    argument.append(read[index])
    (isSplit, returns, endsWithReturn) = (false, 0, false)
    state = .argument
    index += 1
    if index == read.count { isSplit = true }
  }

  private mutating func take(_ read: Span<UInt8>, _ index: inout Int) throws(Refusal) -> Operation?
  {
    let end = read.firstIndex(of: Self.lineFeed, from: index)
    let part = read.extracting(index..<(end ?? read.count))
    let known = returns
    returns += part.indices.count { part[$0] == Self.carriageReturn }
    if part.count > 0 { endsWithReturn = part[part.count - 1] == Self.carriageReturn }
    append(part, hasReturn: returns > known)
    isSplit = true
    index = end.map { $0 + 1 } ?? read.count
    if argument.count > longestLine {
      try checks.refuse(
        Refusal(
          .structure, .lineLength, field: "line", "\(longestLine) bytes are expected at most"))
    }
    guard end != nil else { return nil }
    guard !rules.needsCRLF || returns == 1 && endsWithReturn else {
      throw Refusal(
        .structure, .lineEnd, field: "line", "CR LF is expected at the end, and no other CR")
    }
    return .connect
  }

  /// What a line spans in one read loses one byte to its CRs; in later reads each CR is left out.
  private mutating func append(_ part: Span<UInt8>, hasReturn: Bool) {
    guard hasReturn else { return argument.append(copying: part) }
    guard isSplit else {
      return argument.append(copying: part.extracting(0..<part.count - 1))
    }
    for index in part.indices where part[index] != Self.carriageReturn {
      argument.append(part[index])
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }
}
