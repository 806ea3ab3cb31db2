// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// What the rules give for a question; there is nothing random in it.
struct NacosTokenPlan: Equatable, Sendable {
  var outcome = Outcome.ok
  var token: Text?
  var error: NacosException?
  var more = JSONObject()

  /// What cannot be asked at all.
  static let unstatable = NacosTokenPlan(outcome: .inexpressible)

  var answer: Answer {
    Answer(outcome, token: token, error: error?.answer, more: more)
  }
}

extension NacosException {
  fileprivate var answer: ErrorAnswer {
    ErrorAnswer(code: .null, type: type, message: message)
  }

  fileprivate var recorded: JSONValue {
    let text = message.map { JSONValue.string($0) } ?? .null
    return .object(["class": .string(type), "message": text])
  }
}

extension NacosTokenRules {
  func plan(_ question: Question) -> NacosTokenPlan {
    guard let question = NacosTokenQuestion(question) else { return .unstatable }
    if key.refusesAtStart, let error = key.refusal(of: question.secret) {
      return NacosTokenPlan(outcome: .keyRefused, error: error)
    }
    switch question.call {
    case .mint(let user, let lifetime): return minted(user, lifetime, question)
    case .open(let token): return opened(token, question)
    }
  }

  private func minted(
    _ user: Text?, _ lifetime: Int64, _ question: NacosTokenQuestion
  ) -> NacosTokenPlan {
    var plan = NacosTokenPlan()
    switch issue(user: user, lifetime: lifetime, secretKey: question.secret, now: question.now) {
    case .success(let token):
      plan.token = token
      guard reader.isOwn, let key = try? key.bytes(of: question.secret),
        let algorithm = NacosAlgorithm(keyLength: key.count)
      else { break }
      plan.more = ["alg": .string(algorithm.rawValue), "keyBytes": .integer(key.count)]
    case .failure(let error): plan.refuse(error)
    }
    return plan
  }

  private func opened(_ token: Text, _ question: NacosTokenQuestion) -> NacosTokenPlan {
    var plan = NacosTokenPlan()
    switch read(token, secretKey: question.secret, now: question.now) {
    case .success(let claims): plan.more = ["claims": .object(members(claims))]
    case .failure(let error): plan.refuse(error)
    }
    guard reader.isOwn else { return plan }
    switch expireTime(of: token, secretKey: question.secret, now: question.now) {
    case .success(let second): plan.add("expireTime", .integer(second))
    case .failure(let error): plan.add("expireTimeError", error.recorded)
    }
    return plan
  }

  private func members(_ claims: NacosClaims) -> JSONObject {
    let user = claims.user.map { JSONValue.string($0) } ?? .null
    return reader.isOwn ? ["username": user, "token_echoed": .bool(true)] : ["username": user]
  }
}

extension NacosTokenPlan {
  fileprivate mutating func refuse(_ error: NacosException) {
    outcome = .refused
    self.error = error
    if let call = error.raisedIn { add("raisedIn", .string(call)) }
  }

  fileprivate mutating func add(_ name: String, _ value: JSONValue) {
    more.members.append(.init(name: Text(name), value: value))
  }
}
