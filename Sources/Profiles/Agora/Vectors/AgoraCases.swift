// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// What is drawn for one case of a token that is signed as a whole.
protocol AgoraDraw: CaseDraw {
  init()
  var mintQuestion: VectorQuestion { get }
  var openQuestion: VectorQuestion { get }
  /// What is done to a token so that one check refuses it for certain.
  static var negatives: [AgoraDrawnNegative<Self>] { get }
}

struct AgoraDrawnNegative<Draw: AgoraDraw>: Sendable {
  let name: String
  let check: Check
  let change: @Sendable (Draw) -> Void

  init(_ name: String, by check: Check, change: @escaping @Sendable (Draw) -> Void) {
    self.name = name
    self.check = check
    self.change = change
  }
}

extension AgoraVectorModel {
  /// Cases for load: tokens to make, to open, and to refuse.
  func cases<Draw: AgoraDraw>(of draw: Draw.Type, seed: UInt64) throws -> any CaseStream {
    let good = [
      CaseKind<Draw>("mint", "agora.served", .bytes) { $0.mintQuestion },
      CaseKind<Draw>("open", "agora.served") { $0.openQuestion },
    ]
    let bad = Draw.negatives.map { negative in
      let clause = check(covering: negative.check)?.info.clause
      return CaseKind<Draw>(
        negative.name, clause ?? "", by: negative.check, { $0.openQuestion },
        change: negative.change)
    }
    return try DrawnCases(good + bad, of: self, seed: seed) { Draw() }
  }
}
