// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos
/// temporary
struct JjwtToken {
  let token: JavaString
  init(_ token: JavaString) { self.token = token }
  func claims(key: [UInt8], hasKeyObject: Bool, now: Int64) throws(NacosException) -> NacosClaims {
    let c = try StrictReading(key: key, mistakes: []).claims(of: token.text, now: now)
    return NacosClaims(user: c.user, expire: nil)
  }
}
