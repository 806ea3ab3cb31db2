// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos
internal import Suite

extension NacosHTTPRules {
  func plan(_ question: Question) -> NacosHTTPPlan {
    guard let question = NacosHTTPQuestion(question) else { return .nothing }
    switch question.request {
    case .failure(let refusal): return .unreadable(refusal)
    case .success(let request):
      let deciding = NacosHTTPDeciding(rules: self, server: question.server, request: request)
      return mistakes.isLogin(request) ? deciding.login : deciding.filter
    }
  }
}
