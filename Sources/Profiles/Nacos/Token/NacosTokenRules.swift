// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Nacos

/// How a server issues tokens and reads them.
///
/// The initial values are the reference's: strict wherever the documentation is.
struct NacosTokenRules: Hashable, Sendable {
  var key = NacosKeyReading()
  var writer = NacosWriting()
  var reader = NacosReader.strict
  /// Gaps of the server's own reader.
  var gaps: NacosGaps = []
  var mistakes: NacosMistakes = []

  /// The token as this server issues it.
  func issue(
    user: Text?, lifetime: Int64, secretKey: Text, now: Int64
  ) -> Result<Text, NacosException> {
    Result { () throws(NacosException) in
      let key = try key.bytes(of: secretKey)
      return try writer.token(user: user, lifetime: lifetime, key: key, now: now, mistakes)
    }
  }

  /// What this server reads in a token, or how it refuses it.
  func read(
    _ token: Text, secretKey: Text, now: Int64
  ) -> Result<NacosClaims, NacosException> {
    Result { () throws(NacosException) in
      let reading = try reading(secretKey)
      return try reading.claims(of: token, now: now)
    }
  }

  /// The second of a token's end as this server tells it, whether it has passed or not.
  func expireTime(
    of token: Text, secretKey: Text, now: Int64
  ) -> Result<Int64, NacosException> {
    Result { () throws(NacosException) in
      let reading = try reading(secretKey)
      return try reading.end(of: token, now: now)
    }
  }

  /// A reader that knows its key.
  private func reading(_ secretKey: Text) throws(NacosException) -> any NacosReading {
    let key = try key.checkingBytes(of: secretKey)
    return switch reader {
    case .strict: StrictReading(key: key, mistakes: mistakes)
    case .own(let jackson): OwnReading(key: key, gaps: gaps, jackson: jackson)
    case .jjwt: JjwtReading(key: key, hasKeyObject: self.key.check == .atStartInWords)
    }
  }
}

/// The code that reads tokens.
enum NacosReader: Hashable, Sendable {
  case strict
  /// Nacos's own, since 2.2.1.
  case own(JacksonVersion)
  /// The library jjwt 0.11.2.
  case jjwt

  var isOwn: Bool { if case .own = self { true } else { false } }
}

/// Reads tokens under a key.
protocol NacosReading {
  func claims(of token: Text, now: Int64) throws(NacosException) -> NacosClaims
  func end(of token: Text, now: Int64) throws(NacosException) -> Int64
}
