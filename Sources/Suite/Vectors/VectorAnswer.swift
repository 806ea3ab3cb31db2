// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// What the reference or a broken copy of it answers to a vector.
public enum VectorAnswer: Equatable, Sendable {
  /// What came out: `token` of a minter, the claims of an opener, the line of a client.
  case accepted(JSONObject)
  /// By a check, where it is known which.
  case refused(Check?)
  case crashed(String)
  /// The language cannot state the question.
  case inexpressible

  /// An answer in the words of recordings: nothing is known of the check that refused.
  public init(_ answer: Answer, naming members: [String] = []) {
    switch answer.outcome {
    case .ok:
      let token: JSONObject = answer.token.map { ["token": .string($0)] } ?? [:]
      let more = answer.more.members.filter { members.contains($0.name.display) }
      self = .accepted(JSONObject(token.members + more))
    case .crashed: self = .crashed(answer.error?.identity ?? "")
    case .inexpressible: self = .inexpressible
    default: self = .refused(nil)
    }
  }
}
