// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What a strict maker of AccessToken 006 refuses of a request.
struct RequestChecks006 {
  private let clauses: [String]
  private let tokens: [Text]

  init(_ question: Question, _ model: Agora006Model) {
    clauses = model.brokenClauses(of: question)
    tokens = (question.input["steps"]?.array ?? []).compactMap { step in
      step["op"] == "initTokenBuilder" ? step["token"]?.text ?? "" : nil
    }
  }

  /// The check of the first rule for callers that is broken.
  var first: Check? { clauses.lazy.compactMap(check).first }

  private func check(of clause: String) -> Check? {
    if clause == "agora.token.sound" { return unsound }
    return Self.table.first { clause.hasPrefix($0.clause) }.map {
      Check(.policy, $0.reason.rawValue, $0.field)
    }
  }

  /// The check that a token fails which is to be loaded.
  private var unsound: Check? {
    for token in tokens {
      do throws(Refusal) {
        _ = try Access006(reading: token.bytes.span)
      } catch {
        return error.check
      }
    }
    return nil
  }

  private static let table: [(clause: String, reason: AgoraReason, field: String)] = [
    ("agora.app-id.", .appID, "app-id"), ("agora.certificate.", .certificate, "certificate"),
    ("agora.channel.", .channel, "channel"), ("agora.account.", .uid, "uid"),
    ("agora.uid.", .uid, "uid"), ("agora.privilege.", .range, "privilege"),
    ("agora.expire.", .range, "privilege-expire"), ("agora.salt.", .range, "salt"),
    ("agora.ts.", .range, "ts"), ("agora.role.", .role, "role"),
    ("agora.calls.", .call, "call"),
  ]
}
