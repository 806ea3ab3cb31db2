// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes

/// What a key from before 006 looks like.
enum LegacyShape: Hashable {
  case text(TextKey.Version)
  case packed
  case signaling

  /// The shape by the length, where a key tells no version, or by the beginning.
  ///
  /// Lengths come first: the signature at the front of a 001 or 002 can begin like a version.
  init?(of token: [UInt8]) {
    if let version = Self.unmarked.first(where: { Self.fits(token, $0) }) {
      self = .text(version)
    } else if let mark = Self.marks.first(where: { token.starts(with: $0.text.utf8) }) {
      self = mark.shape
    } else {
      return nil
    }
  }

  private static let unmarked: [TextKey.Version] = [.v001, .v002]
  private static let marks: [(text: String, shape: LegacyShape)] = [
    ("003", .text(.v003)), ("004", .text(.v004)), (PackedKey.version, .packed),
    (SignalingToken.version + ":", .signaling),
  ]

  /// The signature and the app id are hexadecimal digits.
  private static func fits(_ token: [UInt8], _ version: TextKey.Version) -> Bool {
    token.count == version.length && token.prefix(72).allSatisfy { Hex.value(of: $0) != nil }
  }

  var title: String {
    switch self {
    case .text(let version): "dynamic key \(version.rawValue)"
    case .packed: "dynamic key \(PackedKey.version)"
    case .signaling: "signaling token"
    }
  }
}
