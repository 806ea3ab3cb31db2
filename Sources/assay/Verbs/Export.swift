// SPDX-License-Identifier: MIT

internal import Files
internal import Profiles
internal import Suite

extension Verbs {
  static let export = Verb(
    name: "export", operands: "",
    words:
      "Copy vectors, examples, clauses, schemas and the table of deviations into a folder, with a MANIFEST"
      + " that sha256sum can check. With --check nothing is copied: it is said how the copy differs"
      + " from its manifest, and the manifest from the vectors of now.",
    flags: [.to, .vectorFormat, .checkCopy],
    examples: [
      "assay export --to vendor/assay", "assay export --to vendor/assay --format agora-006",
      "assay export --to vendor/assay --check",
    ],
    run: ExportRun.run)
}

extension Flag {
  static let to = Flag("--to", "DIR", "the folder of the copy")
  static let checkCopy = Flag("--check", nil, "copy nothing, say what drifted")
}

/// Copies the files that a port keeps beside its tests.
private enum ExportRun {
  /// What belongs to every format.
  private static let common = ["LICENSE", "README.md", DeviationTable.name]

  static func run(_ invocation: Invocation) async throws -> Int32 {
    _ = try invocation.operands(0...0)
    guard let folder = invocation.value(.to) else { throw UsageError("--to DIR is wanted") }
    let library = try Library(invocation)
    if invocation.has(.checkCopy) { return try check(folder, invocation, library) }
    let paths = try paths(of: try invocation.vectorModels().map(\.format), library)
    try Folder.create(folder)
    for path in paths {
      let place = "\(folder)/\(path)"
      if let slash = place.lastIndex(of: "/") { try Folder.create(String(place[..<slash])) }
      try OutputFile(creating: place).write(
        InputFile.contents(of: "\(library.path)/\(path)"))
    }
    let manifest = try manifest(of: paths, library)
    try OutputFile(creating: "\(folder)/\(Manifest.name)").write(manifest.text)
    try OutputFile.standardOutput.write("\(paths.count) files in \(folder)\n")
    return 0
  }

  private static func check(
    _ folder: String, _ invocation: Invocation, _ library: Library
  ) throws -> Int32 {
    let copied = try Manifest(folder: folder)
    let formats = try invocation.vectorModels().map(\.format).filter { format in
      invocation.has(.vectorFormat)
        || copied.entries.contains { $0.path == "\(format)/\(VectorIndex.name)" }
    }
    let now = try manifest(of: try paths(of: formats, library), library)
    let drift = try copied.drift(in: folder) + copied.changes(to: now)
    for line in drift { try OutputFile.standardOutput.write("\(line)\n") }
    if drift.isEmpty {
      try OutputFile.standardOutput.write("\(copied.entries.count) files as they are now\n")
    }
    return drift.isEmpty ? 0 : 1
  }

  private static func paths(of formats: [String], _ library: Library) throws -> [String] {
    let parents = try formats.compactMap { try library.clauses(of: $0).parent }
    let extended = Set(parents).subtracting(formats).sorted().map { "\($0)/clauses.json" }
    let examples = try Folder.files(below: "\(library.path)/examples", suffix: "")
      .map { String($0.dropFirst(library.path.count + 1)) }
    return try common + examples + extended
      + (formats + ["schema"]).flatMap { folder in
        try Folder.files(below: "\(library.path)/\(folder)", suffix: ".json")
          .map { String($0.dropFirst(library.path.count + 1)) }
      }
  }

  private static func manifest(of paths: [String], _ library: Library) throws -> Manifest {
    var manifest = Manifest()
    for path in paths {
      manifest.add(path, try InputFile.contents(of: "\(library.path)/\(path)"))
    }
    return manifest
  }
}
