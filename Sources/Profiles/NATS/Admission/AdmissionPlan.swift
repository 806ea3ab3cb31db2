// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// What a server is predicted to answer.
struct AdmissionPlan: Equatable, Sendable {
  var outcome: Outcome
  var lines: [String] = []
  /// Whether the words of a refusal are the reference's own.
  var hasFreeWords = false
  var isClosed: Bool?
  var authRequired: Bool?

  static let configurationError = AdmissionPlan(outcome: .configError)

  init(outcome: Outcome) {
    self.outcome = outcome
  }

  init(_ admission: Admission, gate: AdmissionGate, hasFreeWords: Bool) {
    outcome = admission.isClosed || admission.replies.isEmpty ? .refused : .ok
    lines = admission.replies.map(\.rawValue)
    isClosed = admission.isClosed
    authRequired = gate.announcesCredential
    self.hasFreeWords = hasFreeWords && admission.isClosed
  }

  var answer: Answer {
    Answer(
      outcome,
      more: [
        "lines": .strings(lines), "closed": isClosed.map { .bool($0) } ?? .null,
        "authRequired": authRequired.map { .bool($0) } ?? .null,
      ])
  }

  func agreement(with answer: Answer) -> Agreement {
    guard outcome == answer.outcome else { return .none }
    if outcome == .configError { return .bytes }
    guard answer.more["closed"] == isClosed.map({ .bool($0) }),
      answer.more["authRequired"] == authRequired.map({ .bool($0) })
    else { return .none }
    if answer.more["lines"] == .strings(lines) { return .bytes }
    return hasFreeWords ? .meaning : .none
  }
}
