// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What the judge says of Nacos clients: findings alone, since nothing is asked of them but to go on.
final class NacosClientModel: FormatModel {
  /// There are no rules by which a client's requests are computed.
  struct Rules: Hashable, Sendable {}

  let format = "nacos-client"
  let reference = Rules()
  let deviations: [Deviation<Rules>] = []
  let profiles = [
    Profile("nacos-sdk-cpp", "cpp-master-2024-01-16", []),
    Profile("nacos-sdk-go", "go-v2.3.5", []),
    Profile("nacos-sdk-python", "python-0.1.7", []),
    Profile("nacos-sdk-python", "python-1.0.0", []),
    Profile("nacos-sdk-python", "python-2.0.11", []),
    Profile("nacos-sdk-python", "python-3.2.0", []),
    Profile("nacos-sdk-rust-binding-py", "rust-binding-py-0.8.0", []),
  ]

  func brokenClauses(of question: Question) -> [String] { [] }

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    guard answer.error?.isKill == true else { return nil }
    return Mismatch(
      "nacos.client.alive", field: "outcome", expected: "requests", got: "a killed process")
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: Rules?
  ) -> [String] {
    let session = NacosClientSession(question, answer)
    return NacosClientDuty.all.filter { $0.isBroken(session) }.map(\.clause)
  }

  // MARK: - Nothing is predicted

  func recover(from answer: Answer, to question: Question, by rules: Rules) -> Rules? { nil }

  func plan(_ question: Question, by rules: Rules, with recovered: Rules) -> Rules { rules }

  func parts(of rules: Rules, unlike other: Rules) -> Bool { false }

  func revise(
    _ plan: Rules, of question: Question, by rules: Rules, with recovered: Rules,
    in changed: Bool
  ) -> Rules? { nil }

  func answer(_ plan: Rules) -> Answer { Answer(.unsupported) }

  func agreement(
    of plan: Rules, with answer: Answer, to question: Question, by rules: Rules
  ) -> Agreement { .none }

  func isDrawn(_ behaviour: String) -> Bool { false }

  func describe(_ recovered: Rules) -> [(name: String, value: String)] { [] }

  /// How many requests of which kind there were.
  func view(of answer: Answer, to question: Question) -> String {
    let session = NacosClientSession(question, answer)
    return "\(session.logins.count) logins, \(session.calls.count) calls"
  }
}
