// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Compares what the rules give with what was answered.
struct NacosTokenAgreement {
  let plan: NacosTokenPlan
  let answer: Answer
  /// Whether the answer must tell all that the rules give.
  let tellsAll: Bool

  private static let members = ["alg", "keyBytes", "expireTime", "raisedIn"]

  var value: Agreement {
    guard plan.outcome.isAnswer else { return plan.outcome == answer.outcome ? .bytes : .none }
    guard sameOutcome, plan.token == answer.token, sameClaims else { return .none }
    guard Self.members.allSatisfy({ agrees($0) }), sameEndError else { return .none }
    guard let error = plan.error else { return .bytes }
    if error.type == "refusal" { return .meaning }
    return error.type == answer.error?.type && Self.same(error.message, answer.error?.message)
      ? .bytes : .none
  }

  /// Where the reference refuses is free.
  private var sameOutcome: Bool {
    plan.outcome == answer.outcome
      || !tellsAll && plan.outcome != .ok && answer.outcome != .ok && answer.outcome.isAnswer
  }

  private func agrees(_ name: String) -> Bool {
    let (planned, told) = (plan.more[name], answer.more[name])
    return told == planned || !tellsAll && (told == nil || planned == nil)
  }

  private var sameClaims: Bool {
    if tellsAll { return plan.more["claims"] == answer.more["claims"] }
    return user(plan.more) == user(answer.more)
  }

  private func user(_ more: JSONObject) -> JSONValue { more["claims"]?["username"] ?? .null }

  private var sameEndError: Bool {
    let (planned, told) = (plan.more["expireTimeError"], answer.more["expireTimeError"])
    guard let planned, let told else { return planned == told || !tellsAll }
    return planned["class"] == told["class"]
      && Self.same(planned["message"]?.string, told["message"]?.text?.display)
  }

  /// Whether messages agree up to the place where Jackson says where it was.
  private static func same(_ planned: String?, _ told: String?) -> Bool {
    planned.map(withoutPlace) == told.map(withoutPlace)
  }

  static func withoutPlace(_ message: String) -> Substring {
    let places = ["[Source: ", "at char #"].compactMap { message.firstRange(of: $0)?.lowerBound }
    return message[..<(places.min() ?? message.endIndex)]
  }
}
