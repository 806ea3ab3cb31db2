// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing

@testable import Profiles

@Suite struct `The vectors of AccessToken 006` {
  private static let model = Agora006Vectors.standard
  static let vectors = Result { try model.files().flatMap(\.vectors) }

  private static func clauses() throws -> ClauseSet {
    try ClauseSet(format: model.format, vectors: `The table of deviations`.vectors)
  }

  @Test func `are proved`() throws {
    let proof = Prover(
      Self.model, vectors: try Self.vectors.get(), clauses: try Self.clauses()
    ).prove()
    #expect(proof.faults.map(\.description) == [])
  }
}
