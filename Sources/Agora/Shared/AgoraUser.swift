// SPDX-License-Identifier: MIT

public import Bytes

/// A user as the tokens know one; the uid 0 is the empty text, the account "0" is not.
public enum AgoraUser: Equatable, Sendable {
  case uid(UInt32)
  case account(Text)

  /// What is signed for the user.
  public var text: [UInt8] {
    switch self {
    case .uid(0): return []
    case .uid(let number):
      var digits: [UInt8] = []
      digits.append(decimal: Int64(number))
      return digits
    case .account(let account): return account.bytes
    }
  }
}
