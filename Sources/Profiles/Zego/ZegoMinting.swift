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
struct ZegoMinting {
  let question: Question
  let rules: ZegoRules
  let drawn: ZegoDrawn
  private var printed: [String] = []

  init(_ question: Question, by rules: ZegoRules, with drawn: ZegoDrawn) {
    self.question = question
    self.rules = rules
    self.drawn = drawn
  }

  mutating func run() -> ZegoPlan {
    do throws(Ending) {
      let token = try mint()
      return ZegoPlan(outcome: .ok, printed: printed, token: token)
    } catch {
      return switch error {
      case .inexpressible: ZegoPlan(outcome: .inexpressible)
      case .refused(let answer): ZegoPlan(outcome: .refused, error: answer, printed: printed)
      case .crashed(let answer): ZegoPlan(outcome: .crashed, error: answer, printed: printed)
      }
    }
  }

  private mutating func mint() throws(Ending) -> ZegoPlan.Token {
    var arguments = try ZegoArguments(question, rules)
    let checks = ZegoChecks(rules: rules, call: question.call, ctime: drawn.ctime)
    defer { note(arguments.deprecations) }
    try checks.run(&arguments)
    let expire = try ZegoExpire(
      after: arguments[.effectiveTime], from: drawn.ctime, by: rules.claims.expire)
    let claims = ZegoClaims(rules: rules, arguments: arguments, drawn: drawn, expire: expire)
    let text = claims.text
    print(text)
    let key = try sealingKey(arguments[.secret].text ?? Text([]))
    guard let text else { throw unwritable }
    let header = try claims.header.get()
    try checkLength(of: text)
    return ZegoPlan.Token(
      layout: rules.layout, key: key, iv: drawn.iv, expire: header,
      blocks: text, padding: rules.seal.padding)
  }

  private var unwritable: Ending {
    switch rules.claims.unwritable {
    case .refused, .empty: .refused(rules.words.error(.userID))
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
    case .refused: throw .refused(rules.words.error(.secret))
    case .refusedAs(let error): throw .refused(error)
    case .crashed(let error): throw .crashed(error)
    }
  }

  private func checkLength(of text: [UInt8]) throws(Ending) {
    guard !rules.fits(text) else { return }
    if case .limited(_, let exception) = rules.seal.length { throw .exception(exception) }
    throw .refused(rules.words.error(.payload))
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
