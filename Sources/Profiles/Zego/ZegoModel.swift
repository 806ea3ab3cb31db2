// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Suite
internal import Zego

/// What the judge knows of one ZEGO format; an object, since it is handed on with every row.
final class ZegoModel: FormatModel {
  let kind: ZegoFormat
  let reference: ZegoRules
  let deviations: [Deviation<ZegoRules>]
  let profiles: [Profile]

  init(_ kind: ZegoFormat) {
    self.kind = kind
    reference = ZegoRules(kind)
    deviations = ZegoDeviations.table(for: kind)
    profiles = ZegoProfiles.all[kind] ?? []
  }

  var format: String { kind.rawValue }

  func recover(from answer: Answer, to question: Question, by rules: ZegoRules) -> ZegoDrawn? {
    ZegoRecovery(answer: answer, question: question, rules: rules).drawn
  }

  func plan(_ question: Question, by rules: ZegoRules, with drawn: ZegoDrawn) -> ZegoPlan {
    rules.plan(question, with: drawn)
  }

  func parts(of rules: ZegoRules, unlike other: ZegoRules) -> ZegoRules.Parts {
    rules.parts(unlike: other)
  }

  func isChanged(
    _ plan: ZegoPlan, of question: Question, by rules: ZegoRules, with drawn: ZegoDrawn,
    in changed: ZegoRules.Parts
  ) -> Bool {
    rules.revise(plan, of: question, with: drawn, in: changed) != nil
  }

  func answer(_ plan: ZegoPlan) -> Answer { plan.answer }

  func isDrawn(_ behaviour: String) -> Bool { ZegoDeviations.randomness.contains(behaviour) }

  func describe(_ drawn: ZegoDrawn) -> [(name: String, value: String)] {
    [
      ("ctime", String(drawn.ctime)), ("nonce", String(drawn.nonce)),
      ("iv", Hex.encode(drawn.iv)),
    ]
  }

  // MARK: - Agreement

  func agreement(
    of plan: ZegoPlan, with answer: Answer, to question: Question, by rules: ZegoRules
  ) -> Agreement {
    guard plan.outcome == answer.outcome, prints(plan.printed, answer) else { return .none }
    switch plan.outcome {
    case .ok: return agreement(of: plan.token, with: answer.token, by: rules)
    case .inexpressible: return .bytes
    default:
      if plan.error?.identity == answer.error?.identity { return .bytes }
      return rules.words.areFree ? .meaning : .none
    }
  }

  private func agreement(
    of planned: ZegoPlan.Token?, with token: Text?, by rules: ZegoRules
  ) -> Agreement {
    guard let planned, let token, let envelope = planned.envelope else { return .none }
    if planned.layout.write(envelope) == token.bytes { return .bytes }
    guard rules.claims.order == nil || rules.claims.json == nil else { return .none }
    return means(planned, token.bytes, by: rules) ? .meaning : .none
  }

  /// Whether a token says the same in another order or with other escapes.
  private func means(
    _ planned: ZegoPlan.Token, _ token: [UInt8], by rules: ZegoRules
  ) -> Bool {
    guard let found = planned.layout.read(token), let text = plaintext(of: found, planned),
      rules.fits(text),
      let said = try? JSONValue(parsing: text.span).object?.members,
      let expected = try? JSONValue(parsing: planned.blocks.span).object?.members
    else { return false }
    var same = planned
    same.blocks = text
    guard let envelope = same.envelope, planned.layout.write(envelope) == token else {
      return false
    }
    return said.count == expected.count && Set(said) == Set(expected)
  }

  private func plaintext(
    of envelope: ZegoLayout.Envelope, _ planned: ZegoPlan.Token
  ) -> [UInt8]? {
    let blocks = planned.layout.decrypt(envelope, key: planned.key)
    guard planned.layout.form == .cbc, let blocks else { return blocks }
    switch planned.padding {
    case .zeros: return Array(blocks.reversed().drop { $0 == 0 }.reversed())
    case .always, .whereNeeded:
      guard let padding = AESCBC.paddingLength(of: blocks.span) else {
        return planned.padding == .whereNeeded ? blocks : nil
      }
      return blocks.dropLast(padding)
    }
  }

  /// Whether the claimed lines stand in what was printed.
  private func prints(_ claimed: [String], _ answer: Answer) -> Bool {
    guard !claimed.isEmpty else { return true }
    guard let output = answer.printed?["stdout"] else { return false }
    if let digest = output["sha256"]?.string {
      let text = Array(claimed.map { $0 + "\n" }.joined().utf8)
      return (try? Digest.sha256.hash(text.span)).map(Hex.encode) == digest
    }
    let lines = answer.printedLines
    return claimed.allSatisfy { claim in lines.contains { $0.utf8.starts(with: claim.utf8) } }
  }
}
