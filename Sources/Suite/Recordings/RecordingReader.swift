// SPDX-License-Identifier: MIT

internal import Files
internal import Bytes
internal import JSON

private let newline = UInt8(ascii: "\n")

/// Reads a recording in batches of whole lines, with a memory that does not grow with the file.
public struct RecordingReader: ~Copyable {
  /// The longest line that is read.
  public static let longestLine = 32 << 20
  private static let chunk = 1 << 18

  private let file: InputFile
  private var buffer: [UInt8]
  private var lineNumber = 2
  private var isAtEnd: Bool
  public let header: RecordingHeader

  public var path: String { file.path }

  public init(_ path: String) throws {
    let file = try InputFile(path)
    var buffer: [UInt8] = []
    var isAtEnd = false
    let line = try Self.firstLine(of: file, into: &buffer, isAtEnd: &isAtEnd)
    var document = JSONDocument()
    let place = RecordingLine(path: path, number: 1)
    header = try place.read(line.span, with: &document) { document throws(LineError) in
      try RecordingHeader(line: document)
    }
    self.file = file
    self.buffer = buffer
    self.isAtEnd = isAtEnd
  }

  private static func firstLine(
    of file: InputFile, into buffer: inout [UInt8], isAtEnd: inout Bool
  ) throws -> [UInt8] {
    var searched = 0
    while true {
      if let end = buffer.span.firstIndex(of: newline, from: searched) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        return line
      }
      guard !isAtEnd, buffer.count <= longestLine else {
        throw RecordingError(
          file: file.path, line: 1, column: 1,
          reason: buffer.isEmpty ? "the file is empty" : "the first line has no end")
      }
      searched = buffer.count
      isAtEnd = try !file.read(into: &buffer, atMost: chunk)
    }
  }

  /// The next lines, or nothing at the end of the file.
  public mutating func nextBatch() throws -> RecordingBatch? {
    var searched = 0
    while true {
      if let end = buffer.span.lastIndex(of: newline, downTo: searched) {
        let batch = RecordingBatch(
          path: path, world: header.world, firstLine: lineNumber, bytes: Array(buffer[...end]))
        buffer.removeFirst(end + 1)
        lineNumber += batch.lines.count
        return batch
      }
      guard !isAtEnd else { return lastBatch() }
      guard buffer.count <= Self.longestLine else {
        throw RecordingError(
          file: path, line: lineNumber, column: Self.longestLine,
          reason: "the line is longer than \(Self.longestLine) bytes")
      }
      searched = buffer.count
      isAtEnd = try !file.read(into: &buffer, atMost: Self.chunk)
    }
  }

  private mutating func lastBatch() -> RecordingBatch? {
    guard !buffer.isEmpty else { return nil }
    let batch = RecordingBatch(
      path: path, world: header.world, firstLine: lineNumber, bytes: buffer + [newline])
    buffer = []
    return batch
  }
}

/// Some lines of a recording.
public struct RecordingBatch: Sendable {
  public let path: String
  let world: JSONObject
  public let firstLine: Int
  public let bytes: [UInt8]

  /// Where each line stands, without its end.
  let lines: [Range<Int>]

  init(path: String, world: JSONObject, firstLine: Int, bytes: [UInt8]) {
    (self.path, self.world, self.firstLine, self.bytes) = (path, world, firstLine, bytes)
    var lines: [Range<Int>] = []
    var start = 0
    while let end = bytes.span.firstIndex(of: newline, from: start) {
      lines.append(start..<end)
      start = end + 1
    }
    self.lines = lines
  }

  /// Reads the rows one after another; stops at the first that cannot be read.
  public func forEachRow(_ body: (Row, ArraySlice<UInt8>) throws -> Void) throws {
    var document = JSONDocument()
    for (index, range) in lines.enumerated() {
      let text = bytes[range]
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      let line = RecordingLine(path: path, number: firstLine + index)
      let span = bytes.span.extracting(range)
      let row = try line.read(span, with: &document) { document throws(LineError) in
        try Row(line: document, world: world)
      }
      try body(row, text)
    }
  }
}

/// Where a line stands, and how it is read.
struct RecordingLine {
  let path: String
  let number: Int

  func read<Value>(
    _ text: Span<UInt8>, with document: inout JSONDocument,
    _ body: (JSONDocument) throws(LineError) -> Value
  ) throws(RecordingError) -> Value {
    do throws(JSONError) {
      try document.parse(text)
    } catch {
      throw self.error(error.offset, error.detail)
    }
    if let broken = document.nodes.first(where: { $0.issues.contains(.invalidUTF8) }) {
      throw error(firstInvalid(in: text, from: broken.start), "the line is not UTF-8")
    }
    do throws(LineError) {
      return try body(document)
    } catch {
      throw self.error(error.offset, error.reason)
    }
  }

  private func error(_ offset: Int, _ reason: String) -> RecordingError {
    RecordingError(file: path, line: number, column: offset + 1, reason: reason)
  }

  private func firstInvalid(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let (step, length) = UTF8Step.decode(text, at: index)
      guard case .scalar = step else { return index }
      index += length
    }
    return start
  }
}
