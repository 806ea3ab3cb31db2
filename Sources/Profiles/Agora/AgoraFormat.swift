// SPDX-License-Identifier: MIT

/// The formats that the reference makes and opens.
enum AgoraFormat: String, CaseIterable {
  case access006 = "agora-006"
  case access007 = "agora-007"
  case legacy = "agora-legacy"

  /// The format that a token looks like; a key of before can begin like a later token.
  init?(of token: [UInt8]) {
    if LegacyShape(of: token) != nil {
      self = .legacy
    } else if token.starts(with: "006".utf8) {
      self = .access006
    } else if token.starts(with: "007".utf8) {
      self = .access007
    } else {
      return nil
    }
  }
}
