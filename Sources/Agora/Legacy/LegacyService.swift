// SPDX-License-Identifier: MIT

/// What a dynamic key 004 or 005 is good for.
public enum LegacyService: UInt16, Sendable, CaseIterable {
  case media = 1
  case recording
  case sharing
  /// In 005 alone.
  case permission

  /// The word that 004 signs in place of the number.
  public var word: String? { Self.words[self] }

  private static let words: [LegacyService: String] = [
    .media: "ACS", .recording: "ARS", .sharing: "APSS",
  ]
}

/// What a user may send in a channel, in a key for ``LegacyService/permission``.
public enum LegacyPermission: String, Sendable, CaseIterable {
  case noUpload = "0"
  case audioVideo = "3"

  /// Its number in the table at the end of a 005.
  public static let key: UInt16 = 1
}
