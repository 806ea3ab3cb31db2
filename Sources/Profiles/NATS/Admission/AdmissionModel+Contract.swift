// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import NATS
internal import Suite

extension AdmissionModel {
  /// Where the reference's decision is the only one: not where it refuses for a reason that is none
  /// of the token's.
  private enum Duty {
    case admit
    /// The clause that a wrong or missing token breaks.
    case refuse(String)
    case free(String)
  }

  private func duty(of question: Question) -> Duty {
    guard let question = AdmissionQuestion(question) else { return .free("nats.question") }
    guard let configuration = try? configuration(question, by: reference) else {
      return .free("nats.config.token")
    }
    guard configuration.gate.token != nil, configuration.unknown == nil else {
      return .free("nats.config.token")
    }
    if configuration.gate.hasUsers { return .free("nats.config.alone") }
    let admission = admission(question, configuration, by: reference)
    guard !admission.isBeyond else { return .free("nats.connect.first") }
    let broken = configuration.gate.token.flatMap(Self.brokenClause)
    guard let refusal = admission.refusal else {
      return admission.isAdmitted && broken == nil ? .admit : .free(broken ?? "nats.connect.line")
    }
    switch NATSReason(rawValue: refusal.reason) {
    case .tokenMissing: return .refuse("nats.token.required")
    case .tokenMismatch where broken == nil || isWrong(question, configuration):
      return .refuse("nats.token.compared")
    case let reason:
      return .free(broken ?? reason.flatMap { Self.clauses[$0] } ?? "nats.connect.line")
    }
  }

  /// Whether a token is also wrong where a hash that is not documented is taken as it stands.
  private func isWrong(_ question: AdmissionQuestion, _ configuration: ServerConfiguration) -> Bool
  {
    var rules = reference
    rules.admission.secret.insert(.takesHashItself)
    return !admission(question, configuration, by: rules).isAdmitted
  }

  private static func brokenClause(of secret: ServerSecret) -> String? {
    switch secret {
    case .plain: nil
    case .hash(let hash, _):
      hash.version == UInt8(ascii: "a") && hash.trailing.isEmpty ? nil : "nats.bcrypt.documented"
    case .brokenHash: "nats.bcrypt.whole"
    }
  }

  private static let clauses: [NATSReason: String] = [
    .verb: "nats.connect.first", .operation: "nats.connect.first", .blank: "nats.connect.blank",
    .lineEnd: "nats.connect.line", .lineMissing: "nats.connect.in-time",
    .lineLength: "nats.connect.length", .jsonSyntax: "nats.connect.json",
    .memberType: "nats.connect.types", .memberUnknown: "nats.connect.names",
    .memberDuplicate: "nats.connect.once", .text: "nats.connect.text",
    .credentials: "nats.connect.alone", .account: "nats.connect.names",
    .protocolVersion: "nats.connect.protocol", .headers: "nats.connect.headers",
    .second: "nats.connect.one",
  ]

  func unjudged(_ question: Question) -> String? {
    guard let question = AdmissionQuestion(question),
      let configuration = try? configuration(question, by: reference)
    else { return nil }
    if let unknown = configuration.unknown {
      return "the option '\(unknown)' of the server is not known here"
    }
    if case .hash(let hash, _)? = configuration.gate.token, hash.cost > Admission.highestCost {
      return "the hash of the token is too costly, \(hash.cost)"
    }
    let isBeyond = admission(question, configuration, by: reference).isBeyond
    return isBeyond ? "the client says more than CONNECT and PING" : nil
  }

  func brokenClauses(of question: Question) -> [String] {
    if case .free(let clause) = duty(of: question) { [clause] } else { [] }
  }

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    if answer.outcome == .crashed { return answer.unserved(by: "nats", inContract: inContract) }
    switch duty(of: question) {
    case .free: return nil
    case .admit:
      guard answer.outcome != .ok else { return nil }
      return Mismatch(
        "nats.admitted", field: "outcome", expected: "the client is let in",
        got: answer.outcome.rawValue)
    case .refuse(let clause):
      guard answer.outcome == .ok else { return nil }
      return Mismatch(
        clause, field: "outcome", expected: "the client is refused", got: "it is let in")
    }
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: Nothing?
  ) -> [String] {
    answer.findings(by: "nats", broken: broken, printsTooMuch: false)
  }
}
