// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Suite

/// What openers get wrong, beside checks that they leave out.
struct OpeningMistake007: Sendable {
  let info: DeviationInfo
  private let answer: @Sendable (Opening007) -> VectorAnswer

  private init(
    _ name: String, _ clause: String, _ words: String, _ severity: Severity = .interop,
    answer: @escaping @Sendable (Opening007) -> VectorAnswer
  ) {
    info = DeviationInfo(
      id: "agora.007-open-\(name)", clause: clause, severity: severity, words: words)
    self.answer = answer
  }

  /// What a copy answers that makes a mistake of this table, or one that shows nowhere here.
  static func answer(to opening: Opening007, making id: String) -> VectorAnswer {
    table.first { $0.info.id == id }?.answer(opening) ?? opening.answer
  }

  static let table: [OpeningMistake007] = inflating + judging

  // MARK: - Inflating by hand

  private static let inflating = [
    refusing(
      "default-level", "agora.007.open.inflate", "only the usual header 78 9c is known", zlib
    ) {
      $0.stream?.prefix(2).elementsEqual([0x78, 0x9C]) != true
    },
    refusing("no-stored", "agora.007.open.inflate", "stored blocks are not known", zlib) {
      $0.firstBlock.map { $0 >> 1 & 3 } == 0
    },
    refusing("no-fixed", "agora.007.open.inflate", "blocks with the fixed code are not known", zlib)
    {
      $0.firstBlock.map { $0 >> 1 & 3 } == 1
    },
    refusing(
      "no-dynamic", "agora.007.open.inflate", "blocks with their own code are not known", zlib
    ) {
      $0.firstBlock.map { $0 >> 1 & 3 } == 2
    },
    refusing("one-block", "agora.007.open.inflate", "the first block must be the last", zlib) {
      $0.firstBlock.map { $0 & 1 } == 0
    },
    refusing("small-buffer", "agora.007.open.inflate", "the content has 1024 bytes at most", zlib) {
      ((try? Envelope007.content(of: $0.token.bytes.span))?.count ?? 0) > 1024
    },
  ]

  private static func refusing(
    _ name: String, _ clause: String, _ words: String, _ check: Check,
    where isRefused: @escaping @Sendable (Opening007) -> Bool
  ) -> OpeningMistake007 {
    OpeningMistake007(name, clause, words) { refused($0, by: check, where: isRefused) }
  }

  /// What is refused anyway stays refused by the first check.
  private static func refused(
    _ opening: Opening007, by check: Check, where isRefused: (Opening007) -> Bool
  ) -> VectorAnswer {
    guard case .accepted = opening.answer, isRefused(opening) else { return opening.answer }
    return .refused(check)
  }

  private static let zlib = Check(.encoding, "zlib", "zlib")
  private static let order = Check(.structure, "order", "services")
  private static let user = Check(.policy, "uid", "uid")
  private static let service = Check(.policy, "service", "service-type")
  private static let privilege = Check(.time, "privilege.expired", "privilege-expire")
  private static let early = Check(.time, "not-yet", "issue-ts")
  private static let over = Check(.time, "expired", "expire")

  // MARK: - Judging

  private static let judging = [
    refusing("sorted", "agora.007.open.order", "services and privileges must be in order", order) {
      $0.info.map { $0.ascending != $0 } ?? false
    },
    refusing(
      "empty-user", "agora.007.open.channel", "a token for every user opens for nobody", user
    ) {
      $0.isUserWanted && $0.info?.services.contains { $0.user?.isEmpty == false } == false
    },
    refusing(
      "zero-ends", "agora.007.open.privileges", "a privilege with the time 0 is over", privilege
    ) {
      $0.wantsPrivilege { $0.expire == 0 }
    },
    refusing(
      "absolute-privilege", "agora.007.open.privileges", "a privilege's time is a moment", privilege
    ) { opening in
      opening.wantsPrivilege { $0.expire != 0 && Int64($0.expire) <= opening.now ?? 0 }
    },
    OpeningMistake007(
      "wishes-apart", "agora.007.open.channel",
      "channel, user and privilege need not be those of one service", .security, answer: apart),
    OpeningMistake007(
      "first-service", "agora.007.open.channel", "only the first service is looked at",
      answer: { opening in
        let first = opening.info?.services.first
        let isMet = first.map(opening.isWanted) ?? true
        return isMet ? opening.answer : refused(opening, by: service) { _ in true }
      }),
    OpeningMistake007(
      "end-included", "agora.007.open.expiry", "a token is good in the second of its end too",
      .security
    ) { opening in
      var opening = opening
      if let end = opening.info?.end, opening.now == end { opening.now = end - 1 }
      return opening.answer
    },
    refusing("end-wraps", "agora.007.open.expiry", "the end of a token is cut to 32 bits", over) {
      $0.info.map { $0.end > Int64(UInt32.max) } ?? false
    },
    OpeningMistake007(
      "role-unsigned", "agora.007.open.layout", "a role is read without its sign",
      answer: { $0.answer.withoutSigns }),
    refusing(
      "issue-excluded", "agora.007.open.issue", "a token is not good in its first second", early
    ) {
      $0.info.map { Int64($0.issueTs) } == $0.now
    },
  ]

  /// Each wish alone may be met by another service.
  private static func apart(_ opening: Opening007) -> VectorAnswer {
    let wishes = opening.wishes
    for part in [
      Access007.Expectation(appID: wishes.appID, service: wishes.service),
      Access007.Expectation(channel: wishes.channel), Access007.Expectation(user: wishes.user),
    ] {
      var alone = opening
      alone.wishes = part
      if case .refused = alone.answer { return opening.answer }
    }
    var alone = opening
    alone.wishes = Access007.Expectation(privileges: wishes.privileges)
    return alone.answer
  }
}

extension Opening007 {
  fileprivate var stream: [UInt8]? {
    let symbols = Array(token.bytes.dropFirst(Envelope007.version.utf8.count))
    return try? Base64.standard.decode(symbols.span)
  }

  /// The byte in which the first block begins.
  fileprivate var firstBlock: UInt8? { stream?.dropFirst(2).first }

  fileprivate var isUserWanted: Bool { wishes.user.map { !$0.text.isEmpty } ?? false }

  fileprivate func wantsPrivilege(where isMet: (AgoraPrivilege) -> Bool) -> Bool {
    let held = info?.services.flatMap(\.privileges) ?? []
    return held.contains { wishes.privileges.contains($0.id) && isMet($0) }
  }

  fileprivate func isWanted(_ service: Service007) -> Bool {
    (wishes.service == nil || wishes.service == service.kind)
      && (wishes.channel == nil || wishes.channel == service.channel)
  }
}
