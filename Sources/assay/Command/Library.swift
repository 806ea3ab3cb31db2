// SPDX-License-Identifier: MIT

internal import Files
internal import Pages
internal import Profiles
internal import Suite

/// The clauses and recordings that belong to the binary.
struct Library: Sendable {
  let path: String

  init(_ invocation: Invocation) throws {
    let places = Self.places(invocation)
    guard let path = places.first(where: { Folder.kind(of: "\($0)/recordings") == .folder }) else {
      throw UsageError(
        "the vectors are not found; tried \(places.joined(separator: ", "))",
        hint: "give --vectors DIR or set ASSAY_VECTORS")
    }
    self.path = path
  }

  /// Where the files can be, in the order in which they are looked for.
  private static func places(_ invocation: Invocation) -> [String] {
    if let path = invocation.value(.vectors) { return [path] }
    if let path = Machine.environment("ASSAY_VECTORS") { return [path] }
    var places: [String] = []
    var folder = (Machine.executablePath ?? "").split(separator: "/")
    while folder.popLast() != nil {
      let base = "/" + folder.joined(separator: "/")
      places += ["\(base)/Vectors", "\(base)/share/assay/Vectors"]
    }
    return places
  }

  /// The folder that the vectors are in, beside the documentation.
  var top: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
  }

  /// The shipped recordings.
  func recordings() throws -> [String] {
    try Folder.files(below: "\(path)/recordings", suffix: ".jsonl")
  }

  /// The shipped recordings of a format.
  func recordings(of format: String) throws -> [String] {
    try Folder.files(below: "\(path)/recordings/\(format)", suffix: ".jsonl")
  }

  /// The shipped recordings in which patterns of row ids, that begin with a format, can be found.
  func recordings(matching patterns: [String]) throws -> [String] {
    let formats = patterns.map { String($0.prefix { $0 != "/" }) }
    guard !formats.isEmpty, formats.allSatisfy({ Formats.judge(for: $0) != nil }) else {
      return try recordings()
    }
    return try Set(formats).sorted().flatMap { try recordings(of: $0) }
  }

  func clauses(of format: String) throws -> ClauseSet {
    try ClauseSet(format: format, vectors: path)
  }

  /// The clauses of every format that has some.
  func allClauses() throws -> [ClauseSet] {
    try Formats.judges.map { try clauses(of: $0.format) }
  }

  /// The words of deviations and clauses.
  func book() throws -> SpecBook {
    SpecBook(deviations: Formats.deviations, clauses: try allClauses())
  }

  /// The clauses of all formats, each once.
  func distinctClauses() throws -> [Clause] {
    var ids: Set<String> = []
    return try allClauses().flatMap(\.clauses).filter { ids.insert($0.id).inserted }
  }

  /// The pages of the documentation beside the vectors, by their paths from there.
  func documentation() throws -> [SiteSource] {
    let top = top
    let places = ["spec", "guide"].map { "\(top)/Docs/\($0)" }
      .filter { Folder.kind(of: $0) == .folder }
    return try places.flatMap { try Folder.files(below: $0, suffix: ".md") }.map { file in
      SiteSource(
        path: String(file.dropFirst(top.count + 1)), bytes: try InputFile.contents(of: file))
    }
  }

  /// Prints the JSON Schema of a form of output; `names` has the forms that have one.
  func printSchema(of form: String, _ names: [String: String]) throws -> Int32 {
    guard let name = names[form] else {
      throw UsageError(
        "'\(form)' has no schema",
        hint: "\(names.keys.sorted().joined(separator: " and ")) have one")
    }
    try OutputFile.standardOutput.write(
      InputFile.contents(of: "\(path)/schema/\(name).schema.json"))
    return 0
  }
}
