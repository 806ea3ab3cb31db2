// SPDX-License-Identifier: MIT

/// What was proved of a format's vectors, and what was not.
public struct Proof: Sendable {
  public let format: String
  public internal(set) var vectors = 0
  /// The broken copies with the vectors that catch them, in the order of their table.
  public internal(set) var copies: [CopyProof] = []
  /// The clauses that bind whoever makes, opens, carries or decides.
  public internal(set) var clauses: [ClauseProof] = []
  /// The edits with the negatives that they made.
  public internal(set) var edits: [(id: String, vectors: [String])] = []
  /// What keeps the proof from holding.
  public internal(set) var faults: [ProofFault] = []

  public var holds: Bool { faults.isEmpty }

  init(format: String) { self.format = format }
}

/// A broken copy of the reference, and what the vectors make of it.
public struct CopyProof: Sendable {
  public let info: DeviationInfo
  /// The vectors whose expectation it does not meet.
  public let killers: [String]
  /// The vectors to which it gives another answer that is allowed too.
  public let witnesses: [String]
  /// Why no vector can show it.
  public let spared: String?
}

/// A clause, and the vectors that an implementation fails which breaks it.
public struct ClauseProof: Sendable {
  public let clause: Clause
  /// The vectors that name it.
  public let vectors: [String]
  /// The vectors that catch a broken copy which breaks it.
  public let killers: [String]
}

/// Something that does not hold of the vectors.
public struct ProofFault: Sendable, CustomStringConvertible {
  /// A vector, a clause or a deviation.
  public let id: String
  public let words: String

  public var description: String { "\(id): \(words)" }
}
