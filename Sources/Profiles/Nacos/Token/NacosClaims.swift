// SPDX-License-Identifier: MIT

internal import Bytes

/// What a server reads in a token.
struct NacosClaims: Equatable, Sendable {
  var user: Text?
  /// The second of the end, as the token manager tells it.
  var expire: Int64?
}
