// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Suite

// Cases for load: tokens to make, to open, and to refuse.
extension Agora007Vectors {
  func cases(seed: UInt64) throws -> any CaseStream {
    let certificate = try AgoraCertificate(Text(Calls007.certificate))
    let forger = try AgoraCertificate(Text(Calls007.otherCertificate))
    return try DrawnCases(caseKinds(forger), of: self, seed: seed) { Draw007(certificate) }
  }

  private func caseKinds(_ forger: AgoraCertificate) -> [CaseKind<Draw007>] {
    [
      CaseKind("mint", "agora.served", .content) { $0.mintQuestion },
      CaseKind("open", "agora.007.open.channel") { $0.openQuestion },
      refused("version", by: Check(.encoding, "version", "version")) {
        $0.token[2] = UInt8(ascii: "6")
      },
      refused("symbol", by: Check(.encoding, "base64", "base64")) {
        $0.token[20] = UInt8(ascii: "*")
      },
      refused("cut", by: Check(.encoding, "truncated", "zlib")) { $0.token.removeLast(8) },
      refused("forged", by: Check(.crypto, "signature", "signature")) { $0.mint(forger) },
      refused("early", by: Check(.time, "not-yet", "issue-ts")) { $0.now = $0.issued - 1 },
      refused("late", by: Check(.time, "expired", "expire")) { $0.now = $0.end },
      refused("other-channel", by: Check(.policy, "channel", "channel")) {
        $0.asked = Array("no.channel".utf8)
      },
    ]
  }

  private func refused(
    _ name: String, by check: Check, change: @escaping @Sendable (Draw007) -> Void
  ) -> CaseKind<Draw007> {
    let clause = self.check(covering: check)?.info.clause
    return CaseKind(name, clause ?? "", by: check, { $0.openQuestion }, change: change)
  }
}
