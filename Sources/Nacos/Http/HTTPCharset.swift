// SPDX-License-Identifier: MIT

internal import Bytes

/// How the bytes of a parameter are characters.
enum HTTPCharset: Sendable {
  case utf8
  case latin1

  func text(of bytes: [UInt8]) -> Text {
    switch self {
    case .utf8: Text(String(decoding: bytes, as: UTF8.self))
    case .latin1: Text(latin1: bytes)
    }
  }
}
