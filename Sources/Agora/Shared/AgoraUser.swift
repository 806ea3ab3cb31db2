// SPDX-License-Identifier: MIT

public import Bytes

/// A user as the tokens know one; the uid 0 is the empty text, the account "0" is not.
public enum AgoraUser: Equatable, Sendable {
  case uid(UInt32)
  case account(Text)

  /// What is signed for the user.
  public var text: [UInt8] {
    switch self {
    case .uid(0): []
    case .uid(let number): Array(String(number).utf8)
    case .account(let account): account.bytes
    }
  }
}
