// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// What a client makes of its options before it connects.
extension CarryRules {
  /// The options as the language hands them over.
  func pass(_ given: CarryCall) throws(CallEnding) -> CarryCall {
    var call = given
    call.token = try pass(given.token, "token")
    call.user = try pass(given.user, "user")
    call.password = try pass(given.password, "pass")
    call.handler = try pass(given.handler, "handler")
    call.token = optionOmission.apply(call.token)
    if optionOmission == .javaScriptFalse { call.user = optionOmission.apply(call.user) }
    return try passHandler(call)
  }

  private func passHandler(_ given: CarryCall) throws(CallEnding) -> CarryCall {
    guard let handler = given.handler else { return given }
    var call = given
    switch self.handler {
    case .none: throw .unsupported
    case .inPlaceOfToken:
      guard call.token == nil else { throw .unsupported }
      (call.token, call.handler) = (handler, nil)
    default: break
    }
    return call
  }

  private func pass(_ value: JSONValue?, _ name: String) throws(CallEnding) -> JSONValue? {
    guard let value else { return nil }
    guard let text = value.text else { return try pass(other: value, name) }
    switch options {
    case .checked: try Self.check(text, name)
    case .bytes, .dynamicBytes, .phpProperties: break
    case .terminated: return .string(Text(Array(text.bytes.prefix { $0 != 0 })))
    case .utf16, .unicode, .dynamic, .javaScript:
      guard text.quality != .bytes, options != .unicode || text.quality == .utf8 else {
        throw .inexpressible
      }
    }
    return value
  }

  private static func check(_ text: Text, _ name: String) throws(CallEnding) {
    if name == "token", text.isEmpty { throw .checked(Check(.policy, .tokenEmpty, name)) }
    guard text.quality == .utf8, !text.bytes.contains(0) else {
      throw .checked(Check(.policy, .tokenText, name))
    }
  }

  private func pass(other value: JSONValue, _ name: String) throws(CallEnding) -> JSONValue {
    switch options {
    case .checked: throw .checked(Check(.claims, .memberType, name))
    case .bytes, .terminated, .utf16, .unicode: throw .inexpressible
    case .dynamic, .javaScript, .dynamicBytes: return value
    case .phpProperties:
      throw .told(
        "TypeError: Cannot assign \(value.phpTypeName) to property Basis\\Nats\\Configuration::$\(name)"
          + " of type ?string")
    }
  }

  // MARK: - Conflicts

  /// Refuses options that do not go together.
  func check(_ call: CarryCall) throws(CallEnding) {
    if conflicts.contains(.userAndToken), isGiven(call.user), isGiven(call.token) {
      throw twoKinds
    }
    if conflicts.contains(.handlerAndToken), call.handler != nil, isGiven(call.token) {
      throw optionAndHandler
    }
    if options == .phpProperties, call.user != nil, call.password == nil {
      throw .told(
        "TypeError: Cannot assign null to property Basis\\Nats\\Message\\Connect::$pass of type"
          + " string")
    }
  }

  private func isGiven(_ value: JSONValue?) -> Bool {
    guard let value else { return false }
    return options == .javaScript ? !value.isFalsy : omission != .empty || value != ""
  }

  // MARK: - Length

  /// Refuses a line that is longer than the buffer for its JSON text.
  func check(_ wire: [UInt8], orEnd ending: CallEnding?) throws(CallEnding) {
    guard let longest else { return }
    let object = Text(Array(wire.dropFirst(ConnectLine.verb.utf8.count + 1).dropLast(2)))
    guard object.utf16Count > longest else { return }
    throw ending ?? .checked(Check(.policy, .lineLength, "argument"))
  }
}

extension JSONValue {
  /// What PHP calls the type in a message.
  fileprivate var phpTypeName: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .integer: "int"
    case .float: "float"
    case .string: "string"
    case .array, .object: "array"
    }
  }
}
