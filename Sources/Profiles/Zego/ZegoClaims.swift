// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The encrypted JSON object of one token.
struct ZegoClaims {
  let arguments: ZegoArguments
  let drawn: ZegoDrawn
  let expire: ZegoExpire

  /// More than most texts take.
  private static let usualLength = 192

  /// The value of the clear header.
  func header(by rules: ClaimRules) -> ZegoPlan.Step<Int64> {
    if rules.edits.contains(.headerIsCtime) { return .done(drawn.ctime) }
    guard case .done(let sum) = expire.header, !rules.edits.isEmpty else { return expire.header }
    let drops: [ClaimRules.ClaimEdit] = [.headerWithoutCtime, .innerWithoutCtime]
    let isDuration = rules.edits.contains { drops.contains($0) }
    let value = isDuration ? sum &- drawn.ctime : sum
    return .done(rules.edits.contains(.milliseconds) ? value &* 1000 : value)
  }

  /// The JSON text, or nothing where the writer cannot write it.
  func text(by rules: ZegoRules) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(Self.usualLength)
    var json = rules.claims.json ?? HostJSON()
    json.text.broken = rules.claims.broken
    if rules.claims.writesLists { json.objects = .php }
    for name in rules.claims.order ?? rules.format.members
    where !rules.claims.edits.contains(.drop(name)) {
      text += (text.isEmpty ? "{\"" : ",\"").utf8
      text += name.utf8
      text += "\":".utf8
      guard json.write(edited(name, by: rules), to: &text) else {
        if case .empty = rules.claims.unwritable { return [] }
        return nil
      }
    }
    text.append(UInt8(ascii: "}"))
    return text
  }

  private func edited(_ name: String, by rules: ZegoRules) -> JSONValue {
    var value = value(of: name, by: rules)
    let edits = rules.claims.edits
    if edits.isEmpty { return value }
    if edits.contains(.swappedNames), let other = Self.swapped[name] {
      value = self.value(of: other, by: rules)
    }
    if name == "payload", edits.contains(.parsedPayload), let text = value.text {
      value = (try? JSONValue(parsing: text.bytes.span)) ?? value
    }
    if name == "privilege", edits.contains(.privilegeAsBooleans) { value = value.withBooleans }
    if name == rules.format.expireName, edits.contains(.innerWithoutCtime) {
      value = arguments[.effectiveTime]
    }
    if edits.contains(.milliseconds), rules.format.isTime(name), let seconds = value.int64 {
      value = .integer(seconds &* 1000)
    }
    if edits.contains(.textual(name)) { value = .string(Text(value.encoded)) }
    return value
  }

  private static let swapped = ["room_id": "user_id", "user_id": "room_id"]

  private func value(of name: String, by rules: ZegoRules) -> JSONValue {
    switch name {
    case "nonce": .integer(drawn.nonce)
    case rules.format.ctimeName: .integer(drawn.ctime)
    case rules.format.expireName: expire.inner
    case "privilege": privilege(areNamed: rules.checks.privilege == .twoBooleans)
    case "payload": payload(by: rules.claims)
    case "room_id": cut(arguments[.roomID], by: rules.claims)
    case "user_id": trimmed(cut(arguments[.userID], by: rules.claims), by: rules.claims)
    default: arguments[.appID]
    }
  }

  private func payload(by rules: ClaimRules) -> JSONValue {
    let value = arguments[.payload]
    return rules.emptyForFalsyPayload && value.isFalsy ? .string("") : cut(value, by: rules)
  }

  private func privilege(areNamed: Bool) -> JSONValue {
    let value = arguments[.privilege]
    guard areNamed else { return value }
    return .object([
      "1": .integer(value["canLoginRoom"]?.bool == true ? 1 : 0),
      "2": .integer(value["canPublishStream"]?.bool == true ? 1 : 0),
    ])
  }

  private func cut(_ value: JSONValue, by rules: ClaimRules) -> JSONValue {
    guard rules.cutsAtNul, let text = value.text else { return value }
    return .string(Text(Array(text.bytes.prefix { $0 != 0 })))
  }

  private func trimmed(_ value: JSONValue, by rules: ClaimRules) -> JSONValue {
    guard rules.trimsUser, let text = value.text else { return value }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D]
    let rest = text.bytes.drop(while: blanks.contains).reversed().drop(while: blanks.contains)
    return .string(Text(Array(rest.reversed())))
  }
}

extension JSONValue {
  /// An object whose numbers became false and true.
  fileprivate var withBooleans: JSONValue {
    guard let members = object?.members else { return self }
    return .object(
      JSONObject(members.map { .init(name: $0.name, value: .bool($0.value.int != 0)) }))
  }
}

extension ZegoFormat {
  fileprivate func isTime(_ name: String) -> Bool { name == ctimeName || name == expireName }
}
