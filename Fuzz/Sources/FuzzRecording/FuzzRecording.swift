// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import JSON
internal import Suite

private let header = Array(
  #"{"recording":1,"format":"zego-03","assistant":{"name":"a","language":"b"}}"#.utf8)

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRecording(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  unsafe fuzz(start, count) { input in
    try check(input)
    try check(header + [newline] + input)
  }
}

private let newline = UInt8(ascii: "\n")
private let file = NamelessFile()

private func check(_ recording: [UInt8]) throws {
  file.replace(with: recording)
  let lines = recording.split(separator: newline, omittingEmptySubsequences: false)
  do {
    var rows = 0
    var reader = try RecordingReader(file.path)
    while let batch = try reader.nextBatch() {
      try batch.forEachRow { row, line in
        rows += 1
        try check(row, line)
      }
    }
    require(rows < lines.count, "a row has its line")
  } catch let error as RecordingError {
    require(lines.indices.contains(error.line - 1), "the error is in a line")
    require((1...lines[error.line - 1].count + 1).contains(error.column), "it is in its line")
  }
}

private func check(_ row: Row, _ line: ArraySlice<UInt8>) throws {
  require(!line.contains(newline), "a line is one")
  _ = try JSONValue(parsing: line.span)
  for object in [row.question.input.recorded, row.question.call.recorded, row.answer.recorded] {
    _ = try JSONValue(parsing: JSONValue.object(object).encoded.span)
  }
}
