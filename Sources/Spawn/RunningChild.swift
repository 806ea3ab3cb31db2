// SPDX-License-Identifier: MIT

internal import SpawnCalls

/// A started process: whoever lets go of it kills its group and reaps it.
package struct RunningChild: ~Copyable {
  private let child: SpawnCalls.Child
  private var openStreams: Set<Stream> = Set(Stream.allCases)
  private var isReaped = false

  /// The three streams, in the order in which they are polled.
  package enum Stream: Int, CaseIterable {
    case input
    case output
    case errors
  }

  /// Starts a process; `settings` replace variables of the environment.
  package init(
    executable: String, arguments: [String], settings: [String: String], directory: String
  ) throws(SpawnError) {
    let pairs = settings.sorted { $0.key < $1.key }
    guard pairs.allSatisfy({ !$0.key.isEmpty && !$0.key.utf8.contains(UInt8(ascii: "=")) }) else {
      throw SpawnError(.argument, executable: executable, words: "a variable has no valid name")
    }
    let (status, child) = SpawnCalls.start(
      words: try Self.terminated([executable] + arguments, executable),
      settings: try Self.terminated(pairs.map { "\($0.key)=\($0.value)" }, executable),
      directory: try Self.terminated([directory], executable))
    guard status == 0 else { throw SpawnError(.start, executable: executable, status: status) }
    self.child = child
  }

  deinit {
    if !isReaped {
      SpawnCalls.kill(child.process)
      _ = SpawnCalls.reap(child.process)
    }
    for stream in openStreams { SpawnCalls.close(Self.file(of: stream, child)) }
    if child.watch >= 0 { SpawnCalls.close(child.watch) }
    SpawnCalls.close(child.leash)
  }

  package var hasEnded: Bool { SpawnCalls.hasEnded(child.process) }

  package func isOpen(_ stream: Stream) -> Bool { openStreams.contains(stream) }

  package mutating func close(_ stream: Stream) {
    if openStreams.remove(stream) != nil { SpawnCalls.close(Self.file(of: stream, child)) }
  }

  /// Waits for the streams or the end of the process; the streams that are ready.
  ///
  /// Without something to write, an input that could be written to is no reason to wake up.
  package func wait(
    milliseconds: Int32, watchingEnd: Bool, writing: Bool = true
  ) -> (status: Int32, ready: [Stream]) {
    let files = Stream.allCases.map { stream in
      isOpen(stream) && (writing || stream != .input) ? Self.file(of: stream, child) : -1
    }
    let canWatch = child.watch >= 0 || !watchingEnd
    let (status, ready) = SpawnCalls.poll(
      files + [watchingEnd ? child.watch : -1],
      milliseconds: canWatch ? milliseconds : min(milliseconds, Self.tick))
    return (status, Stream.allCases.filter { ready[$0.rawValue] })
  }

  package func write(_ bytes: Span<UInt8>) -> Int32 { SpawnCalls.write(child.input, bytes) }

  package func read(_ stream: Stream, into buffer: inout [UInt8]) -> Int32 {
    SpawnCalls.read(Self.file(of: stream, child), into: &buffer)
  }

  /// Kills what is left of the group and takes the end of its leader.
  ///
  /// The kill comes first: only a process that is not reaped keeps its number for itself.
  package mutating func end() -> Int32 {
    SpawnCalls.kill(child.process)
    isReaped = true
    return SpawnCalls.reap(child.process)
  }

  /// How often to look for the end where the kernel cannot tell of it.
  private static let tick: Int32 = 10

  private static func file(of stream: Stream, _ child: SpawnCalls.Child) -> Int32 {
    switch stream {
    case .input: child.input
    case .output: child.output
    case .errors: child.errors
    }
  }

  private static func terminated(
    _ words: [String], _ executable: String
  ) throws(SpawnError) -> [UInt8] {
    guard words.allSatisfy({ !$0.utf8.contains(0) }) else {
      throw SpawnError(.argument, executable: executable, words: "a word contains U+0000")
    }
    return words.flatMap { Array($0.utf8) + [0] }
  }
}
