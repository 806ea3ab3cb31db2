// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Nacos

/// How a token is written.
struct NacosWriting: Hashable, Sendable {
  /// How the end is computed from the clock and the lifetime.
  enum Arithmetic: Hashable, Sendable {
    case exact
    /// In seconds of 64 bits, which wrap.
    case wrappingSeconds
    /// In milliseconds of 64 bits, which wrap.
    case wrappingMilliseconds
    /// In milliseconds, the lifetime being at most what 64 bits hold.
    case clampedMilliseconds
  }

  /// Where the JSON writer leaves characters beyond the basic plane.
  enum Surrogates: Hashable, Sendable {
    case refused
    /// A pair is written as UTF-8; one alone becomes a question mark.
    case replaced
    /// Each is written as an escape.
    case escaped
  }

  var arithmetic = Arithmetic.exact
  var surrogates = Surrogates.refused
  /// Whether a token for nobody is made.
  var allowsNobody = false
  var isAlwaysHS256 = false

  func token(
    user: Text?, lifetime: Int64, key: [UInt8], now: Int64, _ mistakes: NacosMistakes
  ) throws(NacosException) -> Text {
    let end = try end(lifetime, now)
    let payload = try payload(user, end, now, mistakes)
    return try NacosPort(mistakes: mistakes).sign(payload, algorithm(key, mistakes), key)
  }

  private func algorithm(_ key: [UInt8], _ mistakes: NacosMistakes) -> NacosAlgorithm {
    if isAlwaysHS256 { return .hs256 }
    if mistakes.contains(.alwaysHS512) { return .hs512 }
    return NacosAlgorithm(keyLength: key.count) ?? .hs256
  }

  /// The second of the end.
  private func end(_ lifetime: Int64, _ now: Int64) throws(NacosException) -> Int64 {
    switch arithmetic {
    case .exact:
      let (end, overflow) = now.addingReportingOverflow(lifetime)
      guard !overflow else { throw .refusal("the end is beyond 64 bits") }
      return end
    case .wrappingSeconds: return now &+ lifetime
    case .wrappingMilliseconds: return (now &* 1000 &+ lifetime &* 1000) / 1000
    case .clampedMilliseconds:
      let (product, overflow) = lifetime.multipliedReportingOverflow(by: 1000)
      let clamped = overflow ? (lifetime < 0 ? Int64.min : .max) : product
      return (now &* 1000 &+ clamped) / 1000
    }
  }

  func payload(
    _ user: Text?, _ end: Int64, _ now: Int64, _ mistakes: NacosMistakes = []
  ) throws(NacosException) -> [UInt8] {
    var members: [[UInt8]] = []
    if let user, !(user.isEmpty && !allowsNobody) {
      members.append(Array(#""sub":"#.utf8) + (try text(user, mistakes)))
    } else if !allowsNobody {
      throw .refusal("a user name is expected")
    }
    members.append(Array(#""exp":\#(mistakes.lexeme(ofEnd: end))"#.utf8))
    if mistakes.contains(.expFirst) { members.reverse() }
    if mistakes.contains(.issuedAt) { members.append(Array(#""iat":\#(now)"#.utf8)) }
    let separator = Array((mistakes.contains(.blanks) ? ", " : ",").utf8)
    return [UInt8(ascii: "{")] + members.joined(separator: separator) + [UInt8(ascii: "}")]
  }

  private func text(
    _ user: Text, _ mistakes: NacosMistakes
  ) throws(NacosException) -> [UInt8] {
    let user = try mistakes.changed(user)
    if mistakes.contains(.userUnescaped) { return [0x22] + user.bytes + [0x22] }
    var style = JSONStyle()
    style.hexIsUpperCase = true
    switch surrogates {
    case .refused: break
    case .replaced: style.broken.surrogate = .replaceOnce("?")
    case .escaped:
      style.broken.surrogate = .escape
      style.escaped = [0x10000...0x10FFFF]
    }
    if surrogates != .refused { style.broken.byte = .replaceOnce("\u{FFFD}") }
    var bytes: [UInt8] = []
    guard style.write(user, to: &bytes) else { throw .refusal("the user name is no Unicode text") }
    return bytes
  }
}

extension NacosMistakes {
  fileprivate func lexeme(ofEnd end: Int64) -> String {
    if contains(.milliseconds) { return "\(end &* 1000)" }
    if contains(.endIn32Bits) { return "\(Int32(truncatingIfNeeded: end))" }
    if contains(.endAsText) { return "\"\(end)\"" }
    return contains(.endWithFraction) ? "\(end).0" : "\(end)"
  }

  fileprivate func changed(_ user: Text) throws(NacosException) -> Text {
    if contains(.onlyASCII), user.bytes.contains(where: { $0 >= 0x80 }) {
      throw .refusal("a user name in ASCII is expected")
    }
    if contains(.userLowerCase) {
      return Text(user.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    }
    return contains(.userTrimmed) ? JavaString(user).stripped.text : user
  }
}
