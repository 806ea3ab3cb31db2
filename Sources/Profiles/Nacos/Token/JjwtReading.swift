// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Nacos

/// The library jjwt 0.11.2 as Nacos calls it.
struct JjwtReading: NacosReading {
  let key: [UInt8]
  /// Whether the key was given as an object and not as bytes.
  let hasKeyObject: Bool

  func claims(of token: Text, now: Int64) throws(NacosException) -> NacosClaims {
    try JjwtToken(JavaString(token)).claims(key: key, hasKeyObject: hasKeyObject, now: now)
  }

  func end(of token: Text, now: Int64) throws(NacosException) -> Int64 {
    try claims(of: token, now: now).expire ?? 0
  }
}
