// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
  static let generate = Verb(
    name: "generate", operands: "",
    words: "Write the files of vectors; the same for ever but for what is added. With --check"
      + " nothing is written: it is said how the files differ from what the generator makes. With"
      + " --count cases are drawn instead, valid and invalid, one a line to the standard output.",
    flags: [.vectorFormat, .check, .count, .seed],
    examples: [
      "assay generate --check", "assay generate --format zego-04-gcm",
      "assay generate --format zego-04-cbc --count 1000000 --seed 7",
    ],
    run: GenerateRun.run)
}

extension Flag {
  static let vectorFormat = Flag("--format", "FORMAT", "this format alone")
  static let count = Flag("--count", "N", "draw N cases of the format")
  static let seed = Flag("--seed", "S", "what the cases are drawn from (1)")
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

/// Writes the files of vectors, compares them, or draws cases.
private enum GenerateRun {
  private static let chunk = 1 << 16

  private static func draw(
    _ count: Int, of models: [any VectorModel], seed: UInt64
  ) throws -> Int32 {
    guard models.count == 1 else { throw UsageError("--count wants --format FORMAT") }
    var stream = try models[0].cases(seed: seed)
    var lines: [UInt8] = []
    lines.reserveCapacity(2 * chunk)
    for _ in 0..<count {
      stream.next(into: &lines)
      guard lines.count >= chunk else { continue }
      try OutputFile.standardOutput.write(lines)
      lines.removeAll(keepingCapacity: true)
    }
    try OutputFile.standardOutput.write(lines)
    return 0
  }

  static func run(_ invocation: Invocation) async throws -> Int32 {
    _ = try invocation.operands(0...0)
    let models = try invocation.vectorModels()
    if let count = try invocation.integer(.count, in: 1...Int.max) {
      return try draw(
        count, of: models, seed: try invocation.integer(.seed, in: 0...UInt64.max) ?? 1)
    }
    let path = try Library(invocation).path
    do {
      let made = try models.map {
        (format: $0.format, files: try VectorFolder.made(by: $0, vectors: path))
      }
      let files = made.flatMap(\.files) + [DeviationTable(Formats.deviationTable).file]
      guard invocation.has(.check) else {
        for file in files { try file.write(below: path) }
        return 0
      }
      let strangers = try made.flatMap { format, files in
        try VectorFolder.strangers(to: files, of: format, in: path)
      }
      return try report(
        files.compactMap { try $0.difference(below: path) }
          + strangers.map { "\($0): the generator does not write it" }, of: files.count)
    } catch let error as VectorError {
      try Complaint.say(["\(error)"])
      return 1
    }
  }

  private static func report(_ differences: [String], of count: Int) throws -> Int32 {
    for difference in differences { try OutputFile.standardOutput.write("\(difference)\n") }
    if differences.isEmpty {
      try OutputFile.standardOutput.write("\(count) files are what the generator writes\n")
    }
    return differences.isEmpty ? 0 : 1
  }
}
