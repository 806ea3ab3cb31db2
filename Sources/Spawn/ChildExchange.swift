// SPDX-License-Identifier: MIT

internal import SpawnCalls

/// Feeds a child and reads both of its streams at once, until all of it has ended.
struct ChildExchange {
  private let input: [UInt8]
  private let outputLimit: Int
  private let deadline: Int64
  private var written = 0
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(input: [UInt8], timeoutMilliseconds: Int, outputLimit: Int) {
    self.input = input
    self.outputLimit = max(0, outputLimit)
    let time = min(max(0, timeoutMilliseconds), Self.longest)
    deadline = SpawnCalls.milliseconds() + Int64(time)
  }

  /// Runs until the process has ended and its streams are closed, or a limit is reached.
  mutating func run(_ child: inout RunningChild) throws(Failure) -> ChildResult.Status {
    if input.isEmpty { child.close(.input) }
    while true {
      let isSilent = !child.isOpen(.output) && !child.isOpen(.errors)
      if isSilent, child.hasEnded { return try Self.status(child.end()) }
      let left = deadline - SpawnCalls.milliseconds()
      guard left > 0 else { return stop(&child, .timedOut) }
      let (status, ready) = child.wait(
        milliseconds: Int32(clamping: left), watchingEnd: isSilent)
      guard status >= 0 else { throw Failure(status: status) }
      for stream in ready where try serve(stream, of: &child) == .tooMuch {
        return stop(&child, .flooded)
      }
    }
  }

  /// An error number of the system.
  struct Failure: Error {
    let status: Int32
  }

  /// A year: far enough, and far from overflow.
  private static let longest = 366 * 86_400_000

  private static let wouldBlock: Int32 = -11
  private static let nobodyReads: Int32 = -32

  private static func status(_ end: Int32) throws(Failure) -> ChildResult.Status {
    guard end >= 0 else { throw Failure(status: end) }
    return ChildResult.Status(ended: end)
  }

  /// Kills the group, and keeps what it had written before.
  private mutating func stop(
    _ child: inout RunningChild, _ status: ChildResult.Status
  ) -> ChildResult.Status {
    _ = child.end()
    for stream in [RunningChild.Stream.output, .errors] where child.isOpen(stream) {
      while case .some(.something) = try? read(stream, of: &child) {}
    }
    return status
  }

  private enum Progress {
    case something
    case nothing
    case tooMuch
  }

  private mutating func serve(
    _ stream: RunningChild.Stream, of child: inout RunningChild
  ) throws(Failure) -> Progress {
    stream == .input ? try feed(&child) : try read(stream, of: &child)
  }

  private mutating func feed(_ child: inout RunningChild) throws(Failure) -> Progress {
    let status = child.write(input.span.extracting(written..<input.count))
    switch status {
    case Self.wouldBlock: return .nothing
    case Self.nobodyReads: written = input.count
    case ..<0: throw Failure(status: status)
    default: written += Int(status)
    }
    if written == input.count { child.close(.input) }
    return .something
  }

  private mutating func read(
    _ stream: RunningChild.Stream, of child: inout RunningChild
  ) throws(Failure) -> Progress {
    let status = child.read(stream, into: &buffer)
    switch status {
    case Self.wouldBlock: return .nothing
    case ..<0: throw Failure(status: status)
    case 0:
      child.close(stream)
      return .nothing
    default: return keep(buffer[..<Int(status)], of: stream)
    }
  }

  private mutating func keep(
    _ bytes: ArraySlice<UInt8>, of stream: RunningChild.Stream
  ) -> Progress {
    let room = outputLimit - (stream == .output ? output.count : errors.count)
    if stream == .output { output += bytes.prefix(room) } else { errors += bytes.prefix(room) }
    return bytes.count > room ? .tooMuch : .something
  }
}
