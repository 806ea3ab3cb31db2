// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
  static let mint = Verb(
    name: "mint", operands: "FORMAT NAME=VALUE...",
    words: "Make a token. NAME=VALUE gives text, or an integer where the value is one;"
      + " NAME:=JSON gives any JSON value. Time and randomness come from the machine unless"
      + " they are given. --as makes the token, or the error, of a recorded assistant.",
    flags: [.form, .secretFile, .secretVariable, .now, .inject, .assistant],
    examples: [
      "assay mint zego-04-cbc app_id=1 user_id=demo effective_time_in_seconds=3600",
      "assay mint agora-006 app_id=970CA... channel_name=demo uid=1 role=publisher",
      "assay mint agora-legacy entry=dk5.generateRecordingKey app_id=970CA...",
      "assay mint zego-04-cbc --as php app_id=1 user_id:='\"a/b\"' ...",
      "assay mint agora-006 --as 2019-perl app_id=970CA... user_account=bob ...",
      "assay mint nats-connect --as java url=nats://a%22b@127.0.0.1:4222",
    ],
    run: MintRun.run)
}

extension Flag {
  static let inject = Flag(
    "--inject", "NAME=VALUE", "what would be drawn at random: nonce=N, iv=HEX, salt=N")
  static let assistant = Flag("--as", "VARIANT", "make what this recorded assistant makes")
}

/// Makes a token.
private enum MintRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    guard let format = invocation.operands.first,
      let tool = Formats.tools.first(where: { $0.formats.contains(format) })
    else {
      let known = Formats.tools.flatMap(\.formats).joined(separator: " ")
      throw UsageError("'mint' wants a format first", hint: "one of \(known)")
    }
    let input = JSONObject(try invocation.operands.dropFirst().map { try argument($0, tool) })
    let secret = try tool.needsSecret ? invocation.requiredSecret() : invocation.secret() ?? ""
    let drawn = try drawn(invocation)
    guard let variant = invocation.value(.assistant) else {
      return try show(try mint(tool, format, input, secret, drawn), invocation)
    }
    let answer = try tool.mint(format, as: variant, input: input, secret: secret, drawn: drawn)
    return try show(answer, invocation)
  }

  /// The reference's answer; what it refuses is an answer too.
  private static func mint(
    _ tool: any TokenTool, _ format: String, _ input: JSONObject, _ secret: Text,
    _ drawn: DrawnValues
  ) throws -> Answer {
    do {
      let token = try tool.mint(format, input: input, secret: secret, drawn: drawn)
      return Answer(.ok, token: Text(token))
    } catch let refusal as Refusal {
      let error = ErrorAnswer(
        code: .string(refusal.reason), type: refusal.stage.rawValue,
        message: "\(refusal.field): \(refusal.detail)")
      return Answer(.refused, error: error)
    }
  }

  private static func argument(_ word: String, _ tool: any TokenTool) throws -> JSONObject.Member {
    guard let equals = word.firstIndex(of: "=") else {
      throw UsageError("'\(word)' is no NAME=VALUE")
    }
    let value = String(word[word.index(after: equals)...])
    var name = String(word[..<equals])
    guard name.hasSuffix(":") else {
      let isInteger = Int128(value).map { String($0) == value } ?? false
      let isText = tool.textNames.contains(name)
      return .init(
        name: Text(name), value: isInteger && !isText ? .integer(lexeme: value) : .string(value))
    }
    name.removeLast()
    do {
      return .init(name: Text(name), value: try JSONValue(parsing: value))
    } catch {
      throw UsageError("\(name): \(error)")
    }
  }

  private static func drawn(_ invocation: Invocation) throws -> DrawnValues {
    guard let random = Machine.randomBytes(DrawnValues.randomCount) else {
      throw UsageError("the machine gives no random bytes")
    }
    return DrawnValues(
      given: try invocation.pairs(.inject), now: try invocation.now(), random: random)
  }

  private static func show(_ answer: Answer, _ invocation: Invocation) throws -> Int32 {
    if try invocation.isJSON {
      try OutputFile.standardOutput.write(
        answer.recorded.line)
    } else if let token = answer.token {
      try OutputFile.standardOutput.write(token.bytes + [UInt8(ascii: "\n")])
    } else {
      try OutputFile.standardOutput.write(words(answer) + "\n")
    }
    return answer.outcome == .ok ? 0 : 1
  }

  /// How a call ended without a token; the message where it says more than the type.
  private static func words(_ answer: Answer) -> String {
    guard let error = answer.error else { return answer.outcome.rawValue }
    let message = error.message.flatMap { $0 == error.identity ? nil : ": \($0)" } ?? ""
    return "\(answer.outcome.rawValue) \(error.identity)\(message)"
  }
}
