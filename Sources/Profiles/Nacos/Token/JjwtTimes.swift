// SPDX-License-Identifier: MIT

internal import Bytes

/// The times that jjwt asks claims for, in milliseconds that wrap around 64 bits.
struct JjwtTimes {
  private let claims: JavaMap?
  private let now: Int64

  init(_ claims: JavaMap?, now: Int64) {
    self.claims = claims
    self.now = now &* 1000
  }

  func check() throws(NacosException) {
    if let end = try time("exp"), now > end {
      throw .jjwt(
        "ExpiredJwtException",
        "JWT expired at \(JavaDate(end)). Current time: \(JavaDate(now)), \(difference(now &- end))"
      )
    }
    if let start = try time("nbf"), now < start {
      throw .jjwt(
        "PrematureJwtException",
        "JWT must not be accepted before \(JavaDate(start)). Current time: \(JavaDate(now)),"
          + " \(difference(start &- now))")
    }
  }

  private func difference(_ milliseconds: Int64) -> String {
    "a difference of \(milliseconds) milliseconds.  Allowed clock skew: 0 milliseconds."
  }

  private func time(_ name: String) throws(NacosException) -> Int64? {
    guard let value = claims?.value(name) else { return nil }
    if let seconds = value.long { return seconds &* 1000 }
    guard case .string(let text) = value else {
      throw NacosException(
        type: "java.lang.IllegalStateException",
        message: "Cannot create Date from '\(name)' value '\(value.text.display)'.")
    }
    if let seconds = JavaLong(text) { return seconds.value &* 1000 }
    guard let date = JavaDate(iso8601: text) else {
      throw .argument(
        "'\(name)' value does not appear to be ISO-8601-formatted: \(text.display)")
    }
    return date.milliseconds
  }
}
