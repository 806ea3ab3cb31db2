// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// What is drawn for one case, and what follows from it; an object, since it is written to and read
/// from all the time.
protocol CaseDraw: AnyObject, SendableMetatype {
  /// How many cases were drawn before; a first draw has values that are found nowhere else in a line.
  var number: Int { get }
  func redraw(from random: inout CaseRandom)

  /// What differs from case to case.
  associatedtype Slot: CaseIterable & Sendable
  func write(_ slot: Slot, to line: inout [UInt8])
}

/// What is asked in a drawn case, and what is done to it so that one check refuses it for certain.
struct CaseKind<Draw: CaseDraw>: Sendable {
  let name: String
  let clause: String
  let comparison: Expectation.Comparison?
  let check: Check?
  let question: @Sendable (Draw) -> VectorQuestion
  let change: @Sendable (Draw) -> Void

  init(
    _ name: String, _ clause: String, _ comparison: Expectation.Comparison? = nil,
    by check: Check? = nil, _ question: @escaping @Sendable (Draw) -> VectorQuestion,
    change: @escaping @Sendable (Draw) -> Void = { _ in }
  ) {
    (self.name, self.clause, self.comparison, self.check) = (name, clause, comparison, check)
    (self.question, self.change) = (question, change)
  }
}

/// Cases that are drawn, half of them good.
struct DrawnCases<Draw: CaseDraw>: CaseStream {
  private typealias Entry = (change: @Sendable (Draw) -> Void, template: CaseTemplate)
  private let good: [Entry]
  private let bad: [Entry]
  private var random: CaseRandom
  private let draw: Draw
  private let slots: [Draw.Slot]

  init(
    _ kinds: [CaseKind<Draw>], of model: any VectorModel, seed: UInt64,
    drawing first: () throws -> Draw
  ) throws {
    random = CaseRandom(seed: seed)
    draw = try first()
    let slots = Array(Draw.Slot.allCases)
    self.slots = slots
    let entries = try kinds.map { kind -> (isGood: Bool, entry: Entry) in
      let sample = try first()
      kind.change(sample)
      let vector = try Self.vector(kind, sample, model, seed)
      let template = CaseTemplate(vector, slots: slots.map { Self.text(of: $0, in: sample) })
      return (kind.check == nil, (kind.change, template))
    }
    good = entries.filter(\.isGood).map(\.entry)
    bad = entries.filter { !$0.isGood }.map(\.entry)
  }

  private static func text(of slot: Draw.Slot, in draw: Draw) -> String {
    var text: [UInt8] = []
    draw.write(slot, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The vector of a draw, which becomes the template for all of its kind.
  private static func vector(
    _ kind: CaseKind<Draw>, _ draw: Draw, _ model: any VectorModel, _ seed: UInt64
  ) throws -> Vector {
    let question = kind.question(draw)
    let (maker, name) = (VectorMaker(model, op: question.op), "drawn-\(seed)-\(draw.number)")
    guard let check = kind.check else {
      return try maker.accept(
        name, "drawn", clauses: [kind.clause], flags: ["drawn"], question,
        compare: kind.comparison)
    }
    return maker.reject(
      name, "drawn: \(kind.name)", clauses: [kind.clause], flags: ["drawn"], question, by: check)
  }

  mutating func next(into lines: inout [UInt8]) {
    let entries = random.below(2) == 0 ? good : bad
    let (change, template) = entries[random.below(entries.count)]
    draw.redraw(from: &random)
    change(draw)
    template.write(to: &lines) { [draw, slots] slot, line in draw.write(slots[slot], to: &line) }
  }
}
