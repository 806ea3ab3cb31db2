// SPDX-License-Identifier: MIT

/// A file of vectors: one format, one op, one topic.
public struct VectorFile: Sendable {
  public let format: String
  public let op: String
  public let topic: String
  /// What the file is about, for people.
  public let about: String
  public let notes: [VectorNote]
  public let groups: [VectorGroup]

  /// The notes are those that some vector has for a flag.
  public init(
    format: String, op: String, topic: String, about: String, notes: [VectorNote],
    groups: [VectorGroup]
  ) {
    let flags = Set(groups.flatMap(\.vectors).flatMap(\.flags))
    self.format = format
    self.op = op
    self.topic = topic
    self.about = about
    self.notes = notes.filter { flags.contains($0.flag) }
    self.groups = groups
  }

  public var name: String { "\(op)-\(topic).json" }
  public var path: String { "\(format)/\(name)" }
  public var vectors: [Vector] { groups.flatMap(\.vectors) }

  /// What a pasted file may have.
  public static let largest = 200_000
}

/// The vectors of one source.
public struct VectorGroup: Sendable {
  public let source: Source
  public let vectors: [Vector]

  public init(_ vectors: [Vector], from source: Source = .generated) {
    self.source = source
    self.vectors = vectors
  }

  /// Where the questions come from; the expected answers follow from the clauses.
  public struct Source: Hashable, Sendable {
    public let kind: Kind
    public let name: String
    /// What of it: a commit, a release, a date.
    public let version: String

    public init(_ kind: Kind, _ name: String, version: String) {
      self.kind = kind
      self.name = name
      self.version = version
    }

    public enum Kind: String, Sendable, CaseIterable {
      /// Made by the generator from the table of deviations and the limits of the clauses.
      case generated
      /// A question that a documentation page shows.
      case page
      /// A case that users of an implementation reported.
      case reported
      /// A question of a recording.
      case recorded
    }

    public static let generated = Source(.generated, "assay generate", version: "1")
  }
}

/// What a flag means, and what kind of bug an implementation has that fails there.
public struct VectorNote: Hashable, Sendable {
  public let flag: String
  public let bug: Bug
  public let words: String

  public init(_ flag: String, _ bug: Bug, _ words: String) {
    self.flag = flag
    self.bug = bug
    self.words = words
  }

  public enum Bug: String, Sendable, CaseIterable {
    case basic = "BASIC"
    case edgeCase = "EDGE_CASE"
    case knownBug = "KNOWN_BUG"
    case modifiedParameter = "MODIFIED_PARAMETER"
    case missingStep = "MISSING_STEP"
    case authenticationBypass = "AUTH_BYPASS"
    case malleability = "MALLEABILITY"
    case encoding = "ENCODING"
    case legacy = "LEGACY"
    case resource = "RESOURCE"
  }
}
