// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
  static let generate = Verb(
    name: "generate", operands: "",
    words:
      "Write the files of vectors; the same for ever but for what is added. With --check nothing"
      + " is written: it is said how the files differ from what the generator makes.",
    flags: [.vectorFormat, .check],
    examples: ["assay generate --check", "assay generate --format zego-04-gcm"],
    run: GenerateRun.run)
}

extension Flag {
  static let vectorFormat = Flag("--format", "FORMAT", "this format alone")
  static let check = Flag("--check", nil, "write nothing, say what differs")
}

extension Invocation {
  /// The formats that are asked for, of those that have vectors.
  func vectorModels(_ flag: Flag = .vectorFormat) throws -> [any VectorModel] {
    guard let format = value(flag) else { return Formats.vectors }
    let models = Formats.vectors.filter { $0.format == format }
    guard !models.isEmpty else {
      let known = Formats.vectors.map(\.format).joined(separator: " ")
      throw UsageError("'\(format)' has no vectors", hint: "one of \(known)")
    }
    return models
  }
}

/// Writes the files of vectors, or compares them.
private enum GenerateRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    _ = try invocation.operands(0...0)
    let path = try Library(invocation).path
    let models = try invocation.vectorModels()
    let folders: [VectorFolder]
    do {
      folders = try models.map { try VectorFolder(making: $0, vectors: path) }
    } catch let error as VectorError {
      try OutputFile.standardError.write("assay: \(error)\n")
      return 1
    }
    let table = DeviationTable(Formats.deviationTable)
    guard invocation.has(.check) else {
      for folder in folders { try folder.write(to: path) }
      try table.write(to: path)
      return 0
    }
    let differences =
      try folders.flatMap { try $0.differences(from: path) }
      + (table.isWritten(in: path)
        ? [] : ["\(DeviationTable.name): it is not what the generator writes"])
    for difference in differences { try OutputFile.standardOutput.write("\(difference)\n") }
    if differences.isEmpty {
      let count = folders.reduce(0) { $0 + $1.texts.count }
      try OutputFile.standardOutput.write("\(count) files are what the generator writes\n")
    }
    return differences.isEmpty ? 0 : 1
  }
}
