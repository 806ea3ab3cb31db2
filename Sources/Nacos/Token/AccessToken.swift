// SPDX-License-Identifier: MIT

public import Bytes
internal import JSON

/// The token that a Nacos server gives at login: a signed user name and the second of its end.
///
/// | part | content |
/// |---|---|
/// | header | `{"alg":"HS256"}`, or HS384, HS512 |
/// | payload | `{"sub":user,"exp":second}` |
/// | signature | HMAC of both texts and the dot between them |
///
/// Each part stands in base64url without padding, with dots between them.
public struct AccessToken: Equatable, Sendable {
  /// The name of the user.
  public var sub: Text
  /// The last second in which the token is good.
  public var exp: Int64

  static let dot = UInt8(ascii: ".")

  public init(sub: Text, exp: Int64) {
    (self.sub, self.exp) = (sub, exp)
  }

  /// A token for some seconds from now.
  public init(sub: Text, lifetime: Int64, now: Int64) throws(Refusal) {
    let (exp, overflow) = now.addingReportingOverflow(lifetime)
    guard !overflow else {
      throw Refusal(.time, .lifetimeRange, field: "exp", "the end is beyond 64 bits")
    }
    self.init(sub: sub, exp: exp)
  }
}
