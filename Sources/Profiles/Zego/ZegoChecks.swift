// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Refuses arguments in the order in which the function looks at them.
struct ZegoChecks {
  let call: JSONObject
  let ctime: Int64

  func run(_ arguments: inout ZegoArguments, by rules: ZegoRules) throws(Ending) {
    for argument in rules.checkedArguments {
      guard try passes(argument, &arguments, by: rules.checks) else {
        throw .refused(argument)
      }
    }
  }

  private func passes(
    _ argument: Argument, _ arguments: inout ZegoArguments, by rules: CheckRules
  ) throws(Ending) -> Bool {
    let value = arguments[argument]
    switch argument {
    case .appID: return isAppID(value, by: rules.appID)
    case .roomID, .userID: return isIdentifier(value, by: rules.identifier)
    case .secret: return try isSecret(value, &arguments, by: rules)
    case .effectiveTime: return isEffectiveTime(value, by: rules.effectiveTime)
    case .payload: return isPayload(value, by: rules.payload)
    case .privilege: return try isPrivilege(value, by: rules.privilege)
    }
  }

  private func isAppID(_ value: JSONValue, by check: CheckRules.AppIDCheck) -> Bool {
    switch check {
    case .range: value.int128.map { (1...Int128(UInt32.max)).contains($0) } ?? false
    case .nonzero, .nonzeroInteger: value.isInteger && !value.isZero
    case .truthyNumber: value.isNumber && value.double != 0
    case .looselyNonzero: !value.isLooselyZero
    case .positiveInt32: value.int128.map { (1...Int128(Int32.max)).contains($0) } ?? false
    }
  }

  private func isIdentifier(_ value: JSONValue, by check: CheckRules.IdentifierCheck) -> Bool {
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
    _ value: JSONValue, _ arguments: inout ZegoArguments, by rules: CheckRules
  ) throws(Ending) -> Bool {
    if let text = value.text { return rules.secret.unit.count(text) == 32 }
    if value == .null, let exception = rules.secret.absentException {
      throw .exception(exception)
    }
    guard rules.identifier.acceptsAnything else { return false }
    guard value == .null else {
      guard let text = value.phpText else { throw .exception("TypeError") }
      return text.bytes.count == 32
    }
    arguments.remark(
      "Deprecated: strlen(): Passing null to parameter #1 ($string) of type string is deprecated")
    return false
  }

  private func isEffectiveTime(
    _ value: JSONValue, by check: CheckRules.EffectiveTimeCheck
  ) -> Bool {
    switch check {
    case .positive:
      guard let seconds = value.int64, seconds > 0 else { return false }
      return !ctime.addingReportingOverflow(seconds).overflow
    case .positiveInt32:
      return value.int64.flatMap { Int32(exactly: $0) }.map { $0 > 0 } ?? false
    case .positiveInteger: return value.isInteger && !value.isZero && !value.isNegative
    case .truthyNumber: return value.isNumber && value.double != 0
    case .coercedPositive: return (value.javaScriptDouble ?? -1) > 0
    case .looselyPositive: return !value.isLooselyAtMostZero
    }
  }

  private func isPayload(_ value: JSONValue, by check: CheckRules.PayloadCheck) -> Bool {
    switch check {
    case .text: value.text?.quality == .utf8
    case .anyText: value.text != nil
    case .anything: true
    }
  }

  private func isPrivilege(
    _ value: JSONValue, by check: CheckRules.PrivilegeCheck
  ) throws(Ending) -> Bool {
    let members = value.object?.members ?? []
    let names = members.map(\.name.display).sorted()
    let values = members.map(\.value)
    switch check {
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

extension ZegoRules {
  private static let checked04: [Argument] = [.appID, .userID, .secret, .effectiveTime, .payload]
  private static let checked03: [CheckRules.PrivilegePlace: [Argument]] = [
    .beforeSecret: [.appID, .roomID, .userID, .privilege, .secret, .effectiveTime],
    .afterSecret: [.appID, .roomID, .userID, .secret, .privilege, .effectiveTime],
    .last: [.appID, .roomID, .userID, .secret, .effectiveTime, .privilege],
  ]

  /// The arguments in the order in which they are looked at.
  fileprivate var checkedArguments: [Argument] {
    format == .token03 ? Self.checked03[checks.privilegePlace] ?? [] : Self.checked04
  }
}
