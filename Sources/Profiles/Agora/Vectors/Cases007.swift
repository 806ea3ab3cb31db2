// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Suite

/// Cases of AccessToken 007 that are drawn: tokens to make, to open, and to refuse.
struct Cases007: CaseStream {
  private let certificate: AgoraCertificate
  private let kinds: [Kind]
  private var random: CaseRandom
  private let draw: Draw007

  typealias Change = @Sendable (Draw007) -> Void

  /// What is asked, and what is done so that one check refuses the token for certain.
  private final class Kind {
    let change: Change
    let template: CaseTemplate

    init(
      _ name: String, _ check: Check?, _ change: @escaping Change, _ vectors: Agora007Vectors,
      _ certificate: AgoraCertificate, seed: UInt64
    ) throws {
      let draw = Draw007(certificate)
      change(draw)
      let sample = try Cases007.sample(name, check, draw, vectors, seed: seed)
      self.change = change
      template = CaseTemplate(sample, slots: Draw007.Slot.allCases.map(draw.text))
    }
  }

  /// The first two kinds, which are drawn half of the time.
  private static let good = 2

  private static func kinds(forger: AgoraCertificate) -> [(String, Check?, Change)] {
    [
      ("mint", nil, { _ in }), ("open", nil, { _ in }),
      ("version", Check(.encoding, "version", "version"), { $0.token[2] = UInt8(ascii: "6") }),
      ("symbol", Check(.encoding, "base64", "base64"), { $0.token[20] = UInt8(ascii: "*") }),
      ("cut", Check(.encoding, "truncated", "zlib"), { $0.token.removeLast(8) }),
      ("forged", Check(.crypto, "signature", "signature"), { $0.mint(forger) }),
      ("early", Check(.time, "not-yet", "issue-ts"), { $0.now = $0.issued - 1 }),
      ("late", Check(.time, "expired", "expire"), { $0.now = $0.end }),
      (
        "other-channel", Check(.policy, "channel", "channel"),
        { $0.asked = Array("no.channel".utf8) }
      ),
    ]
  }

  init(_ vectors: Agora007Vectors, seed: UInt64) throws {
    let certificate = try AgoraCertificate(Text(Calls007.certificate))
    let forger = try AgoraCertificate(Text(Calls007.otherCertificate))
    self.certificate = certificate
    random = CaseRandom(seed: seed)
    draw = Draw007(certificate)
    kinds = try Self.kinds(forger: forger).map { name, check, change in
      try Kind(name, check, change, vectors, certificate, seed: seed)
    }
  }

  /// The vector of a draw, which becomes the template for all of its kind.
  private static func sample(
    _ kind: String, _ check: Check?, _ draw: Draw007, _ vectors: Agora007Vectors, seed: UInt64
  ) throws -> Vector {
    let isMint = kind == "mint"
    let maker = VectorMaker(vectors, op: isMint ? "mint" : VectorQuestion.open)
    let name = "drawn-\(seed)-\(draw.number)"
    guard let check else {
      return try maker.accept(
        name, "drawn", clauses: [isMint ? "agora.served" : "agora.007.open.channel"],
        flags: ["drawn"], isMint ? draw.mintQuestion : draw.openQuestion,
        compare: isMint ? .content : nil)
    }
    let clause = vectors.checks.first { $0.check.covers(check) }?.info.clause
    return maker.reject(
      name, "drawn: \(kind)", clauses: [clause ?? ""], flags: ["drawn"], draw.openQuestion,
      by: check)
  }

  mutating func next(into lines: inout [UInt8]) {
    let isGood = random.below(2) == 0
    let kind = kinds[
      isGood ? random.below(Self.good) : Self.good + random.below(kinds.count - Self.good)]
    draw.redraw(from: &random)
    draw.mint(certificate)
    kind.change(draw)
    kind.template.write(to: &lines) { [draw] slot, line in
      if let slot = Draw007.Slot(rawValue: slot) { draw.write(slot, to: &line) }
    }
  }
}
