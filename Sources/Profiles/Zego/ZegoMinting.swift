// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Suite
internal import Zego

/// What an implementation drew, or the clock gave it.
struct ZegoDrawn: Equatable, Sendable {
  var ctime: Int64
  var nonce: Int64
  var iv: [UInt8]
}

// The making of one token, step by step.
extension ZegoRules {
  func plan(_ question: Question, with drawn: ZegoDrawn) -> ZegoPlan {
    let steps = steps(for: question, with: drawn, after: nil, changed: .all)
    return finish(steps, with: drawn)
  }

  /// The plan by these rules, where it is another than that by rules that differ in some parts.
  ///
  /// A step whose rules and arguments are those of the known plan is taken over from it.
  func revise(
    _ plan: ZegoPlan, of question: Question, with drawn: ZegoDrawn, in changed: Parts
  ) -> ZegoPlan? {
    guard !changed.isDisjoint(with: plan.reached) else { return nil }
    let steps = steps(for: question, with: drawn, after: plan.steps, changed: changed)
    if changed.isDisjoint(with: .end), steps.isSame(as: plan.steps) { return nil }
    let revised = finish(steps, with: drawn)
    return revised == plan ? nil : revised
  }

  // MARK: - The steps

  /// Goes as far as there is something to encrypt.
  private func steps(
    for question: Question, with drawn: ZegoDrawn, after known: ZegoPlan.Steps?, changed: Parts
  ) -> ZegoPlan.Steps {
    let passed =
      (changed.contains(.call) ? nil : known?.passed)
      ?? .init { () throws(Ending) in try ZegoArguments(question, self) }
    guard case .done(let given) = passed else { return .init(passed) }
    let isPassed = !changed.contains(.checks) && passed == known?.passed
    let checked =
      (isPassed ? known?.checked : nil) ?? check(given, call: question.call, at: drawn.ctime)
    guard checked.ending == nil else { return .init(passed, checked) }
    let isChecked = !changed.contains(.claims) && checked == known?.checked
    let written =
      (isChecked ? known?.written : nil)
      ?? .init { () throws(Ending) in try write(checked.arguments, with: drawn) }
    return .init(passed, checked, written)
  }

  private func check(
    _ arguments: ZegoArguments, call: JSONObject, at ctime: Int64
  ) -> ZegoPlan.Checked {
    var checked = ZegoPlan.Checked(arguments: arguments)
    do throws(Ending) {
      try ZegoChecks(call: call, ctime: ctime).run(&checked.arguments, by: self)
    } catch {
      checked.ending = error
    }
    return checked
  }

  private func write(
    _ arguments: ZegoArguments, with drawn: ZegoDrawn
  ) throws(Ending) -> ZegoPlan.Written {
    let expire = try ZegoExpire(
      after: arguments[.effectiveTime], from: drawn.ctime, by: claims.expire)
    let members = ZegoClaims(arguments: arguments, drawn: drawn, expire: expire)
    return .init(text: members.text(by: self), header: members.header(by: claims))
  }

  // MARK: - The end

  private func finish(_ steps: ZegoPlan.Steps, with drawn: ZegoDrawn) -> ZegoPlan {
    var plan = ZegoPlan(outcome: .ok, steps: steps)
    do throws(Ending) {
      plan.token = try seal(steps, with: drawn, printing: &plan.printed)
    } catch {
      (plan.outcome, plan.error) = outcome(of: error)
    }
    if prints.contains(.phpDeprecations), let checked = steps.checked {
      plan.printed += checked.arguments.deprecations
    }
    return plan
  }

  private func outcome(of ending: Ending) -> (Outcome, ErrorAnswer?) {
    switch ending {
    case .inexpressible: (.inexpressible, nil)
    case .refused(let argument): (.refused, words.error(argument))
    case .refusedAs(let answer): (.refused, answer)
    case .crashed(let answer): (.crashed, answer)
    }
  }

  private func seal(
    _ steps: ZegoPlan.Steps, with drawn: ZegoDrawn, printing lines: inout [String]
  ) throws(Ending) -> ZegoPlan.Token {
    let arguments = try steps.checkedArguments()
    let written = try steps.writtenClaims()
    print(written.text, drawn, to: &lines)
    let key = try sealingKey(arguments[.secret].text ?? Text([]))
    guard let text = written.text else { throw claims.unwritableEnding }
    let header = try written.header.get()
    try checkLength(of: text)
    return ZegoPlan.Token(
      layout: layout, key: key, iv: drawn.iv, expire: header, blocks: text,
      padding: seal.padding)
  }

  private func sealingKey(_ secret: Text) throws(Ending) -> [UInt8] {
    if case .crashed(let type) = claims.unwritable, secret.quality == .surrogates {
      throw .exception(type)
    }
    let key = key(of: secret)
    guard key.count != seal.key.length else { return key }
    switch seal.wrongKey {
    case .refused: throw .refused(.secret)
    case .refusedAs(let error): throw .refusedAs(error)
    case .crashed(let error): throw .crashed(error)
    }
  }

  private func checkLength(of text: [UInt8]) throws(Ending) {
    guard !fits(text) else { return }
    if case .limited(_, let exception) = seal.length { throw .exception(exception) }
    throw .refused(.payload)
  }

  private func print(_ text: [UInt8]?, _ drawn: ZegoDrawn, to lines: inout [String]) {
    if prints.isEmpty { return }
    if prints.contains(.nonce) { lines.append("current nonce: \(drawn.nonce)") }
    if prints.contains(.plaintext), let text {
      lines.append("plain text:  \(String(decoding: text, as: UTF8.self))")
    }
    if prints.contains(.iv) {
      lines.append("iv \(String(decoding: drawn.iv, as: UTF8.self))")
    }
  }
}

extension ClaimRules {
  /// How the function ends where its writer cannot write a text.
  fileprivate var unwritableEnding: Ending {
    switch unwritable {
    case .refused, .empty: .refused(.userID)
    case .crashed(let type): .exception(type)
    }
  }
}

extension ZegoRules {
  /// The AES key that is made of a secret.
  func key(of secret: Text) -> [UInt8] {
    seal.key.key(of: secret.replacingSurrogates(by: claims.broken.surrogate))
  }

  /// Whether the length field takes the ciphertext of a plaintext.
  func fits(_ text: [UInt8]) -> Bool {
    let block = AESCBC.blockSize
    let length =
      layout.form == .gcm
      ? text.count + AESGCM.tagSize : text.count + block - text.count % block
    return switch seal.length {
    case .checked: length <= Sealed.maximumCiphertext
    case .wrapping: true
    case .limited(let limit, _): length <= limit
    }
  }
}

extension SealRules.KeyDerivation {
  var length: Int { self == .firstHalf || self == .hex ? 16 : 32 }

  fileprivate func key(of secret: Text) -> [UInt8] {
    switch self {
    case .text: secret.bytes
    case .ascii: secret.inASCII
    case .firstHalf: Array(secret.bytes.prefix(16))
    case .hex: (try? Hex.decode(secret.bytes.span)) ?? []
    case .digest: (try? Digest.sha256.hash(secret.bytes.span)) ?? []
    case .lowerCase: secret.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
  }
}

extension Text {
  /// The text as a language encodes it that replaces what it cannot encode.
  fileprivate func replacingSurrogates(by treatment: JSONStyle.Treatment) -> Text {
    guard case .replaceOnce(let text) = treatment, quality == .surrogates else { return self }
    var bytes: [UInt8] = []
    forEachStep { step in
      if case .scalar(let value) = step {
        bytes.append(codePoint: value)
      } else {
        bytes += text.utf8
      }
    }
    return Text(bytes)
  }

  fileprivate var inASCII: [UInt8] {
    var bytes: [UInt8] = []
    forEachStep { step in
      if case .scalar(let value) = step, value < 0x80 {
        bytes.append(UInt8(value))
      } else {
        bytes.append(UInt8(ascii: "?"))
      }
    }
    return bytes
  }
}
