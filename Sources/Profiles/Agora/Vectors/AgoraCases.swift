// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// What is drawn for one case, and what follows from it.
protocol AgoraDraw: AnyObject, SendableMetatype {
  /// The first draw: each of its values is found nowhere else in a line.
  init()
  /// How many cases were drawn before.
  var number: Int { get }
  func redraw(from random: inout CaseRandom)

  var mintQuestion: VectorQuestion { get }
  var openQuestion: VectorQuestion { get }

  /// What differs from case to case, each by its place.
  static var slots: Range<Int> { get }
  func write(_ slot: Int, to line: inout [UInt8])

  /// What is done to a token so that one check refuses it for certain.
  static var negatives: [AgoraDrawnNegative<Self>] { get }
}

struct AgoraDrawnNegative<Draw: AgoraDraw>: Sendable {
  let name: String
  let check: Check
  let change: @Sendable (Draw) -> Void

  init(_ name: String, by check: Check, change: @escaping @Sendable (Draw) -> Void) {
    self.name = name
    self.check = check
    self.change = change
  }
}

/// Cases that are drawn: tokens to make, to open, and to refuse.
struct AgoraCases<Model: AgoraVectorModel, Draw: AgoraDraw>: CaseStream {
  private let draw = Draw()
  private var random: CaseRandom
  private let good: [CaseTemplate]
  private let bad: [(template: CaseTemplate, change: @Sendable (Draw) -> Void)]

  init(_ model: Model, _ draw: Draw.Type, seed: UInt64) throws {
    random = CaseRandom(seed: seed)
    let name = "drawn-\(seed)-\(self.draw.number)"
    good = try ["mint", VectorQuestion.open].map { op in
      let draw = Draw()
      let question = op == "mint" ? draw.mintQuestion : draw.openQuestion
      let sample = try VectorMaker(model, op: op).accept(
        name, "drawn", clauses: ["agora.served"], flags: ["drawn"], question,
        compare: op == "mint" ? .bytes : nil)
      return Self.template(sample, draw)
    }
    bad = try Draw.negatives.map { negative in
      let draw = Draw()
      negative.change(draw)
      guard let check = model.checks.first(where: { $0.check.covers(negative.check) }) else {
        throw VectorError("no opener has the check \(negative.check.words)")
      }
      let sample = VectorMaker(model, op: VectorQuestion.open).reject(
        name, "drawn: \(negative.name)", clauses: [check.info.clause], flags: ["drawn"],
        draw.openQuestion, by: negative.check)
      return (Self.template(sample, draw), negative.change)
    }
  }

  private static func template(_ sample: Vector, _ draw: Draw) -> CaseTemplate {
    CaseTemplate(
      sample,
      slots: Draw.slots.map { slot in
        var text: [UInt8] = []
        draw.write(slot, to: &text)
        return String(decoding: text, as: UTF8.self)
      })
  }

  /// Half of the cases are good.
  mutating func next(into lines: inout [UInt8]) {
    draw.redraw(from: &random)
    let template: CaseTemplate
    if random.below(2) == 0 {
      template = good[random.below(good.count)]
    } else {
      let kind = bad[random.below(bad.count)]
      kind.change(draw)
      template = kind.template
    }
    template.write(to: &lines) { [draw] slot, line in draw.write(slot, to: &line) }
  }
}
