// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Suite

/// Cases of AccessToken 007 that are drawn: tokens to make, to open, and to refuse.
struct Cases007: CaseStream {
  private let certificate: AgoraCertificate
  private let kinds: [(kind: Kind, template: CaseTemplate)]
  private var random: CaseRandom
  private var draw: Draw007

  /// What is asked, and what is done so that one check refuses the token for certain.
  private struct Kind {
    let name: String
    var check: Check?
    let change: @Sendable (inout Draw007) throws -> Void

    init(
      _ name: String, _ check: Check? = nil,
      change: @escaping @Sendable (inout Draw007) throws -> Void = { _ in }
    ) {
      (self.name, self.check, self.change) = (name, check, change)
    }
  }

  /// The first two kinds, which are drawn half of the time.
  private static let good = 2

  private static let all = [
    Kind("mint"), Kind("open"),
    Kind("version", Check(.encoding, "version", "version")) { $0.token[2] = UInt8(ascii: "6") },
    Kind("symbol", Check(.encoding, "base64", "base64")) { $0.token[20] = UInt8(ascii: "*") },
    Kind("cut", Check(.encoding, "truncated", "zlib")) { $0.token.removeLast(8) },
    Kind("forged", Check(.crypto, "signature", "signature")) {
      $0.certificate = try AgoraCertificate(Text(Calls007.otherCertificate))
      $0.mint()
    },
    Kind("early", Check(.time, "not-yet", "issue-ts")) { $0.now = $0.issued - 1 },
    Kind("late", Check(.time, "expired", "expire")) { $0.now = $0.end },
    Kind("other-channel", Check(.policy, "channel", "channel")) {
      $0.asked = Array("no.channel".utf8)
    },
  ]

  init(_ vectors: Agora007Vectors, seed: UInt64) throws {
    certificate = try AgoraCertificate(Text(Calls007.certificate))
    random = CaseRandom(seed: seed)
    let draw = Draw007(certificate)
    self.draw = draw
    kinds = try Self.all.map { kind in
      var sample = draw
      try kind.change(&sample)
      let vector = try Self.sample(kind, sample, vectors, seed: seed)
      return (kind, CaseTemplate(vector, slots: Draw007.Slot.allCases.map(sample.text)))
    }
  }

  /// The vector of a draw, which becomes the template for all of its kind.
  private static func sample(
    _ kind: Kind, _ draw: Draw007, _ vectors: Agora007Vectors, seed: UInt64
  ) throws -> Vector {
    let isMint = kind.name == "mint"
    let maker = VectorMaker(vectors, op: isMint ? "mint" : VectorQuestion.open)
    let name = "drawn-\(seed)-\(draw.number)"
    guard let check = kind.check else {
      return try maker.accept(
        name, "drawn", clauses: [isMint ? "agora.served" : "agora.007.open.channel"],
        flags: ["drawn"], isMint ? draw.mintQuestion : draw.openQuestion,
        compare: isMint ? .content : nil)
    }
    let clause = vectors.checks.first { $0.check.covers(check) }?.info.clause
    return maker.reject(
      name, "drawn: \(kind.name)", clauses: [clause ?? ""], flags: ["drawn"], draw.openQuestion,
      by: check)
  }

  mutating func next(into lines: inout [UInt8]) {
    let isGood = random.below(2) == 0
    let place = isGood ? random.below(Self.good) : random.below(kinds.count - Self.good) + Self.good
    let (kind, template) = kinds[place]
    draw.certificate = certificate
    draw.redraw(from: &random)
    draw.mint()
    try? kind.change(&draw)
    template.write(to: &lines) { slot, line in
      if let slot = Draw007.Slot(rawValue: slot) { draw.write(slot, to: &line) }
    }
  }
}
