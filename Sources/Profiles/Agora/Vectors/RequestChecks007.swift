// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What a strict minter refuses of a request: the caller's clauses that it breaks, and the checks.
struct RequestChecks007 {
  let clauses: [String]
  private let token: Text?

  init(_ question: VectorQuestion) {
    clauses = Agora007Model().brokenClauses(of: question.recorded)
    token = question.input["parse"]?.text
  }

  var broken: [Check] { clauses.compactMap(check) }

  private func check(of clause: String) -> Check? {
    if clause == "agora.token.sound" { return unsound }
    return Self.table.first { clause.hasPrefix($0.clause) }.map {
      Check(.policy, $0.reason, $0.field)
    }
  }

  /// The check that a token fails which is not even read.
  private var unsound: Check? {
    let token = token ?? ""
    do throws(Refusal) {
      _ = try Access007(reading: token.bytes.span)
      return nil
    } catch {
      return error.check
    }
  }

  private static let table: [(clause: String, reason: String, field: String)] = [
    ("agora.app-id.", "app-id", "app-id"), ("agora.certificate.", "certificate", "certificate"),
    ("agora.channel.", "channel", "channel"), ("agora.uid.", "uid", "uid"),
    ("agora.account.", "uid", "uid"), ("agora.service.present", "service.count", "service-count"),
    ("agora.service.fields", "field", "service"), ("agora.salt.", "range", "salt"),
    ("agora.issue-ts.", "range", "issue-ts"), ("agora.expire.", "range", "expire"),
    ("agora.privilege.", "range", "privilege"), ("agora.apaas.role.", "range", "role"),
    ("agora.rtm2.permission.", "range", "permission"),
  ]
}
