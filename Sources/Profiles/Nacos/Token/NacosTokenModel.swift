// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What the judge knows of Nacos's access tokens.
final class NacosTokenModel: FormatModel {
  /// Nothing of a token is drawn, and the clock is part of the question.
  struct Drawn: Sendable {}

  let format = "nacos-jwt"
  let reference = NacosTokenRules()
  let deviations = NacosTokenDeviations.table
  let profiles = NacosTokenProfiles.all

  func recover(
    from answer: Answer, to question: Question, by rules: NacosTokenRules
  ) -> Drawn? { Drawn() }

  func plan(
    _ question: Question, by rules: NacosTokenRules, with drawn: Drawn
  ) -> NacosTokenPlan { rules.plan(question) }

  /// Whether anything differs at all: a token has no steps that are worth to be kept.
  func parts(of rules: NacosTokenRules, unlike other: NacosTokenRules) -> Bool { rules != other }

  func revise(
    _ plan: NacosTokenPlan, of question: Question, by rules: NacosTokenRules, with drawn: Drawn,
    in changed: Bool
  ) -> NacosTokenPlan? {
    guard changed else { return nil }
    let revised = rules.plan(question)
    return revised == plan ? nil : revised
  }

  func answer(_ plan: NacosTokenPlan) -> Answer { plan.answer }

  func agreement(
    of plan: NacosTokenPlan, with answer: Answer, to question: Question,
    by rules: NacosTokenRules
  ) -> Agreement {
    NacosTokenAgreement(plan: plan, answer: answer, tellsAll: rules.reader != .strict).value
  }

  func isDrawn(_ behaviour: String) -> Bool { false }

  func describe(_ drawn: Drawn) -> [(name: String, value: String)] { [] }

  /// The token itself, what was read in it, or how the call ended.
  func view(of answer: Answer, to question: Question) -> String {
    if let token = answer.token { return token.display }
    guard answer.outcome == .ok, let claims = answer.more["claims"] else { return answer.ending }
    return String(decoding: claims.recorded.encoded, as: UTF8.self)
  }
}
