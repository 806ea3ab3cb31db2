// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite
internal import Zego

/// Takes time and randomness back out of an answer, as the rules say that they went in.
struct ZegoRecovery {
  let answer: Answer
  let question: Question
  let rules: ZegoRules

  /// What was drawn, or nothing where the rules cannot have drawn it.
  var drawn: ZegoDrawn? {
    guard let found else { return nil }
    guard !rules.randomness.isSeededBySecond else {
      return ZegoDrawn(secondOf: found.ctime, ivLength: rules.layout.ivLength)
    }
    return answer.token == nil || rules.randomness.allow(found) ? found : nil
  }

  private var found: ZegoDrawn? {
    guard let token = answer.token else { return printed }
    guard let envelope = rules.layout.read(token.bytes) else { return nil }
    let key = rules.key(of: question.input["secret"]?.text ?? Text([]))
    guard let text = rules.layout.decrypt(envelope, key: key) else { return nil }
    var document = JSONDocument()
    let isJSON = (try? document.parse(text.span, leavingRest: true)) != nil
    let claims = isJSON ? document : nil
    return ZegoDrawn(
      ctime: ctime(claims, header: envelope.expire),
      nonce: claims?.member("nonce")?.loose64 ?? 0, iv: envelope.iv)
  }

  private func ctime(_ claims: JSONDocument?, header: Int64) -> Int64 {
    guard let ctime = claims?.member(rules.format.ctimeName)?.loose64 else {
      return header &- (question.input["effective_time_in_seconds"]?.looseSeconds ?? 0)
    }
    return rules.claims.edits.contains(.milliseconds) ? ctime / 1000 : ctime
  }

  /// What printed lines tell where there is no token.
  private var printed: ZegoDrawn {
    var drawn = ZegoDrawn(ctime: question.at ?? 0, nonce: rules.randomness.longestNonce, iv: [])
    for line in answer.printedLines {
      if let value = line.rest(after: "current nonce: ") { drawn.nonce = Int64(value) ?? 0 }
      if let value = line.rest(after: "iv ") { drawn.iv = Array(value.utf8) }
      if let value = line.rest(after: "plain text:  "), let object = try? JSONValue(parsing: value)
      {
        drawn.nonce = object["nonce"]?.int64 ?? 0
        drawn.ctime = object[rules.format.ctimeName]?.int64 ?? drawn.ctime
      }
    }
    return drawn
  }
}

extension ZegoDrawn {
  /// What a program draws that seeds `rand` with the second, once for the nonce and once for the IV.
  init(secondOf ctime: Int64, ivLength: Int) {
    let seed = UInt32(truncatingIfNeeded: ctime)
    var random = GlibcRandom(seed: seed)
    let nonce = Int64(random.next())
    random = GlibcRandom(seed: seed)
    let symbols = Array(RandomnessRules.alphabet36.utf8)
    let iv = (0..<ivLength).map { _ in symbols[Int(random.next()) % symbols.count] }
    self.init(ctime: ctime, nonce: nonce, iv: iv)
  }
}

extension RandomnessRules {
  /// A nonce as long as most: what is assumed where none can be seen and the length matters.
  fileprivate var longestNonce: Int64 {
    if case .range(let range) = nonce { range.upperBound } else { 0 }
  }

  /// Whether a nonce and an IV can have come from here.
  func allow(_ drawn: ZegoDrawn) -> Bool {
    let nonceFits =
      switch nonce {
      case .any: true
      case .range(let range): range.contains(drawn.nonce)
      case .milliseconds: drawn.nonce == 0 || drawn.nonce / 1000 == drawn.ctime
      }
    guard nonceFits else { return false }
    guard case .alphabet(let symbols) = iv else { return true }
    return symbols.utf8.span.containsAll(of: drawn.iv.span)
  }
}

extension JSONValue {
  /// An integer, written as a number or as text.
  fileprivate var loose64: Int64? { int64 ?? string.flatMap { Int64($0) } }

  /// The whole seconds of a time to live, whatever its type.
  fileprivate var looseSeconds: Int64? {
    let number = bool.map { .integer($0 ? 1 : 0) } ?? text?.phpLeadingNumber ?? self
    return number.int64 ?? number.double?.whole.map { Int64(truncatingIfNeeded: $0) }
  }
}

extension Substring {
  fileprivate func rest(after prefix: String) -> String? {
    utf8.starts(with: prefix.utf8) ? String(utf8.dropFirst(prefix.utf8.count)) : nil
  }
}

extension Answer {
  /// The lines on the standard output, where they were recorded in full.
  var printedLines: [Substring] {
    (printed?["stdout"]?.text?.display ?? "").utf8
      .split(separator: UInt8(ascii: "\n")).map { Substring($0) }
  }
}
