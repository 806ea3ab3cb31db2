// SPDX-License-Identifier: MIT

internal import Bytes

/// The rules about the end of a token's life.
enum Expiry {
  /// Clauses `zego.effective-time.range` and `zego.effective-time.sum`.
  static func after(_ effectiveTime: Int64, from ctime: Int64) throws(Refusal) -> Int64 {
    guard effectiveTime > 0 else {
      throw Refusal(
        .policy, .memberRange, field: "effective_time_in_seconds",
        "\(effectiveTime) seconds are not a time to live")
    }
    let (expire, overflow) = ctime.addingReportingOverflow(effectiveTime)
    guard !overflow else {
      throw Refusal(
        .policy, .memberRange, field: "effective_time_in_seconds",
        "\(ctime) + \(effectiveTime) does not fit 64 bits")
    }
    return expire
  }

  /// Clauses `zego.open.expire-equal` and `zego.open.time`.
  static func check(
    header: Int64, inner: Int64, field: String, now: Int64?, checks: Checks
  ) throws(Refusal) {
    if header != inner {
      try checks.refuse(
        Refusal(
          .claims, .expireMismatch, field: field, offset: 0,
          "\(header) in clear, \(inner) encrypted"))
    }
    if let now, now >= inner {
      try checks.refuse(
        Refusal(.time, .expired, field: field, "the token ended at \(inner), it is \(now)"))
    }
  }
}
