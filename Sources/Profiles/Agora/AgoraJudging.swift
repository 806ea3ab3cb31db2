// SPDX-License-Identifier: MIT

internal import Agora
internal import JSON
internal import Suite

// What the judges of 006 and 007 have in common.

/// The salt and the time that an implementation drew itself.
struct AgoraDrawn: Equatable, Sendable {
  var salt: Int64?
  var ts: Int64?

  /// How long a call may take, from the question to the token.
  private static let patience: Int128 = 120

  /// Whether an implementation can have drawn them: a salt of its range, the time of the call.
  func isPlausible(salts: ClosedRange<Int64>, at call: Int64?, life: Int64 = 0) -> Bool {
    if let salt, !salts.contains(salt) { return false }
    guard let ts, let call else { return true }
    return abs(Int128(ts) - Int128(life) - Int128(call)) <= Self.patience
  }

  /// What is known of them, by the formats' names.
  func described(ts name: String) -> [(name: String, value: String)] {
    [("salt", salt), (name, ts)].compactMap { name, value in value.map { (name, String($0)) } }
  }
}

extension Mismatch {
  static let unstatable = Mismatch(
    "agora.served", field: "outcome", expected: "a refusal: no token says what was asked",
    got: "a token")
}

extension Question {
  /// A number of a token for people: masked where the implementation chose it.
  func shown(_ value: UInt32, of name: String, mask: String) -> String {
    input[name]?.isNumber == true ? "\(value)" : mask
  }
}

extension [AgoraPrivilege] {
  /// The privileges in one order, whatever theirs is.
  var inOneOrder: [AgoraPrivilege] { sorted { ($0.id, $0.expire) < ($1.id, $1.expire) } }

  var shown: String { map { "\($0.id):\($0.expire)" }.joined(separator: " ") }
}
