// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

// Cases for load: tokens to make, to open, and to refuse.
extension ZegoVectors {
  func cases(seed: UInt64) throws -> any CaseStream {
    let kind = kind
    return try DrawnCases(caseKinds, of: self, seed: seed) { try ZegoDraw(kind) }
  }

  private var caseKinds: [CaseKind<ZegoDraw>] {
    let good = [
      CaseKind<ZegoDraw>("mint", "zego.served", .content) { $0.mintQuestion },
      CaseKind<ZegoDraw>("open", "zego.open.json") { $0.openQuestion },
    ]
    let bad = [
      refused("prefix", "open.encoding", by: Self.prefix) { $0.token[1] = UInt8(ascii: "5") },
      refused("symbol", "open.encoding", by: Self.base64) { $0.token[20] = UInt8(ascii: "*") },
      refused("cut", "open.lengths", by: Self.truncated("ciphertext")) { $0.token.removeLast(8) },
      refused("late", "open.time", by: Check(.time, "expired", kind.expireName)) {
        $0.now = $0.expire
      },
      refused("other-user", "open.user-id", by: Check(.policy, "user-id", "user_id")) {
        $0.asked = Array("nobody".utf8)
      },
    ]
    // What a changed ciphertext of CBC gives cannot be foretold.
    return good + bad + (kind == .token04GCM ? [changed] : [])
  }

  private var changed: CaseKind<ZegoDraw> {
    refused("changed", "open.tag", by: Check(.crypto, "tag", "tag")) { draw in
      let (a, b) = (UInt8(ascii: "A"), UInt8(ascii: "B"))
      draw.token[60] = draw.token[60] == a ? b : a
    }
  }

  private func refused(
    _ name: String, _ clause: String, by check: Check,
    change: @escaping @Sendable (ZegoDraw) -> Void
  ) -> CaseKind<ZegoDraw> {
    CaseKind(name, "zego.\(clause)", by: check, { $0.openQuestion }, change: change)
  }
}
