// SPDX-License-Identifier: MIT

internal import CSpawn

/// The calls for child processes, in a module of one file.
///
/// The optimiser of Swift 6.3.1 crashes on the bounds-safe wrappers of a module with several files.
/// Functions that can fail return a negative error number.
package enum SpawnCalls {
  /// Our side of a child: the process, its streams, and what tells of its end.
  package struct Child: Sendable {
    package let process: Int32
    package let input: Int32
    package let output: Int32
    package let errors: Int32
    package let watch: Int32
    /// Whoever holds it keeps the group alive.
    package let leash: Int32
  }

  /// Starts a process from strings with a NUL after each.
  package static func start(
    words: [UInt8], settings: [UInt8], directory: [UInt8]
  ) -> (status: Int32, child: Child) {
    var numbers = [Int32](repeating: -1, count: Int(ASSAY_CHILD_COUNT))
    var span = numbers.mutableSpan
    let status = assay_child_start(words.span, settings.span, directory.span, &span)
    let child = Child(
      process: numbers[Int(ASSAY_CHILD_PROCESS)], input: numbers[Int(ASSAY_CHILD_INPUT)],
      output: numbers[Int(ASSAY_CHILD_OUTPUT)], errors: numbers[Int(ASSAY_CHILD_ERRORS)],
      watch: numbers[Int(ASSAY_CHILD_WATCH)], leash: numbers[Int(ASSAY_CHILD_LEASH)])
    return (status, child)
  }

  /// Waits for descriptors, the first to be written, the others to be read, and tells which are ready.
  package static func poll(_ files: [Int32], milliseconds: Int32) -> (status: Int32, ready: [Bool])
  {
    var ready = [Int32](repeating: 0, count: files.count)
    var span = ready.mutableSpan
    let status = assay_child_poll(files.span, &span, milliseconds)
    return (status, ready.map { $0 != 0 })
  }

  package static func write(_ file: Int32, _ bytes: Span<UInt8>) -> Int32 {
    assay_child_write(file, bytes)
  }

  /// Reads what is there, as much as the buffer can hold.
  package static func read(_ file: Int32, into buffer: inout [UInt8]) -> Int32 {
    var span = buffer.mutableSpan
    return assay_child_read(file, &span)
  }

  package static func close(_ file: Int32) { assay_child_close(file) }

  package static func hasEnded(_ process: Int32) -> Bool { assay_child_has_ended(process) != 0 }

  package static func kill(_ process: Int32) { assay_child_kill(process) }

  /// The exit status, or 256 and a signal.
  package static func reap(_ process: Int32) -> Int32 { assay_child_reap(process) }

  package static func milliseconds() -> Int64 { assay_child_milliseconds() }
}
