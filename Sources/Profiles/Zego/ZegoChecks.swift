// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Refuses arguments in the order in which the function looks at them.
struct ZegoChecks {
  let rules: ZegoRules
  let call: JSONObject
  let ctime: Int64

  func run(_ arguments: inout ZegoArguments) throws(Ending) {
    for argument in order {
      guard try passes(argument, &arguments) else {
        throw .refused(argument)
      }
    }
  }

  private var order: [Argument] {
    let identifiers: [Argument] =
      rules.format == .token03 ? [.appID, .roomID, .userID] : [.appID, .userID]
    guard rules.format == .token03 else {
      return identifiers + [.secret, .effectiveTime, .payload]
    }
    return switch rules.checks.privilegePlace {
    case .beforeSecret: identifiers + [.privilege, .secret, .effectiveTime]
    case .afterSecret: identifiers + [.secret, .privilege, .effectiveTime]
    case .last: identifiers + [.secret, .effectiveTime, .privilege]
    }
  }

  private func passes(
    _ argument: Argument, _ arguments: inout ZegoArguments
  ) throws(Ending) -> Bool {
    let value = arguments[argument]
    switch argument {
    case .appID: return isAppID(value)
    case .roomID, .userID: return isIdentifier(value)
    case .secret: return try isSecret(value, &arguments)
    case .effectiveTime: return isEffectiveTime(value)
    case .payload: return isPayload(value)
    case .privilege: return try isPrivilege(value)
    }
  }

  private func isAppID(_ value: JSONValue) -> Bool {
    switch rules.checks.appID {
    case .range: value.int128.map { (1...Int128(UInt32.max)).contains($0) } ?? false
    case .nonzero, .nonzeroInteger: value.isInteger && !value.isZero
    case .truthyNumber: value.isNumber && value.double != 0
    case .looselyNonzero: !value.isLooselyZero
    }
  }

  private func isIdentifier(_ value: JSONValue) -> Bool {
    let check = rules.checks.identifier
    if check.acceptsAnything { return !value.isLooselyEmptyText }
    guard let text = value.text else { return false }
    if check.isUnicode, text.quality != .utf8 { return false }
    if let limit = check.limit, text.bytes.count > limit, text.utf16Count > limit { return false }
    guard text.isEmpty else { return true }
    return switch check.empty {
    case .refused: false
    case .refusedAsLiteral: call["emptyString"]?.string != "literal"
    case .accepted: true
    }
  }

  private func isSecret(
    _ value: JSONValue, _ arguments: inout ZegoArguments
  ) throws(Ending) -> Bool {
    if let text = value.text { return rules.checks.secret.unit.count(text) == 32 }
    if value == .null, let exception = rules.checks.secret.absentException {
      throw .exception(exception)
    }
    guard rules.checks.identifier.acceptsAnything else { return false }
    guard value == .null else {
      guard let text = value.phpText else { throw .exception("TypeError") }
      return text.bytes.count == 32
    }
    arguments.remark(
      "Deprecated: strlen(): Passing null to parameter #1 ($string) of type string is deprecated")
    return false
  }

  private func isEffectiveTime(_ value: JSONValue) -> Bool {
    switch rules.checks.effectiveTime {
    case .positive:
      guard let seconds = value.int64, seconds > 0 else { return false }
      return !ctime.addingReportingOverflow(seconds).overflow
    case .positiveInteger: return value.isInteger && !value.isZero && !value.isNegative
    case .truthyNumber: return value.isNumber && value.double != 0
    case .coercedPositive: return (value.javaScriptDouble ?? -1) > 0
    case .looselyPositive: return !value.isLooselyAtMostZero
    }
  }

  private func isPayload(_ value: JSONValue) -> Bool {
    switch rules.checks.payload {
    case .text: value.text?.quality == .utf8
    case .anyText: value.text != nil
    case .anything: true
    }
  }

  private func isPrivilege(_ value: JSONValue) throws(Ending) -> Bool {
    let members = value.object?.members ?? []
    let names = members.map(\.name.display).sorted()
    let values = members.map(\.value)
    switch rules.checks.privilege {
    case .nothing: return true
    case .notNull: return value != .null
    case .notEmpty: return !value.isPHPEmpty
    case .exact:
      return names == ["1", "2"] && values.allSatisfy { $0.int == 0 || $0.int == 1 }
    case .truthyValues:
      return names == ["1", "2"] && values.allSatisfy { $0.int == 1 }
    case .keys:
      guard value != .null else { throw .exception("System.NullReferenceException") }
      return names == ["1", "2"]
    case .twoBooleans:
      return value["canLoginRoom"]?.bool != nil && value["canPublishStream"]?.bool != nil
    }
  }
}
