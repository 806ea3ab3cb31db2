// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// What is asked in a drawn case, and what is done to it so that one check refuses it for certain.
struct NacosCaseKind: Sendable {
  let name: String
  let clause: String
  var comparison: Expectation.Comparison?
  var check: Check?
  let question: @Sendable (NacosDraw) -> VectorQuestion
  let change: @Sendable (NacosDraw) -> Void

  init(
    _ name: String, _ clause: String, _ comparison: Expectation.Comparison? = nil,
    by check: Check? = nil, _ question: @escaping @Sendable (NacosDraw) -> VectorQuestion,
    change: @escaping @Sendable (NacosDraw) -> Void = { _ in }
  ) {
    (self.name, self.clause, self.comparison, self.check) = (name, clause, comparison, check)
    (self.question, self.change) = (question, change)
  }
}

/// Cases that are drawn, half of them good.
struct NacosCases: CaseStream {
  private typealias Entry = (kind: NacosCaseKind, template: CaseTemplate)
  private let good: [Entry]
  private let bad: [Entry]
  private var random: CaseRandom
  private let draw: NacosDraw

  init(_ kinds: [NacosCaseKind], of model: any VectorModel, seed: UInt64) throws {
    random = CaseRandom(seed: seed)
    draw = try NacosDraw()
    let entries = try kinds.map { kind in
      let sample = try NacosDraw()
      kind.change(sample)
      let vector = try Self.vector(kind, sample, model, seed)
      return (kind, CaseTemplate(vector, slots: NacosDraw.Slot.allCases.map(sample.text)))
    }
    good = entries.filter { $0.0.check == nil }
    bad = entries.filter { $0.0.check != nil }
  }

  private static func vector(
    _ kind: NacosCaseKind, _ draw: NacosDraw, _ model: any VectorModel, _ seed: UInt64
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
    let (kind, template) = entries[random.below(entries.count)]
    draw.redraw(from: &random)
    kind.change(draw)
    template.write(to: &lines) { [draw] slot, line in
      if let slot = NacosDraw.Slot(rawValue: slot) { draw.write(slot, to: &line) }
    }
  }
}

extension NacosTokenVectors {
  func cases(seed: UInt64) throws -> any CaseStream {
    try NacosCases(Self.caseKinds, of: self, seed: seed)
  }

  private static let caseKinds: [NacosCaseKind] = [
    NacosCaseKind("mint", "nacos.served", .content) { $0.minting },
    NacosCaseKind("open", "nacos.accepted") { $0.opening },
    refused("late", "nacos.exp.checked", by: .nacosExpired) { $0.now = $0.end + 1 },
    refused("other-key", "nacos.signature.checked", by: .nacosSignature) { $0.signOtherwise() },
    refused("changed", "nacos.signature.checked", by: .nacosSignature) { $0.changeSignature() },
    refused("other-header", "nacos.signature.checked", by: .nacosSignature) {
      $0.replaceHeader("eyJhbGciOiJIUzUxMiJ9")
    },
    refused("none", "nacos.alg.none", by: .nacosAlgorithm) {
      $0.replaceHeader("eyJhbGciOiJub25lIn0")
    },
    refused("cut", "nacos.signature.checked", by: .nacosSignature) {
      $0.token.removeLast()
    },
    refused("no-signature", "nacos.parts.three", by: .nacosParts) {
      $0.token.removeLast(44)
    },
  ]

  private static func refused(
    _ name: String, _ clause: String, by check: Check,
    change: @escaping @Sendable (NacosDraw) -> Void
  ) -> NacosCaseKind {
    NacosCaseKind(name, clause, by: check, { $0.opening }, change: change)
  }
}

extension NacosHTTPVectors {
  func cases(seed: UInt64) throws -> any CaseStream {
    try NacosCases(Self.caseKinds, of: self, seed: seed)
  }

  private static let caseKinds: [NacosCaseKind] = [
    NacosCaseKind("bearer", "nacos.http.served", .content, bearer),
    NacosCaseKind("query", "nacos.http.parameter", .content) {
      $0.request { $0.query.append(("accessToken", $1)) }
    },
    NacosCaseKind("login", "nacos.http.login.answer", .content, { $0.login }) {
      $0.now = $0.issued
    },
    refused("late", "nacos.http.token.refused", by: .nacosExpired) { $0.now = $0.end + 1 },
    refused("other-key", "nacos.http.token.refused", by: .nacosSignature) { $0.signOtherwise() },
    refused("changed", "nacos.http.token.refused", by: .nacosSignature) { $0.changeSignature() },
    refused("stranger", "nacos.http.permission", by: .nacosPermission) { $0.nameStranger() },
  ]

  private static let bearer: @Sendable (NacosDraw) -> VectorQuestion = {
    $0.request { $0.fields.append(("Authorization", "Bearer " + $1)) }
  }

  private static func refused(
    _ name: String, _ clause: String, by check: Check,
    change: @escaping @Sendable (NacosDraw) -> Void
  ) -> NacosCaseKind {
    NacosCaseKind(name, clause, by: check, bearer, change: change)
  }
}
