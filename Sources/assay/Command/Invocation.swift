// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files

/// A verb's operands and options as they were typed.
struct Invocation: Sendable {
  let verb: Verb
  private(set) var operands: [String] = []
  private var options: [String: [String]] = [:]

  init(_ verb: Verb, _ words: [String]) throws {
    self.verb = verb
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      guard word.hasPrefix("--"), word.count > 2 else {
        operands.append(word)
        continue
      }
      try take(word, &rest)
    }
  }

  private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let flag = verb.allFlags.first(where: { $0.name == name }) else {
      let nearest = nearest(to: name, in: verb.allFlags.map(\.name))
      throw UsageError(
        "'\(verb.name)' has no option '\(name)'",
        hint: nearest.map { "did you mean '\($0)'?" } ?? "see 'assay \(verb.name) --help'")
    }
    if flag.value == nil {
      guard parts.count == 1 else { throw UsageError("'\(name)' takes no value") }
      options[name, default: []].append("")
    } else if parts.count == 2 {
      options[name, default: []].append(String(parts[1]))
    } else if let value = rest.popFirst() {
      options[name, default: []].append(value)
    } else {
      throw UsageError("'\(name)' wants a value: \(flag.value ?? "")")
    }
  }

  func has(_ flag: Flag) -> Bool { options[flag.name] != nil }

  /// The last value that was given.
  func value(_ flag: Flag) -> String? { options[flag.name]?.last }

  /// All values that were given.
  func values(_ flag: Flag) -> [String] { options[flag.name] ?? [] }

  /// The values of an option that may be given several times, each as NAME=VALUE.
  func pairs(_ flag: Flag) throws -> [String: String] {
    var pairs: [String: String] = [:]
    for text in options[flag.name] ?? [] {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw UsageError("'\(flag.name)' wants NAME=VALUE, not '\(text)'")
      }
      pairs[String(parts[0])] = String(parts[1])
    }
    return pairs
  }

  func integer<Value: FixedWidthInteger>(
    _ flag: Flag, in range: ClosedRange<Value>
  ) throws -> Value? {
    guard let text = value(flag) else { return nil }
    guard let number = Value(text), range.contains(number) else {
      throw UsageError(
        "'\(flag.name)' wants a number of \(range.lowerBound) to \(range.upperBound),"
          + " not '\(text)'")
    }
    return number
  }

  /// One of some words.
  func choice(_ flag: Flag, of allowed: [String]) throws -> String {
    let word = value(flag) ?? allowed[0]
    guard allowed.contains(word) else {
      throw UsageError(
        "'\(flag.name)' is one of \(allowed.joined(separator: " ")), not '\(word)'")
    }
    return word
  }

  var isJSON: Bool {
    get throws { try choice(.form, of: ["text", "json"]) == "json" }
  }

  /// The operands, where a certain number is wanted.
  func operands(_ range: ClosedRange<Int>) throws -> [String] {
    guard range.contains(operands.count) else {
      throw UsageError(
        operands.count < range.lowerBound
          ? "'\(verb.name)' wants \(verb.operands)" : "'\(operands[range.upperBound])' is too much",
        hint: "usage: assay \(verb.name) \(verb.operands)")
    }
    return operands
  }

  /// Where the result goes.
  func output() throws -> OutputFile {
    try value(.output).map { try OutputFile(creating: $0) } ?? .standardOutput
  }

  /// The secret from a file, a variable or the environment's `ASSAY_SECRET`; never an operand.
  func secret() throws -> Text? {
    if let path = value(.secretFile) {
      var bytes = try InputFile.contents(of: path, limit: 1 << 20)
      if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
      return Text(bytes)
    }
    if let name = value(.secretVariable) {
      guard let secret = Machine.environment(name) else {
        throw UsageError("the variable '\(name)' is not set")
      }
      return Text(secret)
    }
    guard let secret = Machine.environment("ASSAY_SECRET"), !secret.isEmpty else { return nil }
    return Text(secret)
  }

  func requiredSecret() throws -> Text {
    guard let secret = try secret() else {
      throw UsageError(
        "a secret is wanted",
        hint: "give --secret-file FILE, --secret-env NAME or set ASSAY_SECRET")
    }
    return secret
  }

  /// The given second, or that of the clock.
  func now() throws -> Int64 {
    try integer(.now, in: Int64.min...Int64.max) ?? Machine.secondsSince1970
  }
}
