// SPDX-License-Identifier: MIT

import Files
import Suite

@testable import Profiles

/// The shipped recordings, as the tests read them.
enum Recordings {
  /// The folder of everything that is shipped as data.
  static let vectors =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Vectors"
  static let folder = vectors + "/recordings"

  /// The recordings of the ZEGO formats.
  static let names: [String] = ZegoFormat.allCases.flatMap { names(of: $0.rawValue) }

  /// The recordings of every format.
  static let all: [String] = Formats.judges.flatMap { names(of: $0.format) }

  static func names(of format: String) -> [String] {
    ((try? Folder.names(in: "\(folder)/\(format)")) ?? []).map { "\(format)/\($0)" }
  }

  static func path(_ name: String) -> String { "\(folder)/\(name)" }

  static func rows(_ name: String) throws -> [Row] {
    var reader = try RecordingReader(path(name))
    var rows: [Row] = []
    while let batch = try reader.nextBatch() {
      try batch.forEachRow { row, _ in rows.append(row) }
    }
    return rows
  }

  /// The judge of a recording's assistant, or of a port by the same people that nobody knows.
  static func seat(_ name: String, asPort: Bool = false) throws -> any SeatedJudge {
    let header = try RecordingReader(path(name)).header
    guard let judge = Formats.judge(for: header.format) else {
      throw RecordingError(file: name, line: 1, column: 1, reason: "no judge")
    }
    let assistant = header.assistant
    return judge.seat(
      for: asPort
        ? .init(name: "some-port", language: assistant.language, variant: "", version: "1")
        : assistant)
  }
}
