// SPDX-License-Identifier: MIT

internal import Files
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

  /// The shipped recordings.
  func recordings() throws -> [String] {
    try Folder.files(below: "\(path)/recordings", suffix: ".jsonl")
  }

  /// The shipped recordings of a format.
  func recordings(of format: String) throws -> [String] {
    try Folder.files(below: "\(path)/recordings/\(format)", suffix: ".jsonl")
  }

  func clauses(of format: String) throws -> ClauseSet {
    try ClauseSet(format: format, vectors: path)
  }

  /// The clauses of every format that has some.
  func allClauses() throws -> [ClauseSet] {
    try Formats.judges.map { try clauses(of: $0.format) }
  }
}
