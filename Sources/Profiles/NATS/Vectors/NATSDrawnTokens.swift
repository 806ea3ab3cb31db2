// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// Cases that are drawn: in each stand two tokens, which are letters and digits.
struct NATSDrawnCases: CaseStream {
  /// A question with the check that refuses it for certain, where there is one.
  struct Kind {
    let question: VectorQuestion
    let clause: String
    var check: NATSCheck?

    init(_ question: VectorQuestion, _ clause: String, by check: NATSCheck? = nil) {
      (self.question, self.clause, self.check) = (question, clause, check)
    }
  }

  private let good: [CaseTemplate]
  private let bad: [CaseTemplate]
  private var random: CaseRandom
  private var tokens = NATSDrawnTokens()

  init(_ model: any VectorModel, _ kinds: [Kind], seed: UInt64) throws {
    let slots = NATSDrawnTokens.Slot.allCases.map(tokens.text)
    let name = "drawn-\(seed)-\(tokens.number)"
    let templates = try kinds.map { kind in
      (kind.check == nil, CaseTemplate(try Self.vector(kind, name, model), slots: slots))
    }
    good = templates.filter { $0.0 }.map(\.1)
    bad = templates.filter { !$0.0 }.map(\.1)
    random = CaseRandom(seed: seed)
  }

  private static func vector(
    _ kind: Kind, _ name: String, _ model: any VectorModel
  ) throws -> Vector {
    let maker = VectorMaker(model, op: kind.question.op)
    guard let check = kind.check else {
      return try maker.accept(
        name, "drawn", clauses: [kind.clause], flags: ["drawn"], kind.question,
        compare: kind.question.op == VectorQuestion.open ? nil : .content)
    }
    return maker.reject(
      name, "drawn", clauses: [kind.clause], flags: ["drawn"], kind.question, by: check.check)
  }

  mutating func next(into lines: inout [UInt8]) {
    let templates = random.below(2) == 0 ? good : bad
    let template = templates[random.below(templates.count)]
    tokens.redraw(from: &random)
    template.write(to: &lines) { slot, line in
      if let slot = NATSDrawnTokens.Slot(rawValue: slot) { tokens.write(slot, to: &line) }
    }
  }
}

/// The tokens of a case, and its number.
struct NATSDrawnTokens {
  private(set) var number = Self.firstNumber
  private var first = Array("TheFirstDrawnToken".utf8)
  private var other = Array("AnotherDrawnToken".utf8)

  private static let firstNumber = 9_900_000_000_001

  static let samples = NATSDrawnTokens()
  var token: Text { Text(first) }
  var otherToken: Text { Text(other) }

  mutating func redraw(from random: inout CaseRandom) {
    number = number == Self.firstNumber ? 0 : number + 1
    first.removeAll(keepingCapacity: true)
    other.removeAll(keepingCapacity: true)
    random.appendLetters(1 + random.below(60), to: &first)
    // It is longer, and so never the same.
    random.appendLetters(first.count + 1 + random.below(8), to: &other)
  }

  /// Each draw is found nowhere else in a line.
  enum Slot: Int, CaseIterable {
    case number
    case first
    case other
    case firstHex
    case otherHex
  }

  func write(_ slot: Slot, to line: inout [UInt8]) {
    switch slot {
    case .number: line += String(number).utf8
    case .first: line += first
    case .other: line += other
    case .firstHex: line += Hex.encode(first).utf8
    case .otherHex: line += Hex.encode(other).utf8
    }
  }

  func text(_ slot: Slot) -> String {
    var bytes: [UInt8] = []
    write(slot, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
