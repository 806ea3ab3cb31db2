// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Suite
internal import Zego

/// Everything that the rules decide about an answer, before encryption.
struct ZegoPlan: Equatable, Sendable {
  var outcome: Outcome
  var error: ErrorAnswer?
  /// The lines that are claimed to be printed.
  var printed: [String] = []
  var token: Token?
  /// How it came about, for another plan that has steps in common with this one.
  let steps: Steps

  static func == (left: ZegoPlan, right: ZegoPlan) -> Bool {
    left.outcome == right.outcome && left.error == right.error && left.printed == right.printed
      && left.token == right.token
  }

  /// What was reached on the way; an object, since plans share it.
  final class Steps: Sendable {
    let passed: Step<ZegoArguments>
    let checked: Checked?
    let written: Step<Written>?

    init(
      _ passed: Step<ZegoArguments>, _ checked: Checked? = nil, _ written: Step<Written>? = nil
    ) {
      (self.passed, self.checked, self.written) = (passed, checked, written)
    }

    func isSame(as other: Steps) -> Bool {
      passed == other.passed && checked == other.checked && written == other.written
    }

    func checkedArguments() throws(Ending) -> ZegoArguments {
      guard let checked else { return try passed.get() }
      if let ending = checked.ending { throw ending }
      return checked.arguments
    }

    func writtenClaims() throws(Ending) -> Written {
      guard let written else { throw .inexpressible }
      return try written.get()
    }
  }

  /// The rules that were asked on the way.
  var reached: ZegoRules.Parts {
    var parts: ZegoRules.Parts = outcome == .refused ? [.call, .words] : [.call]
    if case .done = steps.passed { parts.formUnion([.checks, .prints]) }
    if let checked = steps.checked, checked.ending == nil { parts.insert(.claims) }
    if case .done = steps.written { parts.insert(.seal) }
    return parts
  }

  /// What a step gives, or how everything ends there.
  enum Step<Value: Equatable & Sendable>: Equatable, Sendable {
    case done(Value)
    case ended(Ending)

    init(_ body: () throws(Ending) -> Value) {
      do throws(Ending) {
        self = .done(try body())
      } catch {
        self = .ended(error)
      }
    }

    func get() throws(Ending) -> Value {
      switch self {
      case .done(let value): return value
      case .ended(let ending): throw ending
      }
    }
  }

  /// The arguments after the checks, or why there is nothing after them.
  struct Checked: Equatable, Sendable {
    var arguments: ZegoArguments
    var ending: Ending?
  }

  /// The encrypted text, where it can be written, and the value of the header.
  struct Written: Equatable, Sendable {
    var text: [UInt8]?
    var header: Step<Int64>
  }

  /// A token before it is encrypted.
  struct Token: Equatable, Sendable {
    var layout: ZegoLayout
    var key: [UInt8]
    var iv: [UInt8]
    var expire: Int64
    var blocks: [UInt8]
    var padding: SealRules.Padding

    var envelope: ZegoLayout.Envelope? {
      ciphertext.map { ZegoLayout.Envelope(expire: expire, iv: iv, ciphertext: $0) }
    }

    private var ciphertext: [UInt8]? {
      guard layout.form == .cbc else {
        return try? AESGCM.seal(blocks.span, key: key.span, nonce: iv.span)
      }
      return switch padding {
      case .always:
        try? AESCBC.seal(blocks.span, key: key.span, iv: iv.span)
      case .whereNeeded:
        try? AESCBC.seal(
          blocks.span, key: key.span, iv: iv.span,
          padding: blocks.count % AESCBC.blockSize != 0)
      case .zeros:
        try? AESCBC.seal(blocks.paddedWithZeros.span, key: key.span, iv: iv.span, padding: false)
      }
    }
  }

  var answer: Answer {
    var more = JSONObject()
    if !printed.isEmpty {
      let text = printed.map { $0 + "\n" }.joined()
      more = ["printed": .object(["stdout": .string(text)])]
    }
    let bytes = token.flatMap { token in token.envelope.map { token.layout.write($0) } }
    return Answer(outcome, token: bytes.map { Text($0) }, error: error, more: more)
  }
}

extension [UInt8] {
  fileprivate var paddedWithZeros: [UInt8] {
    self + repeatElement(0, count: (AESCBC.blockSize - count % AESCBC.blockSize) % AESCBC.blockSize)
  }
}
