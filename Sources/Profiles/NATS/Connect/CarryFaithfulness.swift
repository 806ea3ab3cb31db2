// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS
internal import Suite

/// Whether what a server reads is what the caller stated, and nothing else.
struct CarryFaithfulness {
  private let wanted: [CarryStatement]

  init(_ call: CarryCall) {
    wanted = CarryWish(call).wanted
  }

  func mismatch(of line: [UInt8], _ otherLines: [Text]) -> Mismatch? {
    do throws(Refusal) {
      let read = try ConnectLine(reading: line.span, longestArgument: .max).credentials()
      let sent = CarryStatement(token: read.token, user: read.user, password: read.password)
      return mismatch(of: sent) ?? Self.mismatch(of: otherLines)
    } catch {
      return Mismatch(
        "nats.line.json", field: error.field, offset: error.offset,
        expected: "a line that a server reads", got: error.detail)
    }
  }

  private func mismatch(of sent: CarryStatement) -> Mismatch? {
    guard let first = wanted.first, !wanted.contains(where: { $0.read == sent.read }) else {
      return nil
    }
    let pairs = zip(first.read.members, sent.read.members)
    guard let (expected, got) = pairs.first(where: { $0.text != $1.text }) else { return nil }
    return Mismatch(
      expected.name == "auth_token" ? "nats.line.token" : "nats.line.user", field: expected.name,
      expected: Self.shown(expected.text), got: Self.shown(got.text))
  }

  private static func shown(_ text: Text) -> String { text.isEmpty ? "none" : text.display }

  /// Lines that no client sends of itself.
  static func foreign(_ lines: [Text]) -> [Text] {
    let verbs = ["SUB ", "UNSUB ", "PONG"]
    return lines.filter { line in !verbs.contains { line.display.hasPrefix($0) } }
  }

  private static func mismatch(of lines: [Text]) -> Mismatch? {
    guard let line = foreign(lines).first else { return nil }
    return Mismatch(
      "nats.line.json", field: "otherLines", expected: "nothing but the CONNECT line",
      got: line.display)
  }
}
