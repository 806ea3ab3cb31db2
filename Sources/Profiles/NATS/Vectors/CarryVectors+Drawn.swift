// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// Cases for load: clients, addresses and lines.
extension CarryVectors {
  func cases(seed: UInt64) throws -> any CaseStream {
    try DrawnCases(Self.drawnKinds(NATSDrawnTokens()), of: self, seed: seed) { NATSDrawnTokens() }
  }

  private static func drawnKinds(_ tokens: NATSDrawnTokens) -> [CaseKind<NATSDrawnTokens>] {
    let (token, other) = (tokens.token, tokens.otherToken)
    let user = Text(token.bytes + Array(":".utf8) + other.bytes)
    return [
      .init(CarryDraft(user: token).carried, "nats.url.token"),
      .init(CarryDraft(user: user).carried, "nats.url.user"),
      .init(CarryDraft(options: ["token": .string(token)]).carried, "nats.line.token"),
      .init(
        CarryDraft(options: ["user": .string(token), "pass": .string(other)]).carried,
        "nats.line.user"),
      .init(CarryDraft(user: user).read, "nats.url.user"),
      .init(read(ConnectDraft(token: token)), "nats.line.token"),
      .init(
        CarryDraft(options: ["token": .string(token), "user": .string(other)]).carried,
        "nats.one-place", by: .credentials),
      .init(CarryDraft(scheme: "http://", user: token).read, "nats.url.scheme", by: .scheme),
      .init(
        CarryDraft(user: Text(user.bytes + Array("%zz".utf8))).read, "nats.url.escapes",
        by: .escape),
      .init(CarryDraft(user: token, host: "a$b").read, "nats.url.characters", by: .host),
      .init(CarryDraft(user: token, port: ":69758").read, "nats.url.characters", by: .port),
      .init(
        read(
          ConnectDraft([
            .init("auth_token", Text(Array("[".utf8) + token.json.bytes + Array("]".utf8)))
          ])),
        "nats.line.token", by: NATSCheck(.claims, .memberType, "auth_token")),
      .init(
        read(ConnectDraft([.init("auth_token", Text(Array("x".utf8) + token.bytes))])),
        "nats.line.json",
        by: .argumentSyntax),
    ]
  }

  private static func read(_ line: ConnectDraft) -> VectorQuestion {
    VectorQuestion(op: VectorQuestion.open, input: ["line": .string(Text(line.bytes))])
  }
}
