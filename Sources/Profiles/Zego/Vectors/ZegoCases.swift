// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite
internal import Zego

/// Cases that are drawn: tokens to make, to open, and to refuse.
struct ZegoCases: CaseStream {
  private let secret: ZegoSecret
  private let kinds: [Kind]
  private var random: CaseRandom
  private let draw: ZegoDraw

  typealias Change = @Sendable (ZegoDraw) -> Void

  /// What is asked, and what is done to the token so that one check refuses it for certain.
  private final class Kind {
    let change: Change
    let template: CaseTemplate

    init(
      _ name: String, _ check: Check?, _ change: @escaping Change, _ vectors: ZegoVectors,
      _ secret: ZegoSecret, seed: UInt64
    ) throws {
      let draw = ZegoDraw(vectors.kind, secret)
      change(draw)
      let sample = try ZegoCases.sample(name, check, draw, vectors, seed: seed)
      self.change = change
      template = CaseTemplate(sample, slots: ZegoDraw.Slot.allCases.map(draw.text))
    }
  }

  /// The first two kinds, which are drawn half of the time.
  private static let good = 2

  private static func kinds(_ format: ZegoFormat) -> [(String, Check?, Change)] {
    let all: [(String, Check?, Change)] = [
      ("mint", nil, { _ in }), ("open", nil, { _ in }),
      ("prefix", Check(.encoding, "prefix", "prefix"), { $0.token[1] = UInt8(ascii: "5") }),
      ("symbol", Check(.encoding, "base64", "base64"), { $0.token[20] = UInt8(ascii: "*") }),
      ("cut", Check(.structure, "truncated", "ciphertext"), { $0.token.removeLast(8) }),
      ("late", Check(.time, "expired", format.expireName), { $0.now = $0.expire }),
      (
        "other-user", Check(.policy, "user-id", "user_id"), { $0.asked = Array("nobody".utf8) }
      ),
    ]
    return format == .token04GCM ? all + [changed] : all
  }

  /// What a changed ciphertext of CBC gives cannot be foretold.
  private static let changed: (String, Check?, Change) = (
    "changed", Check(.crypto, "tag", "tag"),
    { draw in
      let (a, b) = (UInt8(ascii: "A"), UInt8(ascii: "B"))
      draw.token[60] = draw.token[60] == a ? b : a
    }
  )

  init(_ vectors: ZegoVectors, seed: UInt64) throws {
    let secret = try ZegoSecret(ZegoVectors.secret)
    self.secret = secret
    random = CaseRandom(seed: seed)
    draw = ZegoDraw(vectors.kind, secret)
    kinds = try Self.kinds(vectors.kind).map { name, check, change in
      try Kind(name, check, change, vectors, secret, seed: seed)
    }
  }

  /// The vector of a draw, which becomes the template for all of its kind.
  private static func sample(
    _ kind: String, _ check: Check?, _ draw: ZegoDraw, _ vectors: ZegoVectors, seed: UInt64
  ) throws -> Vector {
    let op = kind == "mint" ? "mint" : VectorQuestion.open
    let (maker, name) = (VectorMaker(vectors, op: op), "drawn-\(seed)-\(draw.number)")
    let question = op == "mint" ? draw.mintQuestion : draw.openQuestion
    guard let check else {
      return try maker.accept(
        name, "drawn", clauses: ["zego.served"], flags: ["drawn"], question,
        compare: op == "mint" ? .content : nil)
    }
    let clause = vectors.checks.first { $0.check.covers(check) }?.info.clause
    return maker.reject(
      name, "drawn: \(kind)", clauses: [clause ?? ""], flags: ["drawn"], question, by: check)
  }

  mutating func next(into lines: inout [UInt8]) {
    let isGood = random.below(2) == 0
    let kind = kinds[
      isGood ? random.below(Self.good) : Self.good + random.below(kinds.count - Self.good)]
    draw.redraw(from: &random)
    draw.mint(secret)
    kind.change(draw)
    kind.template.write(to: &lines) { [draw] slot, line in
      if let slot = ZegoDraw.Slot(rawValue: slot) { draw.write(slot, to: &line) }
    }
  }
}
