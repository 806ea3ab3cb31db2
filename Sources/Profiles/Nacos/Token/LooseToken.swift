// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Nacos

/// A token taken as loosely as any server does, to see what must be refused all the same.
struct LooseToken {
  private let parts: [JavaString]
  private let key: [UInt8]

  init(_ token: JavaString, key: [UInt8]) {
    var parts = token.stripped.piecesBetweenDots.map(\.stripped)
    while parts.count > 3, parts.last?.isEmpty == true { parts.removeLast() }
    self.parts = parts
    self.key = key
  }

  /// The clause by which the token must be refused.
  func flaw(now: Int64) -> String? {
    guard parts.count >= 3 else { return "nacos.signature.checked" }
    guard parts.count == 3 else { return nil }
    guard let header = Self.object(parts[0]) else { return "nacos.signature.checked" }
    guard let name = header.value("alg")?.text.display.uppercased() else { return nil }
    guard name != "NONE" else { return "nacos.alg.none" }
    guard let algorithm = NacosAlgorithm(rawValue: name), isSigned(algorithm) else {
      return "nacos.signature.checked"
    }
    guard let claims = Self.object(parts[1]) else { return nil }
    return Self.flaw(of: claims, now)
  }

  private static func flaw(of claims: JavaMap, _ now: Int64) -> String? {
    guard let end = claims.value("exp") else { return "nacos.exp.present" }
    guard let user = claims.value("sub"), !user.text.isEmpty else { return "nacos.sub.present" }
    if case .integer(let lexeme) = end, let second = Int64(lexeme), second < now {
      return "nacos.exp.checked"
    }
    return nil
  }

  private func isSigned(_ algorithm: NacosAlgorithm) -> Bool {
    let text = JavaString(parts[0].units + [0x2E] + parts[1].units).ascii
    guard let signature = Self.decoded(parts[2]),
      let expected = try? algorithm.digest.hmac(text.span, key: key.span)
    else { return false }
    return signature == expected
  }

  /// Base64 in either alphabet, padded or not.
  private static func decoded(_ text: JavaString) -> [UInt8]? {
    let alphabet: [UInt16: UInt16] = [0x2B: 0x2D, 0x2F: 0x5F]
    return try? JjwtBase64.url.decode(JavaString(text.units.map { alphabet[$0] ?? $0 }))
  }

  private static func object(_ text: JavaString) -> JavaMap? {
    guard let bytes = decoded(text),
      case .map(let map)? = try? JavaValue(reading: bytes, version: .v2_18)
    else { return nil }
    return map
  }
}
