// SPDX-License-Identifier: MIT

internal import CFiles

/// Every call into C, in a module of one file.
///
/// The optimiser of Swift 6.3.1 crashes on the bounds-safe wrappers of a module with several files.
package enum SystemCalls {
  package static func openToRead(_ path: String) -> Int32 {
    let path = Array(path.utf8)
    return assay_file_open(path.span)
  }

  package static func create(_ path: String) -> Int32 {
    let path = Array(path.utf8)
    return assay_file_create(path.span)
  }

  package static func append(_ path: String) -> Int32 {
    let path = Array(path.utf8)
    return assay_file_append(path.span)
  }

  /// Reads behind what a buffer holds; the buffer grows by what came.
  package static func read(_ file: Int32, into buffer: inout [UInt8], atMost count: Int) -> Int32 {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    var span = buffer.mutableSpan
    let got = assay_file_read(file, &span, Int32(clamping: start))
    buffer.removeLast(count - Int(max(got, 0)))
    return got
  }

  package static func write(_ file: Int32, _ bytes: Span<UInt8>) -> Int32 {
    assay_file_write(file, bytes)
  }

  package static func close(_ file: Int32) { assay_file_close(file) }

  package static func isTerminal(_ file: Int32) -> Bool { assay_is_terminal(file) == 1 }

  package static func kind(_ path: String) -> Int32 {
    let path = Array(path.utf8)
    return assay_file_kind(path.span)
  }

  package static func removeFile(_ path: String) -> Int32 {
    let path = Array(path.utf8)
    return assay_file_remove(path.span)
  }

  package static func createFolder(_ path: String) -> Int32 {
    let path = Array(path.utf8)
    return assay_folder_create(path.span)
  }

  /// The path of a new folder where temporary files go, or a negative error number.
  package static func makeTemporaryFolder() -> (status: Int32, path: String) {
    var bytes = [UInt8](repeating: 0, count: 4096)
    var span = bytes.mutableSpan
    let length = assay_folder_make_temporary(&span)
    return (length, text(bytes: &bytes, length: length) ?? "")
  }

  package static func link(_ target: String, at path: String) -> Int32 {
    let (target, path) = (Array(target.utf8), Array(path.utf8))
    return assay_link(target.span, path.span)
  }

  package static func removeFolder(_ path: String) -> Int32 {
    let path = Array(path.utf8)
    return assay_folder_remove(path.span)
  }

  /// The names in a folder with a NUL after each, or a negative error number.
  package static func names(in path: String, capacity: Int) -> (length: Int32, bytes: [UInt8]) {
    let path = Array(path.utf8)
    var bytes = [UInt8](repeating: 0, count: capacity)
    var span = bytes.mutableSpan
    let length = assay_folder_names(path.span, &span)
    return (length, bytes)
  }

  package static func environment(_ name: String) -> String? {
    let name = Array(name.utf8)
    var bytes = [UInt8](repeating: 0, count: 1 << 15)
    var span = bytes.mutableSpan
    return text(bytes: &bytes, length: assay_environment(name.span, &span))
  }

  package static func executablePath() -> String? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    var span = bytes.mutableSpan
    return text(bytes: &bytes, length: assay_executable_path(&span))
  }

  package static func randomBytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var span = bytes.mutableSpan
    return assay_random(&span) == 0 ? bytes : nil
  }

  package static func secondsSince1970() -> Int64 { assay_seconds_since_1970() }

  package static func processorCount() -> Int32 { assay_processor_count() }

  package static func exit(_ status: Int32) -> Never { assay_exit(status) }

  package static func rest() -> Never { assay_rest() }

  private static func text(bytes: inout [UInt8], length: Int32) -> String? {
    length < 0 ? nil : String(decoding: bytes.prefix(Int(length)), as: UTF8.self)
  }
}
