// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

// Cases for load: tokens, and requests with them.

extension NacosTokenVectors {
  func cases(seed: UInt64) throws -> any CaseStream {
    try DrawnCases(Self.caseKinds, of: self, seed: seed) { try NacosDraw() }
  }

  private static let caseKinds: [CaseKind<NacosDraw>] = [
    CaseKind("mint", "nacos.served", .content) { $0.minting },
    CaseKind("open", "nacos.accepted") { $0.opening },
    refused("late", "nacos.exp.checked", by: .nacosExpired) { $0.now = $0.end + 1 },
    refused("other-key", "nacos.signature.checked", by: .nacosSignature) { $0.signOtherwise() },
    refused("changed", "nacos.signature.checked", by: .nacosSignature) { $0.changeSignature() },
    refused("other-header", "nacos.signature.checked", by: .nacosSignature) {
      $0.replaceHeader("eyJhbGciOiJIUzUxMiJ9")
    },
    refused("none", "nacos.alg.none", by: .nacosAlgorithm) {
      $0.replaceHeader("eyJhbGciOiJub25lIn0")
    },
    refused("cut", "nacos.signature.checked", by: .nacosSignature) {
      $0.token.removeLast()
    },
    refused("no-signature", "nacos.parts.three", by: .nacosParts) {
      $0.token.removeLast(44)
    },
  ]

  private static func refused(
    _ name: String, _ clause: String, by check: Check,
    change: @escaping @Sendable (NacosDraw) -> Void
  ) -> CaseKind<NacosDraw> {
    CaseKind(name, clause, by: check, { $0.opening }, change: change)
  }
}

extension NacosHTTPVectors {
  func cases(seed: UInt64) throws -> any CaseStream {
    try DrawnCases(Self.caseKinds, of: self, seed: seed) { try NacosDraw() }
  }

  private static let caseKinds: [CaseKind<NacosDraw>] = [
    CaseKind("bearer", "nacos.http.served", .content, bearer),
    CaseKind("query", "nacos.http.parameter", .content) {
      $0.request { $0.query.append(("accessToken", $1)) }
    },
    CaseKind("login", "nacos.http.login.answer", .content, { $0.login }) {
      $0.now = $0.issued
    },
    refused("late", "nacos.http.token.refused", by: .nacosExpired) { $0.now = $0.end + 1 },
    refused("other-key", "nacos.http.token.refused", by: .nacosSignature) { $0.signOtherwise() },
    refused("changed", "nacos.http.token.refused", by: .nacosSignature) { $0.changeSignature() },
    refused("stranger", "nacos.http.permission", by: .nacosPermission) { $0.nameStranger() },
  ]

  private static let bearer: @Sendable (NacosDraw) -> VectorQuestion = {
    $0.request { $0.fields.append(("Authorization", "Bearer " + $1)) }
  }

  private static func refused(
    _ name: String, _ clause: String, by check: Check,
    change: @escaping @Sendable (NacosDraw) -> Void
  ) -> CaseKind<NacosDraw> {
    CaseKind(name, clause, by: check, bearer, change: change)
  }
}
