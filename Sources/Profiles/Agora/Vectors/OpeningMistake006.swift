// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Suite

/// What openers of AccessToken 006 get wrong, beside checks that they leave out.
struct OpeningMistake006: Sendable {
  let info: DeviationInfo
  /// Changes what is asked, or refuses.
  let change: @Sendable (inout Opening006) throws(Refusal) -> Void

  private init(
    _ name: String, _ severity: Severity = .interop, clause: String, _ words: String,
    change: @escaping @Sendable (inout Opening006) throws(Refusal) -> Void
  ) {
    info = DeviationInfo(
      id: "agora.006-open-\(name)", clause: clause, severity: severity, words: words)
    self.change = change
  }

  static let table: [OpeningMistake006] = [
    OpeningMistake006(
      "one-user", clause: "agora.006.open.any-uid", "a token for the uid 0 opens for that alone"
    ) { opening throws(Refusal) in
      guard let envelope = try? Envelope006(reading: opening.token.bytes.span),
        envelope.isForEveryUser, !opening.user.text.isEmpty
      else { return }
      throw Refusal(.crypto, "uid", field: "uid-crc", "the token is for the uid 0")
    },
    OpeningMistake006(
      "zero-digit", clause: "agora.006.open.signature", "the uid 0 is looked for as the text 0"
    ) { opening throws(Refusal) in if opening.user == .uid(0) { opening.user = .account("0") } },
    OpeningMistake006(
      "signed-uid", clause: "agora.006.open.signature",
      "a uid from 2147483648 on is looked for as a negative number"
    ) { opening throws(Refusal) in
      guard case .uid(let uid) = opening.user else { return }
      opening.user = .account(Text(uid == 0 ? "" : String(Int32(bitPattern: uid))))
    },
    OpeningMistake006(
      "late", .security, clause: "agora.006.open.ts",
      "a token and its privileges are good in the second of their end, too"
    ) { opening throws(Refusal) in opening.now = opening.now.map { $0 - 1 } },
    OpeningMistake006(
      "signed-end", clause: "agora.006.open.ts",
      "an end from 2147483648 on is a negative number: the token is over"
    ) { opening throws(Refusal) in
      guard let ts = opening.content?.ts, ts > Int32.max else { return }
      throw Refusal(.time, "expired", field: "ts", "the token ended at \(Int32(bitPattern: ts))")
    },
    OpeningMistake006(
      "zero-ends", clause: "agora.006.open.privileges",
      "a privilege without an end of its own counts as over"
    ) { opening throws(Refusal) in
      let ends = opening.content?.privileges.filter { $0.expire == 0 }.map(\.id) ?? []
      guard ends.contains(where: opening.wishes.privileges.contains) else { return }
      throw Refusal(.time, "privilege.expired", field: "privilege-expire", "it ended at 0")
    },
    OpeningMistake006(
      "order", clause: "agora.006.privilege-order", "privileges must stand in ascending order"
    ) { opening throws(Refusal) in
      let ids = opening.content?.privileges.map(\.id) ?? []
      guard ids != ids.sorted() else { return }
      throw Refusal(.structure, "order", field: "privilege", "the order is not ascending")
    },
    OpeningMistake006(
      "room", clause: "agora.006.open.lengths", "a token has room for 1024 bytes alone"
    ) { opening throws(Refusal) in
      guard opening.token.bytes.count > 1400 else { return }
      throw Refusal(.structure, "length", field: "message", "the token is too long")
    },
  ]
}
