// SPDX-License-Identifier: MIT

/// A text file that is read line by line, with a memory that does not grow with the file.
public struct LineFile: ~Copyable {
  public static let longestLine = 8 << 20
  private static let chunk = 1 << 16
  private static let newline = UInt8(ascii: "\n")

  private let file: InputFile
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The number of the line that was read last.
  public private(set) var number = 0

  public init(_ path: String) throws(FileError) { file = try InputFile(path) }

  /// The next line without its end, or nothing after the last one.
  public mutating func next() throws(FileError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: Self.newline) { return take(upTo: end) }
      guard !isAtEnd else { return start < buffer.count ? take(upTo: buffer.count) : nil }
      buffer.removeFirst(start)
      start = 0
      guard buffer.count <= Self.longestLine else {
        throw FileError(path: file.path, words: "line \(number + 1) is longer than 8 MiB")
      }
      searched = buffer.count
      isAtEnd = try !file.read(into: &buffer, atMost: Self.chunk)
    }
  }

  private mutating func take(upTo end: Int) -> [UInt8] {
    let line = Array(buffer[start..<end])
    start = min(end + 1, buffer.count)
    number += 1
    return line
  }
}
