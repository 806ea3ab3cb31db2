// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What the judge knows of Nacos's access tokens.
final class NacosTokenModel: FormatModel {
  let format = "nacos-jwt"
  let reference = NacosTokenRules()
  let deviations = NacosTokenDeviations.table
  let profiles = NacosTokenProfiles.all

  func plan(
    _ question: Question, by rules: NacosTokenRules, with recovered: Nothing
  ) -> NacosTokenPlan { rules.plan(question) }

  func answer(_ plan: NacosTokenPlan) -> Answer { plan.answer }

  func agreement(
    of plan: NacosTokenPlan, with answer: Answer, to question: Question,
    by rules: NacosTokenRules
  ) -> Agreement {
    NacosTokenAgreement(plan: plan, answer: answer, tellsAll: rules.reader != .strict).value
  }

  /// The token itself, what was read in it, or how the call ended.
  func view(of answer: Answer, to question: Question) -> String {
    if let token = answer.token { return token.display }
    guard answer.outcome == .ok, let claims = answer.more["claims"] else { return answer.ending }
    return String(decoding: claims.recorded.encoded, as: UTF8.self)
  }
}
