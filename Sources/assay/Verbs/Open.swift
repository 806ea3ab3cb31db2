// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
  static let open = Verb(
    name: "open", operands: "TOKEN",
    words: "Open a token with its secret and say whether it is accepted, or which rule it breaks"
      + " first. The status is 0 where it is accepted and 1 where it is refused. An Agora 006 opens"
      + " for a channel_name and a uid or user_account, which it does not tell; so do older keys.",
    flags: [.form, .secretFile, .secretVariable, .now, .type, .expect],
    examples: [
      "assay open --secret-file secret.txt --now 1795228900 04AAAAAGsB...",
      "assay open --expect channel_name=demo --expect uid=1 006970CA35d...",
    ],
    run: OpenRun.run)
}

extension Flag {
  static let expect = Flag(
    "--expect", "NAME=VALUE",
    "what the token must be for: app_id, user_id, room_id, or"
      + " channel_name, uid, user_account, service, privilege")
}

/// Opens a token.
private enum OpenRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let token = try invocation.token()
    let opening = try tool(for: token, invocation).open(
      token, as: invocation.value(.type), secret: try invocation.requiredSecret(),
      now: try invocation.now(), expecting: try invocation.pairs(.expect))
    try OutputFile.standardOutput.write(
      try invocation.isJSON
        ? json(opening).line : Array(text(opening).utf8))
    return opening.refusal == nil ? 0 : 1
  }

  private static func tool(
    for token: [UInt8], _ invocation: Invocation
  ) throws -> any TokenTool {
    let tool =
      if let type = invocation.value(.type) {
        Formats.tools.first { $0.formats.contains(type) }
      } else {
        Formats.tools.first { $0.inspect(token, secret: nil, now: 0) != nil }
      }
    guard let tool else {
      let known = Formats.tools.flatMap(\.formats).joined(separator: " ")
      throw UsageError("the token's format is not known", hint: "give --type, one of \(known)")
    }
    return tool
  }

  private static func text(_ opening: Opening) -> String {
    if let refusal = opening.refusal { return "refused: \(refusal)\n" }
    let claims = opening.claims.members.map {
      "  \($0.name.display.padded(14))\(String(decoding: $0.value.encoded, as: UTF8.self))\n"
    }
    return "accepted (\(opening.format))\n" + claims.joined()
  }

  private static func json(_ opening: Opening) -> JSONValue {
    guard let refusal = opening.refusal else {
      return .object([
        "verdict": "accept", "format": .string(opening.format), "claims": .object(opening.claims),
      ])
    }
    return .object([
      "verdict": "reject", "format": .string(opening.format),
      "stage": .string(refusal.stage.rawValue), "reason": .string(refusal.reason),
      "field": .string(refusal.field),
      "offset": refusal.offset.map { .integer($0) } ?? .null, "detail": .string(refusal.detail),
    ])
  }
}
