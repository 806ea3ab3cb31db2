// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What the judge knows of the dynamic keys 001 to 005 and of signaling tokens.
final class AgoraLegacyModel: FormatModel {
  let format = "agora-legacy"
  let reference = LegacyRules()
  let deviations = LegacyDeviations.table
  let profiles = LegacyProfiles.all

  func plan(_ question: Question, by rules: LegacyRules, with drawn: LegacyDrawn) -> LegacyPlan {
    rules.plan(question, with: drawn)
  }

  func answer(_ plan: LegacyPlan) -> Answer { plan.answer }

  func agreement(
    of plan: LegacyPlan, with answer: Answer, to question: Question, by rules: LegacyRules
  ) -> Agreement {
    guard plan.outcome == answer.outcome else { return .none }
    switch plan.outcome {
    case .ok: return plan.token == answer.token?.bytes ? .bytes : .none
    case .inexpressible, .unsupported: return .bytes
    default:
      if plan.error == CallEnding.refusal.error { return .meaning }
      return plan.error?.identity == answer.error?.identity ? .bytes : .none
    }
  }

  // MARK: - The clock

  func recover(
    from answer: Answer, to question: Question, by rules: LegacyRules
  ) -> LegacyDrawn? {
    guard let call = LegacyCall(question), call.entry == .relativeSignaling,
      let token = answer.token, !rules.mistakes.contains(.withoutNow)
    else { return LegacyDrawn(now: question.at ?? 0) }
    let fields = token.bytes.split(
      separator: rules.mistakes.separator, omittingEmptySubsequences: false)
    guard fields.count >= 2 else { return nil }
    let seconds = (try? rules.host.numbers.pass(call[.expire])) ?? call[.expire]
    return LegacyClock.now(
      of: Text(Array(fields[fields.count - 2])), after: seconds, by: rules.host.addition
    ).map { LegacyDrawn(now: $0) }
  }

  func describe(_ drawn: LegacyDrawn) -> [(name: String, value: String)] {
    [("now", String(drawn.now))]
  }

  // MARK: - For people

  /// The key itself, or how the call ended; a moment that the clock gave is masked.
  func view(of answer: Answer, to question: Question) -> String {
    guard let token = answer.token else { return answer.ending }
    guard let call = LegacyCall(question), call.entry == .relativeSignaling,
      let drawn = recover(from: answer, to: question, by: reference)
    else { return token.display }
    let fields = token.display.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 4, let end = Int64(fields[2]) else { return token.display }
    return "\(fields[0]):\(fields[1]):T+\(end &- drawn.now):D"
  }
}

/// Takes the clock's second back out of the end of a token.
enum LegacyClock {
  /// What a clock can show: ten digits, as the formats have room for.
  static let range: ClosedRange<Int64> = 1_000_000_000...Int64(UInt32.max)

  static func now(
    of end: Text, after value: JSONValue, by addition: LegacyAddition
  ) -> Int64? {
    let now: Int64? =
      if addition == .javaScript, let text = value.text {
        end.bytes.suffix(text.bytes.count) == text.bytes[...]
          ? Int64(Text(end.bytes.dropLast(text.bytes.count)).display) : nil
      } else {
        difference(end, value)
      }
    return now.flatMap { range.contains($0) ? $0 : nil }
  }

  private static func difference(_ end: Text, _ value: JSONValue) -> Int64? {
    let seconds = value.text?.phpLeadingNumber ?? value
    if let end = Int64(end.display), let seconds = seconds.int64 ?? seconds.flag {
      let (now, overflow) = end.subtractingReportingOverflow(seconds)
      return overflow ? nil : now
    }
    guard let end = Double(end.display), let seconds = seconds.double else { return nil }
    return Int64(exactly: (end - seconds).rounded())
  }
}

extension JSONValue {
  /// What a value that is no number counts for in a sum.
  fileprivate var flag: Int64? { self == .null ? 0 : bool.map { $0 ? 1 : 0 } }
}
