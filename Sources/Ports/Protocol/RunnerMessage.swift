// SPDX-License-Identifier: MIT

internal import JSON

/// What a runner says beside its questions.
enum RunnerMessage {
  static func hello(run: String) -> [UInt8] {
    let message: JSONObject = [
      "hello": ["protocol": .string(PortHello.version), "run": .string(run)]
    ]
    return message.line
  }

  static let bye = Array("{\"bye\":{}}\n".utf8)
}
