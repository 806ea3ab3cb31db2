// SPDX-License-Identifier: MIT

/// Which suite judged, so that a report can be had again.
public struct SuiteIdentity: Equatable, Sendable {
  public let version: String
  /// A digest of all vectors.
  public let vectors: String
  /// The version that asked a port, where it is another and known.
  public let asker: String?

  public init(version: String, vectors: String, asker: String = "") {
    self.version = version
    self.vectors = vectors
    self.asker = ["", version].contains(asker) ? nil : asker
  }

  /// For people.
  public var words: String {
    "assay \(version), vectors \(vectors)" + (asker.map { ", asked by assay \($0)" } ?? "")
  }

  /// For programs.
  public var members: [(name: String, value: String)] {
    [("version", version), ("vectors", vectors)] + (asker.map { [("askedBy", $0)] } ?? [])
  }
}
