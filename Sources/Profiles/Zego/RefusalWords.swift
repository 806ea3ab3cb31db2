// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// The codes and words with which a function refuses an argument.
struct RefusalWords: Equatable, Sendable {
  /// The error for each argument.
  private let errors: [ErrorAnswer]
  /// Whether any error of a refusal is as good as another.
  let areFree: Bool

  init(free: Bool = false, _ error: (Argument) -> ErrorAnswer) {
    areFree = free
    errors = Argument.allCases.map(error)
  }

  func error(_ argument: Argument) -> ErrorAnswer { errors[argument.index] }

  /// Codes 1 to 6 of the assistants' error tables.
  static let codes: [Argument: Int] = [
    .appID: 1, .roomID: 2, .userID: 3, .privilege: 4, .secret: 5, .effectiveTime: 6,
  ]

  static func numbered(type: String, _ messages: [Argument: String]) -> RefusalWords {
    RefusalWords { argument in
      ErrorAnswer(
        code: .integer(codes[argument] ?? 0), type: type, message: messages[argument])
    }
  }

  static let reference = RefusalWords(free: true) { argument in
    ErrorAnswer(code: .string(argument.rawValue), type: "refusal", message: nil)
  }

  static let go = RefusalWords { argument in
    let name =
      switch argument {
      case .appID: "appId"
      case .roomID: "roomId"
      case .userID: "userId"
      case .effectiveTime: "effectiveTimeInSeconds"
      default: argument.rawValue
      }
    return ErrorAnswer(
      code: .string("SDK.InvalidParam"), type: "*errors.ZegoSDKError", message: "\(name) Invalid")
  }

  private static let secret = "secret must be a 32 byte string"
  private static let keys = "privilege key must include 1 and 2; the value must be number"

  static let python = numbered(
    type: "TokenInfo",
    [
      .appID: "appID invalid", .roomID: "roomID invalid", .userID: "userID invalid",
      .privilege: keys, .secret: secret, .effectiveTime: "effective_time_in_seconds invalid",
    ])

  static let php = numbered(
    type: "ZegoAssistantToken",
    [
      .appID: "appID invalid", .roomID: "roomID invalid", .userID: "userID invalid",
      .privilege: "privilege invalid", .secret: secret,
      .effectiveTime: "effectiveTimeInSeconds invalid",
    ])

  static let node = numbered(
    type: "ErrorInfo (thrown object)",
    [
      .appID: "appID invalid", .roomID: "roomID invalid", .userID: "userId invalid",
      .privilege:
        "privilege key must include canLoginRoom and canPublishStream; the value must be boolean",
      .secret: secret, .effectiveTime: "effectiveTimeInSeconds invalid",
    ])

  static func cpp(_ format: ZegoFormat) -> RefusalWords {
    numbered(
      type: format == .token03 ? "ZegoTokenResult.errorInfo" : "ZegoToken04Result.errorInfo",
      [
        .appID: "appID invalid", .roomID: "roomID invalid", .userID: "userID invalid",
        .privilege: keys, .secret: secret, .effectiveTime: "effectiveTimeInSeconds invalid",
      ])
  }

  static let dotnet = numbered(
    type: "GenerateTokenResult.errorInfo",
    [
      .appID: "appID invalid", .roomID: "roomID invalid", .userID: "userID invalid",
      .privilege: keys, .secret: secret, .effectiveTime: "effectiveTimeInSeconds invalid",
    ])

  static let java = RefusalWords { argument in
    let (name, message) =
      switch argument {
      case .appID: ("APP_ID", "illegal appId")
      case .roomID: ("ROOM_ID", "illegal roomId")
      case .userID: ("USER_ID", "illegal userId")
      case .privilege: ("PRIVILEGE", "privilege can't be null")
      case .secret: ("SECRET", "illegal secret")
      case .effectiveTime: ("EFFECTIVE_TIME", "effectiveTimeInSeconds must > 0")
      case .payload: ("PAYLOAD", "illegal payload")
      }
    return ErrorAnswer(
      code: .integer(codes[argument] ?? 0), type: "ErrorCode.ILLEGAL_\(name)", message: message)
  }
}
