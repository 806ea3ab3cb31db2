// SPDX-License-Identifier: MIT

internal import Files
internal import JSON

/// One numbered rule of a format.
public struct Clause: Sendable {
  public let id: String
  public let level: String
  /// Whom it binds.
  public let binds: String
  /// Whether the recordings keep it.
  public let standing: String
  public let source: String
  /// The pages of the documentation that state it.
  public let pages: [String]
  public let english: String
  public let chinese: String
  public let evidence: String?
  /// Why no vector can show that it is broken.
  public let excluded: String?

  fileprivate init?(_ value: JSONValue) {
    guard let id = value["id"]?.string, let level = value["level"]?.string,
      let binds = value["binds"]?.string, let standing = value["standing"]?.string,
      let source = value["source"]?.string, let english = value["text"]?["en"]?.string,
      let chinese = value["text"]?["zh"]?.string
    else { return nil }
    self.id = id
    self.level = level
    self.binds = binds
    self.standing = standing
    self.source = source
    pages = value["page"]?.array?.compactMap(\.string) ?? value["page"]?.string.map { [$0] } ?? []
    self.english = english
    self.chinese = chinese
    evidence = value["evidence"]?.string
    excluded = value["excluded"]?.string
  }

  /// Whether breaking it decides a verdict.
  public var decides: Bool { standing == "kept" && level == "MUST" }
}

/// The rules of a format, in the order of its file.
public struct ClauseSet: Sendable {
  public let format: String
  /// The format whose clauses it has too.
  public let parent: String?
  public let clauses: [Clause]

  public subscript(id: String) -> Clause? { clauses.first { $0.id == id } }

  /// Reads `FORMAT/clauses.json` and the file that it extends.
  public init(format: String, vectors: String) throws {
    let path = "\(vectors)/\(format)/clauses.json"
    let bytes = try InputFile.contents(of: path)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes.span)
    } catch {
      throw FileError(path: path, words: "\(error)")
    }
    var clauses: [Clause] = []
    parent = value["extends"]?.string
    if let parent, parent != format {
      let except = value["except"]?.array?.compactMap(\.string) ?? []
      clauses = try ClauseSet(format: parent, vectors: vectors).clauses
        .filter { !except.contains($0.id) }
    }
    for (index, entry) in (value["clauses"]?.array ?? []).enumerated() {
      guard let clause = Clause(entry) else {
        throw FileError(path: path, words: "clause \(index + 1) lacks a member")
      }
      clauses.removeAll { $0.id == clause.id }
      clauses.append(clause)
    }
    self.format = format
    self.clauses = clauses
  }
}
