// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// Cases for load: clients before a server.
extension AdmissionVectors {
  func cases(seed: UInt64) throws -> any CaseStream {
    try DrawnCases(Self.drawnKinds(NATSDrawnTokens()), of: self, seed: seed) { NATSDrawnTokens() }
  }

  private static func drawnKinds(_ tokens: NATSDrawnTokens) -> [CaseKind<NATSDrawnTokens>] {
    let (token, other) = (tokens.token, tokens.otherToken)
    let flag = AdmissionDraft.Server(configuration: nil, arguments: ["--auth", token])
    return [
      .init(AdmissionDraft(token).question, "nats.admitted"),
      .init(AdmissionDraft(flag, ConnectDraft(token: token)).question, "nats.admitted"),
      .init(
        AdmissionDraft(.init(token: token), ConnectDraft([.init("auth_token", token.json)]))
          .question, "nats.admitted"),
      .init(AdmissionDraft(token, sent: other).question, "nats.token.compared", by: .tokenMismatch),
      .init(
        AdmissionDraft(other, sent: token).question, "nats.token.compared", by: .tokenMismatch),
      .init(
        AdmissionDraft(hash, sent: other).question, "nats.bcrypt.compared", by: .tokenMismatch),
      .init(
        AdmissionDraft(.init(token: token), ConnectDraft([.init("user", token.json)])).question,
        "nats.token.required", by: .tokenMissing),
      .init(
        AdmissionDraft(.init(token: token), ConnectDraft([])).question, "nats.token.required",
        by: .tokenMissing),
      .init(
        AdmissionDraft(token).with { $0.line.cut(1) }.question, "nats.connect.json",
        by: .objectSyntax),
    ]
  }
}
