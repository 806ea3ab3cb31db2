// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The members of a payload as Jackson binds them to Nacos's class.
struct JacksonPayload {
  private(set) var sub: Text?
  private(set) var exp: Int64

  init(reading bytes: [UInt8], gaps: NacosGaps, now: Int64) throws(NacosException) {
    guard let value = try? JSONValue(parsing: bytes.span), let object = value.object else {
      throw .access("token invalid!")
    }
    sub = object["sub"]?.text
    exp = object["exp"]?.int64 ?? now
  }
}
