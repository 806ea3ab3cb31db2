// SPDX-License-Identifier: MIT

internal import Bytes
internal import Sockets

/// One connection to a live server: what is sent, and what comes back.
public struct LiveExchange: ~Copyable {
  /// What is sent before an answer is awaited.
  public struct Step: Equatable, Sendable {
    public let pieces: [[UInt8]]
    /// Whether a PING follows.
    public let pings: Bool

    public init(_ pieces: [[UInt8]], pings: Bool = true) {
      self.pieces = pieces
      self.pings = pings
    }
  }

  public struct Reply: Equatable, Sendable {
    public let lines: [String]
    public let isClosed: Bool

    public init(lines: [String], isClosed: Bool) {
      self.lines = lines
      self.isClosed = isClosed
    }
  }

  /// Something that no NATS server says.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  private static let most = 1 << 16
  /// How long a piece stays alone.
  private static let pause: Int32 = 15

  public let info: ServerInfo
  private let connection: TCPConnection
  private let milliseconds: Int32
  private var received: [UInt8] = []
  private var lines: [String] = []
  private var isClosed = false

  /// Connects, and reads what the server says of itself.
  public init(host: String, port: UInt16, milliseconds: Int32) throws {
    let connection = try TCPConnection(host: host, port: port, milliseconds: milliseconds)
    var received: [UInt8] = []
    let deadline = TCPConnection.milliseconds + Int64(milliseconds)
    var isOpen = true
    while isOpen, !received.contains(Self.lineFeed), received.count < Self.most {
      isOpen = (try? Self.read(connection, &received, until: deadline)) ?? false
    }
    guard let end = received.firstIndex(of: Self.lineFeed),
      let info = ServerInfo(Self.line(received[..<end]))
    else { throw Fault(description: "no NATS server: its first line is no INFO") }
    self.connection = connection
    self.milliseconds = milliseconds
    self.info = info
    self.received = Array(received[(end + 1)...])
  }

  /// Sends some steps and waits for the answer to each.
  public consuming func ask(_ steps: [Step]) throws -> Reply {
    for step in steps where !isClosed {
      try send(step)
      try receive(untilPongs: step.pings ? pongs + 1 : .max)
    }
    try settle()
    return Reply(lines: lines, isClosed: isClosed)
  }

  private mutating func send(_ step: Step) throws {
    let ping = step.pings ? [Array("PING\r\n".utf8)] : []
    for (place, piece) in (step.pieces + ping).enumerated() where !isClosed {
      if place > 0 { try receive(within: Self.pause) }
      do throws(SocketError) {
        try connection.write(piece.span, milliseconds: milliseconds)
      } catch {
        guard error.code == .closed else { throw error }
      }
    }
  }

  private mutating func receive(untilPongs wanted: Int) throws {
    let deadline = TCPConnection.milliseconds + Int64(milliseconds)
    while !isClosed, pongs < wanted {
      let left = deadline - TCPConnection.milliseconds
      guard left > 0 else { return }
      try receive(within: Int32(clamping: left))
    }
  }

  /// Gives a server that answered the time to close.
  private mutating func settle() throws {
    if !isClosed { try receive(within: Self.pause) }
  }

  private var pongs: Int { lines.count { $0 == "PONG" } }

  private mutating func receive(within time: Int32) throws {
    let deadline = TCPConnection.milliseconds + Int64(time)
    do throws(SocketError) {
      isClosed = try !Self.read(connection, &received, until: deadline)
    } catch {
      if error.code == .closed { isClosed = true } else if error.code != .time { throw error }
    }
    try split()
  }

  private static func read(
    _ connection: borrowing TCPConnection, _ bytes: inout [UInt8], until deadline: Int64
  ) throws(SocketError) -> Bool {
    let left = Int32(clamping: max(deadline - TCPConnection.milliseconds, 1))
    return try connection.read(into: &bytes, milliseconds: left)
  }

  /// Takes whole lines out of what came; a server may tell of itself at any time.
  private mutating func split() throws {
    while let end = received.firstIndex(of: Self.lineFeed) {
      let line = Self.line(received[..<end])
      received.removeSubrange(...end)
      if line.starts(with: "INFO ".utf8) { continue }
      lines.append(try Self.words(line))
    }
    guard received.count < Self.most, lines.count < 100 else {
      throw Fault(description: "the server says more than any NATS server does")
    }
  }

  private static func words(_ line: [UInt8]) throws -> String {
    guard
      line.starts(with: "+OK".utf8) || line.starts(with: "-ERR".utf8) || line == pong
        || line == Array("PING".utf8), line.allSatisfy({ (0x20...0x7E).contains($0) })
    else { throw Fault(description: "the server answers with a line that is none of the protocol") }
    return String(decoding: line, as: UTF8.self)
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
  }

  private static let pong = Array("PONG".utf8)
  private static let lineFeed = UInt8(ascii: "\n")
}
