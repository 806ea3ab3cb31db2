// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What the judge knows of the decisions of a Nacos server on HTTP requests.
final class NacosHTTPModel: FormatModel {
  let format = "nacos-http"
  let reference = NacosHTTPRules()
  let deviations = NacosHTTPDeviations.table
  let profiles = NacosHTTPProfiles.all

  /// Nothing is drawn: the clock is part of the world.
  struct Drawn: Sendable {}

  func recover(from answer: Answer, to question: Question, by rules: NacosHTTPRules) -> Drawn? {
    Drawn()
  }

  func describe(_ drawn: Drawn) -> [(name: String, value: String)] { [] }

  func isDrawn(_ behaviour: String) -> Bool { false }

  func plan(_ question: Question, by rules: NacosHTTPRules, with drawn: Drawn) -> NacosHTTPPlan {
    rules.plan(question)
  }

  /// Whether anything differs at all: a decision has no steps that are worth to be kept.
  func parts(of rules: NacosHTTPRules, unlike other: NacosHTTPRules) -> Bool { rules != other }

  func revise(
    _ plan: NacosHTTPPlan, of question: Question, by rules: NacosHTTPRules, with drawn: Drawn,
    in changed: Bool
  ) -> NacosHTTPPlan? {
    guard changed else { return nil }
    let revised = rules.plan(question)
    return revised == plan ? nil : revised
  }

  func answer(_ plan: NacosHTTPPlan) -> Answer { plan.answer }

  func agreement(
    of plan: NacosHTTPPlan, with answer: Answer, to question: Question, by rules: NacosHTTPRules
  ) -> Agreement {
    let planned = plan.answer
    guard planned.outcome == answer.outcome, answer.has(planned, "status") else { return .none }
    if plan.isFree { return .meaning }
    return ["sendError", "login", "body"].allSatisfy { answer.has(planned, $0) } ? .bytes : .none
  }

  func view(of answer: Answer, to question: Question) -> String {
    let status = answer.more["status"]?.int.map { " \($0)" } ?? ""
    let words =
      answer.more["sendError"]?["message"]?.text ?? answer.more["body"]?.text
      ?? answer.more["login"]?["login_exception_message"]?.text
    return answer.outcome.rawValue + status + (words.map { " \($0.display)" } ?? "")
  }
}

extension Answer {
  /// Whether a member is what a planned answer has; one that is missing counts as null.
  fileprivate func has(_ planned: Answer, _ name: String) -> Bool {
    (more[name] ?? .null).withoutPlaces == (planned.more[name] ?? .null).withoutPlaces
  }
}

extension JSONValue {
  /// The value with its messages up to where Jackson says where it was.
  fileprivate var withoutPlaces: JSONValue {
    switch self {
    case .string(let text): .string(String(NacosTokenAgreement.withoutPlace(text.display)))
    case .object(let object):
      .object(
        JSONObject(object.members.map { .init(name: $0.name, value: $0.value.withoutPlaces) }))
    default: self
    }
  }
}

extension NacosHTTPPlan {
  /// Whether the words of a refusal are nobody's in particular.
  fileprivate var isFree: Bool {
    error.map { $0.message == nil } ?? login.map { $0.body == nil && $0.exception?.message == nil }
      ?? false
  }
}
