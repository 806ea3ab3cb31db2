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

  /// Whether anything differs at all.
  func parts(of rules: CarryRules, unlike other: CarryRules) -> Bool { rules != other }

  func revise(
    _ plan: CarryPlan, of question: Question, by rules: CarryRules, with drawn: CarryDrawn,
    in changed: Bool
  ) -> CarryPlan? {
    guard changed else { return nil }
    let revised = rules.plan(question, with: drawn)
    return revised == plan ? nil : revised
  }

  func answer(_ plan: CarryPlan) -> Answer { plan.answer }

  func agreement(
    of plan: CarryPlan, with answer: Answer, to question: Question, by rules: CarryRules
  ) -> Agreement {
    let found = plan.ways.map { $0.agreement(with: answer, by: rules) }
    if plan.ways.count == 1 { return found.first ?? .none }
    return found.contains { $0 != .none } ? .meaning : .none
  }

  func isDrawn(_ behaviour: String) -> Bool { false }

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
    guard let read = try? ConnectLine(reading: line.span, longestArgument: .max),
      let (token, user, password) = try? read.credentials()
    else { return Text(line.withoutLineEnd).display }
    let members = [("auth_token", token), ("user", user), ("pass", password)]
    return members.compactMap { name, text in text.map { "\(name)=\($0.display)" } }
      .joined(separator: " ")
  }
}

extension CarryPlan.Way {
  fileprivate func agreement(with answer: Answer, by rules: CarryRules) -> Agreement {
    guard let ending else { return agreement(withLine: answer) }
    guard ending.outcome == answer.outcome else { return .none }
    guard let error = ending.error else { return .bytes }
    if error == CallEnding.refusal.error || error.carriedType.isEmpty { return .meaning }
    if let message = error.message, message == answer.error?.message { return .bytes }
    return error.carriedType == answer.error?.carriedType ? .meaning : .none
  }

  private func agreement(withLine answer: Answer) -> Agreement {
    guard answer.outcome == .ok, let line = answer.carriedLine,
      otherLines == answer.otherLines
    else { return .none }
    if self.line.withoutLineEnd == line.withoutLineEnd { return isShuffled ? .meaning : .bytes }
    guard isShuffled,
      let mine = try? ConnectLine(reading: self.line.span, longestArgument: .max),
      let theirs = try? ConnectLine(reading: line.span, longestArgument: .max)
    else { return .none }
    return Set(mine.members.members) == Set(theirs.members.members) ? .meaning : .none
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
  var otherLines: [Text] { more["otherLines"]?.array?.compactMap(\.text) ?? [] }
}
