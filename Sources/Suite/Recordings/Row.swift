// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// One question and the answer that an assistant, a client or a server gave.
public struct Row: Sendable {
  public let id: String
  public let title: String
  public let group: String?
  public let question: Question
  public let answer: Answer

  public init(id: String, title: String, group: String?, question: Question, answer: Answer) {
    self.id = id
    self.title = title
    self.group = group
    self.question = question
    self.answer = answer
  }
}

/// What was asked.
public struct Question: Sendable {
  public let op: String
  /// The arguments by name; one that was not given has no member.
  public let input: JSONObject
  /// How the caller wrote an argument, where that matters.
  public let call: JSONObject
  /// The second in which it was asked, where the clock ran.
  public let at: Int64?
  /// How the server that was asked is set up, by the header of its recording.
  public let world: JSONObject

  /// The arguments that stay out of reports.
  public static let secretNames: Set = ["secret", "app_certificate", "secret_key"]

  public init(
    op: String, input: JSONObject, call: JSONObject = JSONObject(), at: Int64? = nil,
    world: JSONObject = JSONObject()
  ) {
    self.op = op
    self.input = input
    self.call = call
    self.at = at
    self.world = world
  }
}

/// What came back.
public struct Answer: Sendable, Equatable {
  public var outcome: Outcome
  /// The token, whether it was recorded as text or as hex.
  public var token: Text?
  public var error: ErrorAnswer?
  /// Every other member of the row, in its order.
  public var more: JSONObject

  public init(
    _ outcome: Outcome, token: Text? = nil, error: ErrorAnswer? = nil,
    more: JSONObject = JSONObject()
  ) {
    self.outcome = outcome
    self.token = token
    self.error = error
    self.more = more
  }

  /// What was written to the standard output, as recorded.
  public var printed: JSONValue? { more["printed"] }
}

/// An error as the assistant gave it.
public struct ErrorAnswer: Sendable, Equatable {
  public var code: JSONValue
  public var type: String
  public var message: String?
  /// How it came back, where that was recorded: returned, empty, thrown or killed.
  public var kind: String?

  public init(code: JSONValue, type: String, message: String? = nil) {
    self.code = code
    self.type = type
    self.message = message
  }

  /// An error known by how it came back; the message of an exception begins with its type.
  public init(kind: String, message: String? = nil) {
    let exception = kind == "thrown" ? message.map(Self.type) : nil
    self.init(code: .null, type: exception ?? kind, message: message)
    self.kind = kind
  }

  /// What stands in front of the first colon and of a place in a file.
  private static func type(in message: String) -> String {
    let words = message.prefix { $0 != ":" }
    return String(words.split(separator: " at <path>", maxSplits: 1).first ?? words)
  }

  /// Whether the process was killed, which is no answer of any kind.
  public var isKill: Bool { type == "killed" || type.hasPrefix("SIG") }

  /// What identifies the error: its code, or its type before the first colon.
  public var identity: String {
    switch code {
    case .null: String(type.prefix { $0 != ":" })
    case .string(let text): text.display
    case .integer(let lexeme): lexeme
    default: String(decoding: code.encoded, as: UTF8.self)
    }
  }
}

/// How a question ended.
public enum Outcome: String, Sendable, CaseIterable {
  case ok
  case refused
  case crashed
  case inexpressible
  case unsupported
  case configError = "config-error"
  case keyRefused = "key-refused"
  case refusedSilently = "refused-silently"

  /// Whether there is an answer that can be judged.
  public var isAnswer: Bool { self != .inexpressible && self != .unsupported }
}
