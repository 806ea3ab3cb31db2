// SPDX-License-Identifier: MIT

/// The formats that the reference makes and opens.
enum AgoraFormat: String, CaseIterable {
  case access006 = "agora-006"
  case access007 = "agora-007"

  private var version: String { self == .access006 ? "006" : "007" }

  /// The format that the beginning of a token tells.
  init?(of token: [UInt8]) {
    guard let format = Self.allCases.first(where: { token.starts(with: $0.version.utf8) }) else {
      return nil
    }
    self = format
  }
}
