// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What a program hands to a client, in its parts: scheme | user part | host | port | path, and the
/// options.
struct CarryDraft: Sendable {
  var scheme: Text
  /// With its `@`.
  var userPart: Text
  var host: Text
  var port: Text
  /// What follows the port.
  var rest: Text
  /// As a recording has them: `token` is null where there is none.
  var options: JSONObject = ["token": .null]

  init(
    scheme: Text = "nats://", user: Text? = nil, host: Text = "127.0.0.1", port: Text = ":4222",
    rest: Text = "", options: JSONObject = [:]
  ) {
    (self.scheme, self.host, self.port, self.rest) = (scheme, host, port, rest)
    userPart = user.map { Text($0.bytes + Array("@".utf8)) } ?? ""
    set(options)
  }

  mutating func set(_ more: JSONObject) {
    for member in more.members { options[member.name.display] = member.value }
  }

  var url: Text {
    Text(scheme.bytes + userPart.bytes + host.bytes + port.bytes + rest.bytes)
  }

  /// What a client is asked.
  var carried: VectorQuestion {
    VectorQuestion(
      op: CarryVectors.carry,
      input: JSONObject([.init(name: "url", value: .string(url))] + options.members))
  }

  /// The address alone, to be read.
  var read: VectorQuestion {
    VectorQuestion(op: VectorQuestion.open, input: ["url": .string(url)])
  }
}
