// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The encrypted JSON object of one token.
struct ZegoClaims {
  let rules: ZegoRules
  let arguments: ZegoArguments
  let drawn: ZegoDrawn
  let expire: ZegoExpire

  /// The members by name, in the rules' order.
  private var members: JSONObject {
    var object = JSONObject()
    for name in rules.claims.order ?? rules.format.members {
      guard !rules.claims.edits.contains(.drop(name)) else { continue }
      object.members.append(.init(name: Text(name), value: edited(name)))
    }
    return object
  }

  /// The value of the clear header.
  var header: Result<Int64, Ending> {
    if rules.claims.edits.contains(.headerIsCtime) { return .success(drawn.ctime) }
    let drops: [ClaimRules.ClaimEdit] = [.headerWithoutCtime, .innerWithoutCtime]
    let isDuration = !rules.claims.edits.allSatisfy { !drops.contains($0) }
    let isMilliseconds = rules.claims.edits.contains(.milliseconds)
    return expire.header.map { sum in
      let value = isDuration ? sum &- drawn.ctime : sum
      return isMilliseconds ? value &* 1000 : value
    }
  }

  /// The JSON text, or nothing where the writer cannot write it.
  var text: [UInt8]? {
    var text: [UInt8] = []
    var json = rules.claims.json ?? HostJSON()
    json.text.broken = rules.claims.broken
    if rules.claims.writesLists { json.objects = .php }
    guard json.write(inOrder: members.members, to: &text) else {
      if case .empty = rules.claims.unwritable { return [] }
      return nil
    }
    return text
  }

  private func edited(_ name: String) -> JSONValue {
    let edits = rules.claims.edits
    var value = value(of: name)
    if name == "payload", edits.contains(.parsedPayload), let text = value.text {
      value = (try? JSONValue(parsing: text.bytes.span)) ?? value
    }
    if name == rules.format.expireName, edits.contains(.innerWithoutCtime) {
      value = arguments[.effectiveTime]
    }
    if edits.contains(.milliseconds), isTime(name), let seconds = value.int64 {
      value = .integer(seconds &* 1000)
    }
    if edits.contains(.textual(name)) { value = .string(Text(value.encoded)) }
    return value
  }

  private func isTime(_ name: String) -> Bool {
    name == rules.format.ctimeName || name == rules.format.expireName
  }

  private func value(of name: String) -> JSONValue {
    switch name {
    case "nonce": .integer(drawn.nonce)
    case rules.format.ctimeName: .integer(drawn.ctime)
    case rules.format.expireName: expire.inner
    case "privilege": privilege
    case "payload": payload
    case "room_id": cut(arguments[.roomID])
    case "user_id": cut(arguments[.userID])
    default: arguments[.appID]
    }
  }

  private var payload: JSONValue {
    let value = arguments[.payload]
    return rules.claims.emptyForFalsyPayload && value.isFalsy ? .string("") : cut(value)
  }

  private var privilege: JSONValue {
    let value = arguments[.privilege]
    guard rules.checks.privilege == .twoBooleans else { return value }
    return .object([
      "1": .integer(value["canLoginRoom"]?.bool == true ? 1 : 0),
      "2": .integer(value["canPublishStream"]?.bool == true ? 1 : 0),
    ])
  }

  private func cut(_ value: JSONValue) -> JSONValue {
    guard rules.claims.cutsAtNul, let text = value.text else { return value }
    return .string(Text(Array(text.bytes.prefix { $0 != 0 })))
  }
}
