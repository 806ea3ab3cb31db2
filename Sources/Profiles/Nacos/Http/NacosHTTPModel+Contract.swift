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
    case .accept(let user):
      guard answer.outcome == .ok else {
        return answer.unserved(by: "nacos.http", inContract: inContract)
      }
      return NacosHTTPQuestion(question).flatMap { $0.mismatch(of: answer, for: user) }
    case .refuse(let clause):
      return answer.outcome == .ok
        ? Mismatch(clause, field: "outcome", expected: "a refusal", got: answer.ending)
        : answer.wrongStatus
    case .open:
      return answer.outcome == .ok ? nil : answer.unserved(by: "nacos.http", inContract: false)
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
  /// A refusal by the filter has one status; that of a login was not recorded.
  fileprivate var wrongStatus: Mismatch? {
    guard let status = more["status"]?.int, status != 403 else { return nil }
    return Mismatch("nacos.http.status", field: "status", expected: "403", got: "\(status)")
  }
}

extension NacosHTTPQuestion {
  /// Whether a login gave the user a token of his own.
  fileprivate func mismatch(of answer: Answer, for user: Text) -> Mismatch? {
    guard request?.isLogin == true else { return nil }
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
