// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

extension NacosHTTPModel {
  func brokenClauses(of question: Question) -> [String] { NacosHTTPContract(question).broken }

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    if answer.outcome == .refusedSilently {
      return Mismatch(
        "nacos.http.answered", field: "status", expected: "a refusal", got: "status 200, empty")
    }
    switch NacosHTTPContract(question) {
    case .accept(let user): return answer.unserved ?? question.mismatch(of: answer, for: user)
    case .refuse(let clause):
      return answer.served(against: clause) ?? answer.wrongStatus(ofLogin: question.isLogin)
    case .open: return answer.isKilled ? answer.unreported : nil
    }
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: Nothing?
  ) -> [String] {
    var findings = answer.findings(by: "nacos.http", broken: broken, printsTooMuch: false)
    if answer.more["status"]?.int == 403 { findings.append("nacos.http.page.401") }
    return findings
  }
}

extension Answer {
  fileprivate var isKilled: Bool { outcome == .crashed && error?.isKill == true }

  fileprivate var unreported: Mismatch {
    Mismatch(
      "nacos.http.refusal.reported", field: "outcome", expected: "an answer", got: ending)
  }

  fileprivate var unserved: Mismatch? {
    guard outcome != .ok else { return nil }
    return Mismatch(
      "nacos.http.served", field: "outcome", expected: "the request is served", got: ending)
  }

  fileprivate func served(against clause: String) -> Mismatch? {
    guard outcome != .crashed else { return unreported }
    guard outcome == .ok else { return nil }
    return Mismatch(clause, field: "outcome", expected: "a refusal", got: ending)
  }

  /// A refusal by the filter has one status; that of a login is any but a success.
  fileprivate func wrongStatus(ofLogin isLogin: Bool) -> Mismatch? {
    guard let status = more["status"]?.int else { return nil }
    let isSuccess = (200..<300).contains(status)
    guard isLogin ? isSuccess : status != NacosServer.refusalStatus else { return nil }
    return Mismatch(
      "nacos.http.status", field: "status", expected: "\(NacosServer.refusalStatus)",
      got: "\(status)")
  }
}

extension Question {
  fileprivate var isLogin: Bool { NacosHTTPQuestion(self)?.isLogin == true }

  fileprivate func mismatch(of answer: Answer, for user: Text) -> Mismatch? {
    NacosHTTPQuestion(self).flatMap { $0.mismatch(of: answer, for: user) }
  }
}

extension NacosHTTPQuestion {
  /// Whether a login gave the user a token of his own, and told its life.
  fileprivate func mismatch(of answer: Answer, for user: Text) -> Mismatch? {
    guard isLogin else { return nil }
    let body = answer.more["body"]?.text.flatMap { try? JSONValue(parsing: $0.bytes.span) }
    guard let token = body?["accessToken"]?.text,
      case .accept(user, let end) = server.decision(on: token)
    else { return Self.mismatch("accessToken", "a token of \(user)", body) }
    let life = end &- server.now
    guard body?["tokenTtl"]?.int64 != life else { return nil }
    return Self.mismatch("tokenTtl", "\(life)", body)
  }

  private static func mismatch(
    _ name: String, _ expected: String, _ body: JSONValue?
  ) -> Mismatch {
    let got = body?[name].map { String(decoding: $0.recorded.encoded, as: UTF8.self) }
    return Mismatch(
      "nacos.http.login.answer", field: name, expected: expected, got: got ?? "none")
  }
}
