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
  let question: Question
  let rules: ZegoRules
  let drawn: ZegoDrawn
  private let known: ZegoPlan.Steps
  private let changed: ZegoRules.Parts
  private var steps = ZegoPlan.Steps()
  private var printed: [String] = []

  init(
    _ question: Question, by rules: ZegoRules, with drawn: ZegoDrawn,
    revising plan: ZegoPlan? = nil, in changed: ZegoRules.Parts = .all
  ) {
    self.question = question
    self.rules = rules
    self.drawn = drawn
    self.changed = changed
    known = plan?.steps ?? ZegoPlan.Steps()
  }

  mutating func run() -> ZegoPlan {
    var plan = ZegoPlan(outcome: .ok)
    do throws(Ending) {
      plan.token = try mint()
    } catch {
      (plan.outcome, plan.error) = outcome(of: error)
    }
    plan.printed = plan.outcome == .inexpressible ? [] : printed
    plan.steps = steps
    return plan
  }

  private func outcome(of ending: Ending) -> (Outcome, ErrorAnswer?) {
    switch ending {
    case .inexpressible: (.inexpressible, nil)
    case .refused(let argument): (.refused, rules.words.error(argument))
    case .refusedAs(let answer): (.refused, answer)
    case .crashed(let answer): (.crashed, answer)
    }
  }

  private mutating func mint() throws(Ending) -> ZegoPlan.Token {
    let checked = check(try pass())
    defer { note(checked.arguments.deprecations) }
    if let ending = checked.ending { throw ending }
    let claims = try write(checked.arguments)
    print(claims.text)
    let key = try sealingKey(checked.arguments[.secret].text ?? Text([]))
    guard let text = claims.text else { throw unwritable }
    let header = try claims.header.get()
    try checkLength(of: text)
    return ZegoPlan.Token(
      layout: rules.layout, key: key, iv: drawn.iv, expire: header,
      blocks: text, padding: rules.seal.padding)
  }

  // MARK: - The steps

  private mutating func pass() throws(Ending) -> ZegoArguments {
    let known = changed.contains(.call) ? nil : known.passed
    let passed = known ?? Result { () throws(Ending) in try ZegoArguments(question, rules) }
    steps.passed = passed
    return try passed.get()
  }

  private mutating func check(_ arguments: ZegoArguments) -> ZegoPlan.Checked {
    if !changed.contains(.checks), steps.passed == known.passed, let checked = known.checked {
      steps.checked = checked
      return checked
    }
    var checked = ZegoPlan.Checked(arguments: arguments)
    do throws(Ending) {
      try ZegoChecks(rules: rules, call: question.call, ctime: drawn.ctime).run(&checked.arguments)
    } catch {
      checked.ending = error
    }
    steps.checked = checked
    return checked
  }

  private mutating func write(_ arguments: ZegoArguments) throws(Ending) -> ZegoPlan.Written {
    let isKnown = !changed.contains(.claims) && steps.checked == known.checked
    let written =
      (isKnown ? known.written : nil)
      ?? Result { () throws(Ending) in
        let expire = try ZegoExpire(
          after: arguments[.effectiveTime], from: drawn.ctime, by: rules.claims.expire)
        let claims = ZegoClaims(rules: rules, arguments: arguments, drawn: drawn, expire: expire)
        return ZegoPlan.Written(text: claims.text, header: claims.header)
      }
    steps.written = written
    return try written.get()
  }

  private var unwritable: Ending {
    switch rules.claims.unwritable {
    case .refused, .empty: .refused(.userID)
    case .crashed(let type): .exception(type)
    }
  }

  private func sealingKey(_ secret: Text) throws(Ending) -> [UInt8] {
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

  private func checkLength(of text: [UInt8]) throws(Ending) {
    guard !rules.fits(text) else { return }
    if case .limited(_, let exception) = rules.seal.length { throw .exception(exception) }
    throw .refused(.payload)
  }

  // MARK: - What is printed

  private mutating func note(_ deprecations: [String]) {
    if rules.prints.contains(.phpDeprecations) { printed += deprecations }
  }

  private mutating func print(_ text: [UInt8]?) {
    if rules.prints.contains(.nonce) { printed.append("current nonce: \(drawn.nonce)") }
    if rules.prints.contains(.plaintext), let text {
      printed.append("plain text:  \(String(decoding: text, as: UTF8.self))")
    }
    if rules.prints.contains(.iv) {
      printed.append("iv \(String(decoding: drawn.iv, as: UTF8.self))")
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
