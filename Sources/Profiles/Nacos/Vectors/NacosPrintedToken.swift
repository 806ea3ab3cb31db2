// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// A token that somebody printed: signed with the default key of old releases, of which 68
/// characters are Base64.
struct NacosPrintedToken {
  let name: String
  let words: String
  let source: VectorGroup.Source
  let token: Text
  let end: Int64

  static let all = [
    NacosPrintedToken(
      name: "issue-10191",
      words: "a token of the default key that was reported to open many servers",
      source: .init(.reported, "alibaba/nacos#10191", version: "2023-03"),
      token:
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTg5MzQyNzIwMH0.DqZpCR2KkU7ztZJL0eAUl8YFYHo8Q2jh94N16KgOSs0",
      end: 1_893_427_200),
    NacosPrintedToken(
      name: "issue-5246", words: "a token of the default key that was printed in a report",
      source: .init(.reported, "alibaba/nacos#5246", version: "2021-03"),
      token:
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTYxNzExMDI4OX0.47OnWMx2yHAFMik9XaFaHJXcGGzT9nfltHTYWl7MD8U",
      end: 1_617_110_289),
    NacosPrintedToken(
      name: "page", words: "the token that the documentation shows for a login",
      source: .init(.page, "nacos-group.github.io guide/user/auth", version: "2.x"),
      token:
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTYwNTYyOTE2Nn0.2TogGhhr11_vLEjqKko1HJHUJEmsPuCxkur-CfNojDo",
      end: 1_605_629_166),
  ]

  /// The part of the default key that every decoder agrees on.
  private static let defaultKey = Text(Array(NacosSamples.defaultKey.bytes.dropLast()))

  func group(by model: NacosTokenVectors) throws -> VectorGroup {
    let maker = VectorMaker(model, op: VectorQuestion.open)
    let own = NacosSamples.configured(NacosSamples.key)
    return VectorGroup(
      [
        try maker.accept(
          "printed-\(name)", "\(words), in its last second",
          clauses: ["nacos.accepted", "nacos.claims"], flags: ["reported"],
          question(Self.defaultKey, at: end)),
        maker.reject(
          "printed-\(name)-over", "\(words), when it is over", clauses: ["nacos.exp.checked"],
          flags: ["reported"], question(Self.defaultKey, at: end + 1),
          by: Check(.time, .expired, "exp")),
        maker.reject(
          "printed-\(name)-elsewhere", "\(words), at a server with a key of its own",
          clauses: ["nacos.signature.checked"], flags: ["reported"], question(own, at: end),
          by: Check(.crypto, .signature, "signature")),
      ], from: source)
  }

  private func question(_ secret: Text, at second: Int64) -> VectorQuestion {
    VectorQuestion(
      op: VectorQuestion.open,
      input: ["secret_key": .string(secret), "token": .string(token)], now: .second(second))
  }
}
