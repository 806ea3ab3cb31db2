// SPDX-License-Identifier: MIT

internal import Suite

/// What each recorded assistant does, as a list of behaviours.
enum LegacyProfiles {
  static let all: [Profile] = [
    profile("go", ["agora.legacy-without-002", "agora.legacy-types-go"]),
    profile(
      "java",
      [
        "agora.legacy-without-002", "agora.legacy-types-java", "agora.legacy-empty-key-exception",
      ]),
    profile(
      "node",
      ["agora.legacy-only-005", "agora.legacy-types-node", "agora.legacy-hex-prefix"]),
    profile(
      "php",
      [
        "agora.legacy-only-004-005", "agora.legacy-types-php", "agora.legacy-ts-unpadded",
        "agora.legacy-hex-empty",
      ]),
    profile("python2", python + ["agora.legacy-types-python2"]),
    profile("python3", python + ["agora.legacy-types-python3"]),
  ]

  private static let python = ["agora.legacy-without-relative", "agora.legacy-app-id-padded"]

  private static func profile(_ variant: String, _ behaviours: [String]) -> Profile {
    Profile("AgoraIO/Tools", variant, behaviours + ["agora.legacy-unchecked"])
  }
}
