// SPDX-License-Identifier: MIT

internal import Bytes

/// What a program makes of a URL: where it would connect to, and as whom.
struct HostURL: Hashable, Sendable {
  var scheme: [UInt8] = []
  /// What stands before the first colon of the user part, where there is one.
  var user: Text?
  var password: Text?
  /// Without the brackets of IPv6.
  var host: [UInt8] = []
  var port: Int?
}

/// How a library refuses a URL, in its own words.
struct URLFault: Error, Hashable, Sendable {
  let words: String

  init(_ words: String) {
    self.words = words
  }
}

extension HostURL {
  /// Splits a user part at its first colon.
  mutating func set(userPart: [UInt8]) {
    let (user, password) = userPart.cut(at: ":")
    self.user = Text(user)
    self.password = password.map { Text($0) }
  }
}
