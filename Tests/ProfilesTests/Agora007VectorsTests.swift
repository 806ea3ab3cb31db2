// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Seeded
import Suite
import Testing

@testable import Profiles

@Suite struct `The vectors of AccessToken 007` {
  private static let model = Agora007Vectors()
  private static let vectors = (try? model.files().flatMap(\.vectors)) ?? []
  private static let opened = vectors.filter { $0.question.op == VectorQuestion.open }
  private static let seed = UInt64.random(in: 0...UInt64.max)

  private static func outcome(of vector: Vector, as copy: BrokenCopy?) -> VectorOutcome {
    model.outcome(of: model.answer(to: vector.question, as: copy), to: vector)
  }

  /// Those first that most mistakes show in.
  private static let ordered = ["build", "mint", "reopen", VectorQuestion.open].flatMap { op in
    vectors.filter { $0.question.op == op }
  }

  private static func isShown(_ copy: BrokenCopy) -> Bool {
    ordered.contains { outcome(of: $0, as: copy) != .met }
  }

  private static func isKilled(_ copy: BrokenCopy) -> Bool {
    opened.contains { vector in
      if case .broken = outcome(of: vector, as: copy) { true } else { false }
    }
  }

  @Test func `are many, of every op, accepted and refused`() {
    let accepted = Self.vectors.filter(\.expectation.isAccept).count
    #expect(accepted >= 200)
    #expect(Self.vectors.count - accepted >= 250)
    #expect(Set(Self.vectors.map(\.question.op)) == ["mint", "build", "reopen", "open"])
    #expect(Set(Self.vectors.map(\.id)).count == Self.vectors.count)
  }

  @Test func `are met by the reference`() {
    for vector in Self.vectors {
      #expect(Self.outcome(of: vector, as: nil) == .met, "\(vector.id)")
    }
  }

  static let checks = model.checks.map(\.info.id)

  @Test(arguments: checks)
  func `catch an opener without one of its checks`(id: String) throws {
    #expect(Self.isKilled(try #require(Self.model.copy(named: id))))
  }

  static let mistakes = model.mistakes
    .filter { $0.decides && $0.severity >= .interop && model.spared[$0.id] == nil }.map(\.id)

  @Test(arguments: mistakes)
  func `show each mistake that somebody else would notice`(id: String) {
    #expect(Self.isShown(.making(id)))
  }

  @Test func `name each check, edit and mistake once`() {
    let ids =
      Self.model.checks.map(\.info.id) + Self.model.edits.map(\.id) + Self.model.mistakes.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  // MARK: - Negatives

  @Test func `fail by their own check and not by an outer one`() {
    let order = Stage.allCases
    for vector in Self.opened {
      guard let check = vector.expectation.check else { continue }
      let known = Self.model.checks.first { $0.check.covers(check) }?.check
      let answer = Self.model.answer(to: vector.question, as: known.map(BrokenCopy.without))
      guard case .refused(let later?) = answer, check.stage != .policy else { continue }
      let places = [check, later].map { order.firstIndex(of: $0.stage) ?? 0 }
      #expect(places[0] <= places[1], "\(vector.id): \(later.words)")
      #expect(known?.covers(later) == false, "\(vector.id)")
    }
  }

  @Test func `are signed again where an edit changes the info`() {
    let edits = Set(Draft007.ofInfo.map(\.info.id))
    for vector in Self.opened where edits.contains(vector.derivation?.edit ?? "") {
      guard let check = vector.expectation.check else { continue }
      let known = Self.model.checks.first { $0.check.covers(check) }?.check
      let answer = Self.model.answer(to: vector.question, as: known.map(BrokenCopy.without))
      guard case .refused(let later?) = answer else { continue }
      #expect(later.stage != .crypto, "\(vector.id)")
    }
  }

  // MARK: - Openers with a check left out

  /// Tokens of usual length that open, one of each service among them.
  private static let drafts = opened.filter(\.expectation.isAccept).prefix(20)
    .compactMap { try? Draft007($0.question) }

  @Test(arguments: checks)
  func `let no opener trap, whatever it leaves out`(id: String) throws {
    let check = try #require(Self.model.checks.first { $0.info.id == id }?.check)
    var random = Seeded(seed: Self.seed)
    for draft in Self.drafts {
      for question in try mutations(of: draft, &random) {
        let refusal = refusal(of: question, without: check)
        #expect(refusal.map(isKnown) != false, "seed \(Self.seed): \(refusal?.words ?? "")")
      }
    }
  }

  private func refusal(of question: VectorQuestion, without check: Check) -> Check? {
    guard case .refused(let refusal) = Self.model.answer(to: question, as: .without(check)) else {
      return nil
    }
    return refusal
  }

  private func isKnown(_ check: Check) -> Bool {
    Self.model.checks.contains { $0.check.covers(check) }
  }

  /// A change of each layer, sealed by those outside.
  private func mutations(
    of draft: Draft007, _ random: inout Seeded
  ) throws -> [VectorQuestion] {
    var (text, stream, content, info) = (draft, draft, draft, draft)
    text.setText(random.mutation(of: try draft.text))
    stream.setStream(random.mutation(of: try draft.stream))
    content.setContent(random.mutation(of: try draft.content))
    let fields = random.mutation(of: draft.fields.flatMap(\.bytes))
    info.fields = [Draft007.Field(name: "info", bytes: fields)]
    return try [text, stream, content, info].map { try $0.sealed }
  }
}
