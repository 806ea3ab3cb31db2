// SPDX-License-Identifier: MIT

internal import Suite

/// What each recorded implementation of AccessToken 007 does, as a list of behaviours.
enum Agora007Profiles {
  static let all: [Profile] = [
    ("go", go), ("java", java), ("python2", python2), ("python3", python3), ("php", php),
    ("node", node), ("cpp", cpp), ("ruby", ruby), ("csharp", dotnet), ("lua", lua),
    ("rust", rust),
  ].flatMap { variant, behaviours in
    [profile(variant, behaviours), profile("builders-\(variant)", behaviours)]
  }

  private static func profile(_ variant: String, _ behaviours: [String]) -> Profile {
    Profile("AgoraIO/Tools", variant, behaviours)
  }

  private static let emptyTokens = ["agora.invalid-empty", "agora.no-service-empty"]
  private static let unknownEnds = "agora.parse-unknown-ends"

  private static let go = [
    "agora.texts-static", "agora.007-uid-unsigned", "agora.007-numbers-unsigned",
    "agora.007-order-ascending", "agora.parse-base64-go", "agora.parse-fills-begun",
    "agora.parse-half", unknownEnds, "agora.parse-returns-truth", "agora.007-salt-8-digits",
  ]

  private static let java =
    emptyTokens + [
      "agora.texts-raise-java", "agora.texts-utf16-java", "agora.007-uid-cast",
      "agora.007-numbers-cast", "agora.identifier-null-raises-java", "agora.007-order-signed",
      "agora.parse-base64-both", "agora.parse-beginning", "agora.parse-trailing",
      "agora.parse-signed-lengths", "agora.parse-half", unknownEnds, "agora.parse-returns-truth",
      "agora.build-chat-id-short", "agora.build-chat-privilege-lost",
    ]

  // MARK: - Python

  private static let python =
    emptyTokens + [
      "agora.texts-raise-python", "agora.007-numbers-raise-python",
      "agora.identifier-null-raises-python", "agora.007-order-ascending",
      "agora.parse-trailing", "agora.parse-half", unknownEnds,
      "agora.parse-raises", "agora.007-salt-8-digits",
    ]
  private static let python2 =
    python + [
      "agora.texts-ascii", "agora.007-uid-python2", "agora.identifier-spaces",
      "agora.parse-base64-python",
    ]
  private static let python3 =
    python + [
      "agora.texts-code-points", "agora.007-uid-python", "agora.identifier-blanks",
      "agora.builds-once", "agora.parse-base64-python3",
    ]

  // MARK: - PHP, Node.js, C++

  private static let php =
    emptyTokens + [
      "agora.texts-loose", "agora.007-uid-php", "agora.uid-zero-text", "agora.007-numbers-wrap-php",
      "agora.007-order-ascending", "agora.no-privilege-raises", "agora.parse-base64-lenient",
      "agora.parse-or-nothing", "agora.parse-absent", unknownEnds, "agora.parse-returns-truth",
      "agora.007-salt-8-digits",
    ]

  private static let node =
    emptyTokens + [
      "agora.texts-node", "agora.texts-utf16-node", "agora.007-uid-javascript",
      "agora.007-numbers-raise-node", "agora.role-zero-none", "agora.007-order-ascending",
      "agora.parse-base64-both", "agora.parse-fills", "agora.parse-half", unknownEnds,
      "agora.parse-role-unsigned", "agora.parse-returns-truth", "agora.verify-missing",
      "agora.build-room-privilege-lost", "agora.007-salt-8-digits",
    ]

  private static let cpp =
    emptyTokens + [
      "agora.texts-static", "agora.007-uid-narrowed", "agora.007-numbers-narrowed",
      "agora.text-overflows", "agora.007-order-ascending", "agora.parse-base64-lenient",
      "agora.parse-trailing", "agora.parse-half", "agora.parse-first-wins", unknownEnds,
      "agora.parse-returns-truth", "agora.verify-status",
    ]

  // MARK: - Ruby, .NET, Lua, Rust

  private static let ruby =
    emptyTokens + [
      "agora.texts-loose", "agora.007-uid-ruby", "agora.007-numbers-wrap-ruby",
      "agora.007-order-ascending", "agora.parse-absent", unknownEnds,
      "agora.parse-returns-truth", "agora.007-salt-8-digits",
    ]

  private static let dotnet =
    emptyTokens + [
      "agora.texts-raise-dotnet", "agora.007-uid-unsigned", "agora.007-numbers-unsigned",
      "agora.007-order-insertion", "agora.007-privilege-twice-raises",
      "agora.parse-base64-dotnet", "agora.parse-absent", "agora.parse-half",
      "agora.parse-twice-refused", unknownEnds, "agora.parse-returns-truth",
      "agora.build-chat-id-literal",
    ]

  private static let lua = [
    "agora.no-service-empty", "agora.texts-raise-lua", "agora.007-uid-lua",
    "agora.007-numbers-raise-lua", "agora.007-order-ascending", "agora.parse-base64-lenient",
    "agora.parse-beginning", "agora.parse-short-texts", unknownEnds, "agora.parse-returns-truth",
    "agora.007-salt-8-digits",
  ]

  private static let rust = [
    "agora.texts-static", "agora.007-uid-unsigned", "agora.007-numbers-unsigned",
    "agora.ignores-given", "agora.007-order-ascending", "agora.parse-missing",
    "agora.007-salt-8-digits",
  ]
}
