// SPDX-License-Identifier: MIT

internal import Spawn

/// A running port: bytes out, lines in.
struct PortProcess: ~Copyable {
  private var child: RunningChild
  private var pending: [UInt8] = []
  private var written = 0
  private var inbox: [UInt8] = []
  /// What it wrote after the last line feed.
  var unfinished: [UInt8] { inbox }
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var errors: [UInt8] = []
  private let limit: Int
  /// Whether nothing more will be sent.
  private var isClosing = false

  /// What happened while waiting.
  enum Event {
    case lines([ArraySlice<UInt8>])
    case nothing
    /// It wrote more than a line may have.
    case flooded
    case ended(String)
  }

  private static let keptErrors = 4096
  private static let nobodyReads: Int32 = -32

  init(_ command: [String], limit: Int) throws(SpawnError) {
    child = try RunningChild(
      executable: command.first ?? "", arguments: Array(command.dropFirst()), settings: [:],
      directory: "")
    self.limit = limit
  }

  mutating func send(_ bytes: [UInt8]) { pending += bytes }

  /// Tells the port that nothing more will come, once everything is written.
  mutating func finish() { isClosing = true }

  mutating func wait(milliseconds: Int64) -> Event {
    write()
    var (status, ready) = child.wait(
      milliseconds: Int32(clamping: milliseconds), watchingEnd: true, writing: hasPending)
    guard status >= 0 else { return .ended("its streams cannot be watched") }
    if ready.contains(.errors) { readErrors() }
    if !ready.contains(.output) {
      guard child.hasEnded else { return .nothing }
      // It may have written after the first look. A child of its own can keep the stream open.
      (status, ready) = child.wait(milliseconds: 0, watchingEnd: false, writing: false)
    }
    return ready.contains(.output) ? readOutput() : .ended(self.status())
  }

  private var hasPending: Bool { written < pending.count }

  private mutating func write() {
    while hasPending, child.isOpen(.input) {
      let status = child.write(pending.span.extracting(written..<pending.count))
      if status == Self.nobodyReads { child.close(.input) }
      guard status > 0 else { break }
      written += Int(status)
    }
    if !hasPending {
      pending.removeAll(keepingCapacity: true)
      written = 0
      if isClosing { child.close(.input) }
    }
  }

  private mutating func readErrors() {
    let count = child.read(.errors, into: &buffer)
    guard count > 0 else {
      if count == 0 { child.close(.errors) }
      return
    }
    errors += buffer.prefix(Int(count))
    if errors.count > Self.keptErrors { errors.removeFirst(errors.count - Self.keptErrors) }
  }

  private mutating func readOutput() -> Event {
    let count = child.read(.output, into: &buffer)
    if count == 0 { return .ended(status()) }
    guard count > 0 else { return .nothing }
    let (earlier, chunk) = (inbox.count, buffer.prefix(Int(count)))
    inbox += chunk
    guard let found = chunk.lastIndex(of: UInt8(ascii: "\n")) else {
      return inbox.count > limit ? .flooded : .nothing
    }
    let last = earlier + found
    let whole = inbox[..<last].split(separator: UInt8(ascii: "\n"))
    inbox.removeFirst(last + 1)
    return .lines(whole)
  }

  /// Ends what is left of it and says how it ended.
  private mutating func status() -> String {
    var waited = 0
    while !child.hasEnded, waited < 100 {
      _ = child.wait(milliseconds: 10, watchingEnd: true, writing: false)
      waited += 1
    }
    return ChildResult.Status(ended: child.end()).description
  }
}
