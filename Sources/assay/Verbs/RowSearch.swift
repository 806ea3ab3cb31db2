// SPDX-License-Identifier: MIT

internal import Files
internal import Profiles
internal import Suite

/// A row of a recording with everything that explains it.
struct FoundRow: Sendable {
  let header: RecordingHeader
  let row: Row
  let judgement: Judgement
  let prediction: Prediction?
  /// Every behaviour that the prediction needs, choices too.
  let needs: [String]
  let path: String
}

/// Looks for rows in recordings.
enum RowSearch {
  /// The rows whose id fits, judged.
  static func rows(in paths: [String], where matches: (String) -> Bool) throws -> [FoundRow] {
    var found: [FoundRow] = []
    for path in paths {
      var reader = try RecordingReader(path)
      let header = reader.header
      guard let judge = Formats.judge(for: header.format) else { continue }
      let seat = judge.seat(for: header.assistant)
      while let batch = try reader.nextBatch() {
        try batch.forEachRow { row, _ in
          guard matches(row.id) else { return }
          found.append(
            FoundRow(
              header: header, row: row, judgement: seat.judge(row), prediction: seat.predict(row),
              needs: seat.needs(row), path: path))
        }
      }
    }
    return found
  }

  /// The recordings that an invocation names, or the shipped ones that can have certain ids.
  static func paths(
    _ invocation: Invocation, _ library: Library, for ids: [String]
  ) throws -> [String] {
    guard let path = invocation.value(.recordings) else {
      return try library.recordings(matching: ids)
    }
    return try Folder.files(below: path, suffix: ".jsonl")
  }
}

extension Flag {
  static let recordings = Flag("--recordings", "PATH", "look here, not in the shipped recordings")
}
