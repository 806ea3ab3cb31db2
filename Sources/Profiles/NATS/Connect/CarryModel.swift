// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// What the judge knows of the way from an address and options to a CONNECT line.
final class CarryModel: FormatModel {
  let format = "nats-connect"
  let reference = CarryRules()
  let deviations = CarryDeviations.table
  let profiles = CarryProfiles.all

  func plan(_ question: Question, by rules: CarryRules, with drawn: CarryDrawn) -> CarryPlan {
    rules.plan(question, with: drawn)
  }

  func answer(_ plan: CarryPlan) -> Answer { plan.answer }

  func agreement(
    of plan: CarryPlan, with answer: Answer, to question: Question, by rules: CarryRules
  ) -> Agreement {
    let found = plan.ways.map { $0.agreement(with: answer, by: rules) }
    if plan.ways.count == 1 { return found.first ?? .none }
    return found.contains { $0 != .none } ? .meaning : .none
  }

  // MARK: - The client's version

  func recover(
    from answer: Answer, to question: Question, by rules: CarryRules
  ) -> CarryDrawn? {
    guard let line = answer.carriedLine else { return CarryDrawn() }
    let wire = answer.otherLines.reduce(line) { $0 + $1.bytes }
    return CarryDrawn(version: CarryVersion.found(in: wire, usually: rules.layout.version))
  }

  func describe(_ drawn: CarryDrawn) -> [(name: String, value: String)] {
    drawn.version.map { [("version", $0)] } ?? []
  }

  // MARK: - For people

  func view(of answer: Answer, to question: Question) -> String {
    guard let line = answer.carriedLine else { return answer.ending }
    guard case .read(let statement) = CarryStatement.Reading(line) else {
      return Text(line.withoutLineEnd).display
    }
    let members = statement.members.filter { !$0.text.isEmpty }
    return members.map { "\($0.name)=\($0.text.display)" }.joined(separator: " ")
  }
}

extension CarryPlan.Way {
  fileprivate func agreement(with answer: Answer, by rules: CarryRules) -> Agreement {
    guard let ending else { return agreement(withLine: answer, by: rules) }
    guard ending.outcome == answer.outcome else { return .none }
    guard let error = ending.error else { return .bytes }
    if error == CallEnding.refusal.error || error.carriedType.isEmpty { return .meaning }
    if let message = error.message, message == answer.error?.message { return .bytes }
    return error.carriedType == answer.error?.carriedType ? .meaning : .none
  }

  private func agreement(withLine answer: Answer, by rules: CarryRules) -> Agreement {
    guard answer.outcome == .ok, let line = answer.carriedLine,
      rules.layout == .reference || otherLines == answer.otherLines
    else { return .none }
    if self.line.withoutLineEnd == line.withoutLineEnd { return isShuffled ? .meaning : .bytes }
    let isSame =
      rules.layout == .reference
      ? readsAlike(line) : isShuffled && members(of: self.line) == members(of: line)
    return isSame ? .meaning : .none
  }

  private func members(of line: [UInt8]) -> Set<JSONObject.Member>? {
    let read = try? ConnectLine(reading: line.span, longestArgument: .max)
    return read.map { Set($0.members.members) }
  }

  /// Whether a server reads the same, where nothing is known of the other members.
  private func readsAlike(_ line: [UInt8]) -> Bool {
    CarryStatement.Reading(self.line) == CarryStatement.Reading(line)
  }
}

extension Answer {
  /// The CONNECT line as it was sent; its end is missing where it was recorded as text.
  var carriedLine: [UInt8]? {
    if let text = more["line"]?.text { return text.bytes }
    guard let digits = more["lineHex"]?.text else { return nil }
    return try? Hex.decode(digits.bytes.span)
  }

  /// Lines that are neither CONNECT nor PING.
  var otherLines: [Text] {
    (more["otherLines"]?.array?.compactMap(\.text) ?? []).filter { !$0.isEmpty }
  }
}
