// SPDX-License-Identifier: MIT

import Foundation

/// The app of the documentation's examples.
enum AgoraSample {
  static let certificate = "5CFd2fd1755d40ecb72977518be15d3b"
  static let otherCertificate = "5CFd2fd1755d40ecb72977518be15d3c"
  static let appID = "970CA35de60c44645bbae8a215061b33"
}

extension Assay {
  /// The rows of a recording, read with nothing of the suite's own.
  static func rows(_ name: String) throws -> [[String: Any]] {
    try recording(name).split(separator: "\n").dropFirst().map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The names of the recordings of a format.
  static func variants(_ format: String) -> [String] {
    let folder = root.appending(path: "Vectors/recordings/\(format)").path()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
  }
}
