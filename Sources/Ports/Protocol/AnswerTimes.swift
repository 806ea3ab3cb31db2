// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// When a question was put to a port and when its answer came, by the runner's clock in Unix seconds.
struct AnswerTimes: Equatable, Sendable {
  let asked: Int64
  let answered: Int64

  /// The member of the runner beside what a port says.
  private static let member = "runner"
  /// The end of the year 9999.
  private static let latest: Int64 = 253_402_300_799

  /// A clock that was set back in between has not moved.
  init(asked: Int64, answered: Int64) {
    self.asked = asked
    self.answered = max(asked, answered)
  }

  /// As they stand in an answer of a file; nothing where the runner noted none.
  init?(_ message: JSONValue) {
    guard let member = message[Self.member], let asked = member["asked"]?.int64,
      let answered = member["answered"]?.int64, 0...Self.latest ~= asked,
      asked...Self.latest ~= answered
    else { return nil }
    self.init(asked: asked, answered: answered)
  }

  /// An answer with what the runner notes, if anything; what a port writes in its name is dropped.
  static func note(_ times: AnswerTimes?, in message: JSONObject) -> JSONObject {
    var noted = message
    while noted[member] != nil { noted[member] = nil }
    noted[member] = times.map {
      ["asked": .integer($0.asked), "answered": .integer($0.answered)]
    }
    return noted
  }
}
