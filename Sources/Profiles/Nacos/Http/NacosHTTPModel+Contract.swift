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
    case .refuse(let clause): return answer.served(against: clause) ?? answer.wrongStatus
    case .open: return answer.isKilled ? answer.unreported : nil
    }
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: Drawn?
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

  /// A refusal by the filter has one status; that of a login was not recorded.
  fileprivate var wrongStatus: Mismatch? {
    guard let status = more["status"]?.int, status != NacosServer.refusalStatus else {
      return nil
    }
    return Mismatch(
      "nacos.http.status", field: "status", expected: "\(NacosServer.refusalStatus)",
      got: "\(status)")
  }
}

extension Question {
  fileprivate func mismatch(of answer: Answer, for user: Text) -> Mismatch? {
    NacosHTTPQuestion(self).flatMap { $0.mismatch(of: answer, for: user) }
  }
}

extension NacosHTTPQuestion {
  /// Whether a login gave the user a token of his own.
  fileprivate func mismatch(of answer: Answer, for user: Text) -> Mismatch? {
    guard (try? request.get())?.isLogin == true else { return nil }
    let body = answer.more["body"]?.text.flatMap { try? JSONValue(parsing: $0.bytes.span) }
    guard let token = body?["accessToken"]?.text,
      case .accept(user) = NacosTokenDemand(token, server: server)
    else {
      return Mismatch(
        "nacos.http.login.answer", field: "accessToken", expected: "a token of \(user)",
        got: body?["accessToken"]?.text?.display ?? "none")
    }
    guard let life = body?["tokenTtl"]?.int64, life > 0, life <= server.tokenLifetime else {
      return Mismatch(
        "nacos.http.login.answer", field: "tokenTtl", expected: "\(server.tokenLifetime)",
        got: "another")
    }
    return nil
  }
}
