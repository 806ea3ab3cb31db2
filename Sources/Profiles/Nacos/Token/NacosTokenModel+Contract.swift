// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

extension NacosTokenModel {
  func brokenClauses(of question: Question) -> [String] {
    guard let question = NacosTokenQuestion(question) else { return ["nacos.question"] }
    let key = NacosKeyContract(question.secret)
    switch question.call {
    case .mint(let user, let lifetime):
      return key.broken + Self.broken(user) + Self.broken(lifetime, question.now)
    case .open(let token):
      guard key.broken.isEmpty, let bytes = key.bytes else { return key.broken }
      guard case .free(let clause) = NacosDecision(token, key: bytes, now: question.now) else {
        return []
      }
      return [clause]
    }
  }

  private static func broken(_ user: Text?) -> [String] {
    guard let user, !user.isEmpty else { return ["nacos.user.present"] }
    return user.quality == .utf8 ? [] : ["nacos.user.text"]
  }

  private static func broken(_ lifetime: Int64, _ now: Int64) -> [String] {
    let (end, overflow) = now.addingReportingOverflow(lifetime)
    return lifetime > 0 && !overflow && end <= Int64.max / 1000 ? [] : ["nacos.lifetime.range"]
  }

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    guard let question = NacosTokenQuestion(question) else {
      return answer.outcome == .ok ? .noQuestion : nil
    }
    switch question.call {
    case .mint(let user, let lifetime):
      guard answer.outcome == .ok else {
        return answer.unserved(by: "nacos", inContract: inContract)
      }
      let faithfulness = NacosFaithfulness(user: user, lifetime: lifetime, question: question)
      return faithfulness.mismatch(of: answer.token)
    case .open(let token):
      return mismatch(of: answer, to: token, question)
    }
  }

  private func mismatch(
    of answer: Answer, to token: Text, _ question: NacosTokenQuestion
  ) -> Mismatch? {
    let got = answer.ending
    guard let key = NacosKeyContract(question.secret).bytes else {
      return answer.outcome == .ok
        ? Mismatch(
          "nacos.key.base64", field: "outcome", expected: "a refusal of the key", got: "claims")
        : nil
    }
    switch NacosDecision(token, key: key, now: question.now) {
    case .refuse(let clause):
      return answer.outcome == .ok
        ? Mismatch(clause, field: "outcome", expected: "a refusal", got: got) : nil
    case .free: return nil
    case .accept(let user, let end):
      guard answer.outcome == .ok else {
        return Mismatch("nacos.accepted", field: "outcome", expected: "the claims", got: got)
      }
      return answer.mismatch(user: user, end: end)
    }
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: Nothing?
  ) -> [String] {
    var findings = answer.findings(by: "nacos", broken: broken, printsTooMuch: false)
    guard let token = answer.token, let question = NacosTokenQuestion(question),
      let key = NacosKeyContract(question.secret).bytes,
      let algorithm = NacosAlgorithm(keyLength: key.count),
      !token.bytes.starts(with: algorithm.header.description.utf8)
    else { return findings }
    findings.append("nacos.alg.by-length")
    return findings
  }
}

extension Mismatch {
  fileprivate static let noQuestion = Mismatch(
    "nacos.question", field: "outcome", expected: "a refusal: it is no question", got: "an answer")
}

extension Answer {
  /// Whether the claims are those of the token, as far as they are told.
  fileprivate func mismatch(user: Text, end: Int64) -> Mismatch? {
    guard let told = more["claims"]?["username"]?.text, told == user else {
      let got = more["claims"]?["username"]?.text?.display ?? "none"
      return Mismatch("nacos.claims", field: "sub", expected: user.display, got: got)
    }
    guard let told = more["expireTime"], told.int64 != end else { return nil }
    return Mismatch(
      "nacos.claims", field: "exp", expected: "\(end)", got: told.int64.map(String.init) ?? "none")
  }
}
