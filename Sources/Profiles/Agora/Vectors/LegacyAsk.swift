// SPDX-License-Identifier: MIT

internal import Agora
internal import JSON
internal import Suite

/// What a maker of the keys before 006 is asked, in the words of the recordings.
struct LegacyAsk: AgoraRequest {
  var entry = LegacyEntry.key3
  var now = VectorQuestion.Moment.timeless
  private var values: [LegacyArgument: JSONValue] = [
    .appID: "970CA35de60c44645bbae8a215061b33", .certificate: "5CFd2fd1755d40ecb72977518be15d3b",
    .channel: "7d72365eb983485397e3e3f9d460bdda", .ts: 1_446_455_472, .random: 58_964_981,
    .uid: 2_882_341_273, .expire: 1_446_455_471, .account: "2882341273", .permission: "3",
  ]

  init() {}

  init(_ entry: LegacyEntry) { self.entry = entry }

  subscript(argument: LegacyArgument) -> JSONValue {
    get { values[argument] ?? .null }
    set { values[argument] = newValue }
  }

  var question: VectorQuestion {
    VectorQuestion(
      op: "mint",
      input: [
        "entry": .string(entry.rawValue), "args": .array(entry.arguments.map { self[$0] }),
      ], now: now)
  }

  /// The token that the reference makes.
  var token: JSONValue {
    let vectors = AgoraLegacyVectors.standard
    guard case .accepted(let answer) = vectors.answer(to: question, as: nil) else { return .null }
    return answer["token"] ?? .null
  }
}
