// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// Everything that a client asked of a server in one scenario.
struct NacosClientSession {
  let requests: [NacosClientRequest]
  /// The life that the server gave its tokens, in seconds.
  let lifetime: Double

  init(_ question: Question, _ answer: Answer) {
    requests = (answer.more["requests"]?.array ?? []).map(NacosClientRequest.init)
    lifetime = Self.lifetime(in: question.input["scenario"]?.string ?? "")
  }

  /// What stands after `ttl-` in the name of a scenario, or the server's default.
  private static func lifetime(in scenario: String) -> Double {
    let words = scenario.split(separator: "-", omittingEmptySubsequences: false)
    guard words.first == "ttl", words.count > 1 else { return 18000 }
    return Double(words[1]) ?? 18000
  }

  var logins: [NacosClientRequest] { requests.filter(\.isLogin) }

  /// The requests that need a credential.
  var calls: [NacosClientRequest] { requests.filter { !$0.isLogin && !$0.isOpening } }

  /// Two neighbours in time.
  static func pairs(
    _ requests: [NacosClientRequest]
  ) -> Zip2Sequence<[NacosClientRequest], ArraySlice<NacosClientRequest>> {
    zip(requests, requests.dropFirst())
  }

  /// How old the token of a request is; the server numbered the tokens in its order.
  func age(of request: NacosClientRequest) -> Double? {
    let digits = request.token?.display.filter(\.isNumber) ?? ""
    let issued = logins.filter { $0.status == 200 }
    guard let number = Int(digits), number > 0, number <= issued.count else { return nil }
    return request.at - issued[number - 1].at
  }
}
