// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// How the making of a token ends before there is a token; in a box, since plans copy it often.
indirect enum Ending: Error, Equatable {
  case inexpressible
  /// Refused in the words that belong to the argument.
  case refused(Argument)
  case refusedAs(ErrorAnswer)
  case crashed(ErrorAnswer)

  static func exception(_ type: String, _ message: String? = nil) -> Ending {
    .crashed(ErrorAnswer(code: .null, type: type, message: message))
  }
}

/// The arguments as the function sees them.
struct ZegoArguments: Equatable {
  private var values = [JSONValue](repeating: .null, count: Argument.allCases.count)
  /// What PHP remarks about them.
  private(set) var deprecations: [String] = []

  subscript(argument: Argument) -> JSONValue { values[argument.index] }

  /// Passes the arguments of a question as the language would.
  init(_ question: Question, _ rules: ZegoRules) throws(Ending) {
    var firstCrash: Ending?
    for argument in rules.format.arguments {
      let passed = Passing(call: question.call, argument: argument)
        .pass(question.input[argument.rawValue], by: rules.call)
      switch passed {
      case .value(let value, let deprecation):
        values[argument.index] = value
        if let deprecation, firstCrash == nil { deprecations.append(deprecation) }
      case .ending(.inexpressible):
        throw .inexpressible
      case .ending(let ending):
        firstCrash = firstCrash ?? ending
      }
    }
    if let firstCrash { throw firstCrash }
  }

  mutating func remark(_ deprecation: String) {
    deprecations.append(deprecation)
  }
}

/// Passes one argument.
private struct Passing {
  let call: JSONObject
  let argument: Argument

  enum Passed {
    case value(JSONValue, deprecation: String? = nil)
    case ending(Ending)

    static let inexpressible = Passed.ending(.inexpressible)
    static let typeError = Passed.ending(.exception("TypeError"))
  }

  func pass(_ given: JSONValue?, by rules: CallRules) -> Passed {
    guard let given else { return passMissing(rules.missingPayload) }
    return switch argument {
    case .appID: pass(given, as: rules.appID)
    case .effectiveTime: pass(given, as: rules.effectiveTime)
    case .privilege: pass(given, as: rules.privilege)
    case .roomID, .userID, .secret, .payload: pass(given, as: rules.texts)
    }
  }

  private func passMissing(_ payload: CallRules.MissingArgument) -> Passed {
    guard argument == .payload else { return .value(.null) }
    return switch payload {
    case .absent: .value(.null)
    case .inexpressible: .inexpressible
    case .crashed(let type): .ending(.exception(type))
    }
  }

  // MARK: - Numbers

  private func pass(_ value: JSONValue, as parameter: CallRules.NumberParameter) -> Passed {
    switch parameter {
    case .anything: .value(value)
    case .constant(let range, let wholeFloats): constant(value, range, wholeFloats)
    case .converted(let bits, let signed): converted(value, bits, signed)
    case .weak: weakInteger(value)
    case .double: .value(value.javaScriptNumber ?? value)
    case .untyped: .value(value.phpNumber ?? value)
    }
  }

  private func constant(
    _ value: JSONValue, _ range: ClosedRange<Int128>, _ wholeFloats: Bool
  ) -> Passed {
    let whole = value.int128 ?? (wholeFloats ? value.wholeNumber : nil)
    guard let whole, range.contains(whole) else { return .inexpressible }
    return .value(value.isInteger ? value : .integer(whole))
  }

  private func converted(_ value: JSONValue, _ bits: Int, _ signed: Bool) -> Passed {
    let number: Int64? =
      switch value {
      case .integer: value.int64
      case .float: value.double?.whole.flatMap { Int64(exactly: $0) }
      case .bool(let flag): flag ? 1 : 0
      default: nil
      }
    guard let number else { return .inexpressible }
    return .value(bits == 32 ? .integer(UInt32(truncatingIfNeeded: number)) : .integer(number))
  }

  private func weakInteger(_ value: JSONValue) -> Passed {
    switch value {
    case .bool(let flag): return .value(.integer(flag ? 1 : 0))
    case .string(let text):
      return text.phpNumeric.map { weakInteger($0, shownAs: "float-string \"\(text)\"") }
        ?? .typeError
    case .integer, .float:
      return weakInteger(value, shownAs: "float \(HostJSON.Numbers.phpShown(value.double ?? 0))")
    default: return .typeError
    }
  }

  private func weakInteger(
    _ number: JSONValue, shownAs words: @autoclosure () -> String
  ) -> Passed {
    if number.int64 != nil { return .value(number) }
    guard let double = number.double, let whole = double.whole.flatMap({ Int64(exactly: $0) })
    else { return .typeError }
    let lost =
      Double(whole) == double
      ? nil : "Deprecated: Implicit conversion from \(words()) to int loses precision"
    return .value(.integer(whole), deprecation: lost)
  }

  // MARK: - Texts

  private func pass(_ value: JSONValue, as parameter: CallRules.TextParameter) -> Passed {
    switch parameter {
    case .anything: .value(value)
    case .dynamic:
      value.text?.quality == .bytes ? .inexpressible : .value(value.pairingSurrogates)
    case .bytes: value.text == nil ? .inexpressible : .value(value)
    case .standardString: standardString(value)
    case .utf16:
      value == .null || value.isUTF16Text ? .value(value.pairingSurrogates) : .inexpressible
    case .weak: weakText(value)
    }
  }

  private func standardString(_ value: JSONValue) -> Passed {
    if value.text != nil { return .value(value) }
    guard value == .null else { return .inexpressible }
    return .ending(
      .exception("std::logic_error", "basic_string: construction from null is not valid"))
  }

  private func weakText(_ value: JSONValue) -> Passed {
    value.phpText.map { .value(.string($0)) } ?? .typeError
  }

  // MARK: - Privileges

  private func pass(_ value: JSONValue, as parameter: CallRules.PrivilegeParameter) -> Passed {
    switch parameter {
    case .anything:
      .value(value)
    case .array:
      value.object == nil && value.array == nil ? .typeError : .value(value)
    case .map(let nullable):
      (value == .null && nullable) || value.isIntegerMap ? .value(value) : .inexpressible
    case .twoFlags:
      value == .null ? .value(value) : value.twoFlags.map { .value($0) } ?? .inexpressible
    case .namedFlags:
      .value(call["privilege"]?.string == "numeric keys" ? value : value.namedFlags)
    }
  }
}

extension JSONValue {
  fileprivate var pairingSurrogates: JSONValue {
    text.map { .string($0.pairingSurrogates) } ?? self
  }

  fileprivate var isUTF16Text: Bool { text.map { $0.quality != .bytes } ?? false }

  /// A number as JavaScript holds it.
  var javaScriptNumber: JSONValue? {
    if isPlainInteger { return self }
    guard isNumber, let double else { return nil }
    let lexeme = HostJSON.Numbers.javaScript(double)
    return lexeme.contains { ".e".contains($0) } ? .float(lexeme: lexeme) : .integer(lexeme: lexeme)
  }

  /// A number as PHP holds it: an integer of 64 bits or a float.
  var phpNumber: JSONValue? {
    guard case .integer(let lexeme) = self, int64 == nil else { return nil }
    return .float(lexeme: HostJSON.Numbers.php(Double(lexeme) ?? 0))
  }

  fileprivate var isIntegerMap: Bool {
    guard let members = object?.members else { return false }
    return members.allSatisfy { Int($0.name.display) != nil && $0.value.int64 != nil }
  }

  /// The two flags of the class that Java callers fill.
  fileprivate var twoFlags: JSONValue? {
    guard let members = object?.members else { return nil }
    var flags: [String: JSONValue] = ["1": .integer(0), "2": .integer(0)]
    for member in members {
      let name = member.name.display
      guard flags[name] != nil, member.value == .integer(0) || member.value == .integer(1) else {
        return nil
      }
      flags[name] = member.value
    }
    return .object(["1": flags["1"] ?? .null, "2": flags["2"] ?? .null])
  }

  private static let flagNames = ["1": "canLoginRoom", "2": "canPublishStream"]

  /// The object that JavaScript callers write for the same flags.
  fileprivate var namedFlags: JSONValue {
    guard let members = object?.members else { return self }
    return .object(
      JSONObject(
        members.map { member in
          guard let name = Self.flagNames[member.name.display] else { return member }
          let flag: JSONValue? =
            switch member.value.int {
            case 0: .bool(false)
            case 1: .bool(true)
            default: nil
            }
          return .init(name: Text(name), value: flag ?? member.value)
        }))
  }
}
