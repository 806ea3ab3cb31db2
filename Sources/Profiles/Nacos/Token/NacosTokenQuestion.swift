// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// The arguments of a question about a token.
struct NacosTokenQuestion {
  enum Call {
    case mint(user: Text?, lifetime: Int64)
    case open(Text)
  }

  let call: Call
  let secret: Text
  let now: Int64

  /// The arguments as they were given; nothing where one of them is no argument at all.
  init?(_ question: Question) {
    let input = question.input
    guard let secret = input["secret_key"]?.text, let now = input["now"]?.int64 ?? question.at,
      let call = Call(question.op, input)
    else { return nil }
    (self.call, self.secret, self.now) = (call, secret, now)
  }
}

extension NacosTokenQuestion.Call {
  fileprivate init?(_ op: String, _ input: JSONObject) {
    switch op {
    case "mint":
      guard let lifetime = input["expire_seconds"]?.int64, let user = input.optionalText("user")
      else { return nil }
      self = .mint(user: user, lifetime: lifetime)
    case "open":
      guard let token = input.optionalText("token") else { return nil }
      self = .open(token ?? "")
    default: return nil
    }
  }
}

extension JSONObject {
  /// A text, or nothing where it was not given; nothing at all where it is something else.
  fileprivate func optionalText(_ name: String) -> Text?? {
    switch self[name] {
    case .string(let text): .some(text)
    case .null, nil: .some(nil)
    default: nil
    }
  }
}
