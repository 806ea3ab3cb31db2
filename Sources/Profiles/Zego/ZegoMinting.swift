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

/// The making of one token, step by step.
///
/// A step whose rules and arguments are those of a known plan is taken over from it.
struct ZegoMinting {
  private let question: Question
  private let drawn: ZegoDrawn
  private let plan: ZegoPlan?
  private let changed: ZegoRules.Parts
  private var steps = ZegoPlan.Steps()
  private var printed: [String] = []

  init(
    _ question: Question, with drawn: ZegoDrawn, revising plan: ZegoPlan? = nil,
    in changed: ZegoRules.Parts = .all
  ) {
    self.question = question
    self.drawn = drawn
    self.plan = plan
    self.changed = changed
  }

  mutating func run(by rules: ZegoRules) -> ZegoPlan {
    follow(rules)
    if let plan, changed.isDisjoint(with: .end), steps == plan.steps { return plan }
    var plan = ZegoPlan(outcome: .ok, steps: steps)
    do throws(Ending) {
      plan.token = try finish(by: rules)
    } catch {
      (plan.outcome, plan.error) = outcome(of: error, in: rules.words)
    }
    plan.printed = printed
    return plan
  }

  private func outcome(of ending: Ending, in words: RefusalWords) -> (Outcome, ErrorAnswer?) {
    switch ending {
    case .inexpressible: (.inexpressible, nil)
    case .refused(let argument): (.refused, words.error(argument))
    case .refusedAs(let answer): (.refused, answer)
    case .crashed(let answer): (.crashed, answer)
    }
  }

  // MARK: - The steps

  /// Goes as far as there is something to encrypt.
  private mutating func follow(_ rules: ZegoRules) {
    let known = plan?.steps
    let passed = changed.contains(.call) ? nil : known?.passed
    steps.passed = passed ?? .init { () throws(Ending) in try ZegoArguments(question, rules) }
    guard case .done(let given) = steps.passed else { return }
    let isPassed = !changed.contains(.checks) && steps.passed == known?.passed
    let checked = (isPassed ? known?.checked : nil) ?? check(given, by: rules)
    steps.checked = checked
    guard checked.ending == nil else { return }
    let isChecked = !changed.contains(.claims) && checked == known?.checked
    steps.written =
      (isChecked ? known?.written : nil)
      ?? .init { () throws(Ending) in try write(checked.arguments, by: rules) }
  }

  private func check(_ arguments: ZegoArguments, by rules: ZegoRules) -> ZegoPlan.Checked {
    var checked = ZegoPlan.Checked(arguments: arguments)
    do throws(Ending) {
      let checks = ZegoChecks(call: question.call, ctime: drawn.ctime)
      try checks.run(&checked.arguments, by: rules)
    } catch {
      checked.ending = error
    }
    return checked
  }

  private func write(
    _ arguments: ZegoArguments, by rules: ZegoRules
  ) throws(Ending) -> ZegoPlan.Written {
    let expire = try ZegoExpire(
      after: arguments[.effectiveTime], from: drawn.ctime, by: rules.claims.expire)
    let claims = ZegoClaims(arguments: arguments, drawn: drawn, expire: expire)
    return .init(text: claims.text(by: rules), header: claims.header(by: rules.claims))
  }

  // MARK: - The end

  private mutating func finish(by rules: ZegoRules) throws(Ending) -> ZegoPlan.Token {
    _ = try steps.passed?.get()
    guard let checked = steps.checked else { throw .inexpressible }
    defer { note(checked.arguments.deprecations, by: rules) }
    if let ending = checked.ending { throw ending }
    guard let claims = try steps.written?.get() else { throw .inexpressible }
    print(claims.text, by: rules)
    let key = try sealingKey(checked.arguments[.secret].text ?? Text([]), by: rules)
    guard let text = claims.text else { throw rules.claims.unwritableEnding }
    let header = try claims.header.get()
    try checkLength(of: text, by: rules)
    return ZegoPlan.Token(
      layout: rules.layout, key: key, iv: drawn.iv, expire: header,
      blocks: text, padding: rules.seal.padding)
  }

  private func sealingKey(_ secret: Text, by rules: ZegoRules) throws(Ending) -> [UInt8] {
    if case .crashed(let type) = rules.claims.unwritable, secret.quality == .surrogates {
      throw .exception(type)
    }
    let key = rules.key(of: secret)
    guard key.count != rules.seal.key.length else { return key }
    switch rules.seal.wrongKey {
    case .refused: throw .refused(.secret)
    case .refusedAs(let error): throw .refusedAs(error)
    case .crashed(let error): throw .crashed(error)
    }
  }

  private func checkLength(of text: [UInt8], by rules: ZegoRules) throws(Ending) {
    guard !rules.fits(text) else { return }
    if case .limited(_, let exception) = rules.seal.length { throw .exception(exception) }
    throw .refused(.payload)
  }

  // MARK: - What is printed

  private mutating func note(_ deprecations: [String], by rules: ZegoRules) {
    if rules.prints.contains(.phpDeprecations) { printed += deprecations }
  }

  private mutating func print(_ text: [UInt8]?, by rules: ZegoRules) {
    if rules.prints.isEmpty { return }
    if rules.prints.contains(.nonce) { printed.append("current nonce: \(drawn.nonce)") }
    if rules.prints.contains(.plaintext), let text {
      printed.append("plain text:  \(String(decoding: text, as: UTF8.self))")
    }
    if rules.prints.contains(.iv) {
      printed.append("iv \(String(decoding: drawn.iv, as: UTF8.self))")
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
