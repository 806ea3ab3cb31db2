// SPDX-License-Identifier: MIT

internal import SystemCalls

/// A file that is read once, from its beginning to its end; `-` is the standard input.
public final class InputFile: Sendable {
  public let path: String
  private let descriptor: Int32

  public init(_ path: String) throws(FileError) {
    self.path = path
    guard path != "-" else {
      descriptor = 0
      return
    }
    descriptor = SystemCalls.openToRead(path)
    guard descriptor >= 0 else { throw FileError(path: path, status: descriptor) }
  }

  deinit {
    if descriptor > 0 { SystemCalls.close(descriptor) }
  }

  /// Appends what comes next to a buffer; false at the end of the file.
  public func read(into buffer: inout [UInt8], atMost count: Int) throws(FileError) -> Bool {
    let got = SystemCalls.read(descriptor, into: &buffer, atMost: count)
    guard got >= 0 else { throw FileError(path: path, status: got) }
    return got > 0
  }

  /// Reads a whole file that is not longer than a limit.
  public static func contents(
    of path: String, limit: Int = 64 << 20
  ) throws(FileError) -> [UInt8] {
    let file = try InputFile(path)
    var bytes: [UInt8] = []
    while try file.read(into: &bytes, atMost: 1 << 16) {
      guard bytes.count <= limit else {
        throw FileError(path: path, words: "the file is longer than \(limit) bytes")
      }
    }
    return bytes
  }
}
