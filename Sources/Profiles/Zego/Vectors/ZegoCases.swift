// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite
internal import Zego

/// Cases that are drawn: tokens to make, to open, and to refuse.
struct ZegoCases: CaseStream {
  private let secret: ZegoSecret
  private let kinds: [(kind: Kind, template: CaseTemplate)]
  private var random: CaseRandom
  private var draw: ZegoDraw

  /// What is asked, and what is done to the token so that one check refuses it for certain.
  private struct Kind {
    let name: String
    var check: Check?
    let change: @Sendable (inout ZegoDraw) -> Void

    init(
      _ name: String, _ check: Check? = nil,
      change: @escaping @Sendable (inout ZegoDraw) -> Void = { _ in }
    ) {
      (self.name, self.check, self.change) = (name, check, change)
    }
  }

  /// The first two kinds, which are drawn half of the time.
  private static let good = 2

  private static func kinds(_ format: ZegoFormat) -> [Kind] {
    [
      Kind("mint"), Kind("open"),
      Kind("prefix", Check(.encoding, "prefix", "prefix")) { $0.token[1] = UInt8(ascii: "5") },
      Kind("symbol", Check(.encoding, "base64", "base64")) { $0.token[20] = UInt8(ascii: "*") },
      Kind("cut", Check(.structure, "truncated", "ciphertext")) { $0.token.removeLast(8) },
      Kind("late", Check(.time, "expired", format.expireName)) { $0.now = $0.expire },
      Kind("other-user", Check(.policy, "user-id", "user_id")) { $0.asked = Array("nobody".utf8) },
    ] + (format == .token04GCM ? [changed] : [])
  }

  /// What a changed ciphertext of CBC gives cannot be foretold.
  private static let changed = Kind("changed", Check(.crypto, "tag", "tag")) { draw in
    let (a, b) = (UInt8(ascii: "A"), UInt8(ascii: "B"))
    draw.token[60] = draw.token[60] == a ? b : a
  }

  init(_ vectors: ZegoVectors, seed: UInt64) throws {
    secret = try ZegoSecret(ZegoVectors.secret)
    random = CaseRandom(seed: seed)
    let draw = ZegoDraw(vectors.kind, secret)
    self.draw = draw
    kinds = try (Self.kinds(vectors.kind)).map { kind in
      var sample = draw
      kind.change(&sample)
      let vector = try Self.sample(kind, sample, vectors, seed: seed)
      return (kind, CaseTemplate(vector, slots: ZegoDraw.Slot.allCases.map(sample.text)))
    }
  }

  /// The vector of a draw, which becomes the template for all of its kind.
  private static func sample(
    _ kind: Kind, _ draw: ZegoDraw, _ vectors: ZegoVectors, seed: UInt64
  ) throws -> Vector {
    let op = kind.name == "mint" ? "mint" : VectorQuestion.open
    let (maker, name) = (VectorMaker(vectors, op: op), "drawn-\(seed)-\(draw.number)")
    let question = op == "mint" ? draw.mintQuestion : draw.openQuestion
    guard let check = kind.check else {
      return try maker.accept(
        name, "drawn", clauses: ["zego.served"], flags: ["drawn"], question,
        compare: op == "mint" ? .content : nil)
    }
    let clause = vectors.checks.first { $0.check.covers(check) }?.info.clause
    return maker.reject(
      name, "drawn: \(kind.name)", clauses: [clause ?? ""], flags: ["drawn"], question, by: check)
  }

  mutating func next(into lines: inout [UInt8]) {
    let isGood = random.below(2) == 0
    let place = isGood ? random.below(Self.good) : random.below(kinds.count - Self.good) + Self.good
    let (kind, template) = kinds[place]
    draw.redraw(from: &random)
    draw.mint(secret)
    kind.change(&draw)
    template.write(to: &lines) { slot, line in
      if let slot = ZegoDraw.Slot(rawValue: slot) { draw.write(slot, to: &line) }
    }
  }
}
