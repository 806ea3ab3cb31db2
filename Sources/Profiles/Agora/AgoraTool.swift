// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Making, opening and inspecting Agora tokens one at a time.
struct AgoraTool: TokenTool {
  let formats = AgoraFormat.allCases.map(\.rawValue)
  let textNames: Set<String> = [
    "app_id", "channel_name", "user_account", "permission", "parse", "entry",
  ]

  func mint(
    _ format: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> String {
    switch try kind(format) {
    case .access006: try mint006(input, secret, drawn)
    case .access007: try mint007(input, secret, drawn)
    case .legacy: try mintLegacy(input, secret, drawn)
    }
  }

  func mint(
    _ format: String, as variant: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> Answer {
    switch try kind(format) {
    case .access006: try answer006(variant, input, secret, drawn)
    case .access007: try answer007(variant, input, secret, drawn)
    case .legacy: try answerLegacy(variant, input, secret, drawn)
    }
  }

  private func kind(_ format: String) throws -> AgoraFormat {
    guard let kind = AgoraFormat(rawValue: format) else {
      throw ToolError("'\(format)' is no Agora format")
    }
    return kind
  }

  func open(
    _ token: [UInt8], as format: String?, secret: Text, now: Int64, expecting: [String: String]
  ) throws -> Opening {
    guard let kind = try format.map({ try self.kind($0) }) ?? AgoraFormat(of: token) else {
      throw ToolError("the token has no version that can be opened")
    }
    let wishes = try AgoraWishes(expecting)
    return switch kind {
    case .access006: try open006(token, secret, now, wishes)
    case .access007: try open007(token, secret, now, wishes)
    case .legacy: try openLegacy(token, secret, now, wishes)
    }
  }

  func inspect(_ token: [UInt8], secret: Text?, now: Int64) -> Inspection? {
    switch AgoraFormat(of: token) {
    case .access006: AgoraInspector006(token: token, now: now).inspection
    case .access007: AgoraInspector007(token: token, secret: secret, now: now).inspection
    case .legacy: AgoraInspectorLegacy(token: token, now: now)?.inspection
    case nil: nil
    }
  }
}
