// SPDX-License-Identifier: MIT

internal import Suite

/// What each recorded assistant does, as a list of behaviours.
enum ZegoProfiles {
  static let all: [ZegoFormat: [Profile]] = [
    .token04CBC: [
      profile("go", go + go119 + go04),
      profile("go-1.27", go + go127 + go04),
      profile("java", java + java04 + javaCBC),
      profile("java-posix", java + java04 + javaCBC + ["zego.key-in-default-charset"]),
      profile("python", python + python04 + ["zego.nonce-31-bits", "zego.iv-16-symbols"]),
      profile("php", phpTyped),
      profile("php56", phpUntyped + phpUntyped04),
      profile("node", node + node04 + nodeCBC),
      profile("cpp", cpp),
      profile("csharp-mono", dotnet + dotnet04),
    ],
    .token04GCM: [
      profile("java", java + java04 + ["zego.wrong-key-code-other"]),
      profile("python", python + python04 + ["zego.nonce-90-million", "zego.iv-36-symbols"]),
      profile("php56", phpUntyped + phpUntyped04),
      profile("node", node + node04 + nodeGCM),
    ],
    .token03: [
      profile("go", go + go119 + go03),
      profile("java", java + java03),
      profile("python", python + python03),
      profile("php", phpTyped + ["zego.privilege-not-empty"]),
      profile("php56", phpUntyped + ["zego.privilege-not-empty"]),
      profile("node", node + node03),
      profile("cpp", cpp + ["zego.padding-omitted"]),
      profile("csharp-mono", dotnet + dotnet03),
    ],
  ]

  private static func profile(_ variant: String, _ behaviours: [String]) -> Profile {
    Profile("zego_server_assistant", variant, behaviours)
  }

  // MARK: - Go

  private static let go = [
    "zego.static-types-go", "zego.errors-go", "zego.app-id-unbounded",
    "zego.id-length-unchecked", "zego.time-unbounded", "zego.expire-wraps",
    "zego.length-wraps", "zego.iv-36-symbols",
  ]
  private static let go119 = ["zego.json-go-1.19", "zego.broken-text-replaced-go"]
  private static let go127 = ["zego.json-go-1.22", "zego.broken-text-replaced-go-1.27"]
  private static let go04 = ["zego.order-go", "zego.nonce-31-bits"]
  private static let go03 = ["zego.order-documented", "zego.privilege-unchecked"]

  // MARK: - Java

  private static let java = [
    "zego.static-types-java", "zego.errors-java", "zego.json-java", "zego.order-java",
    "zego.app-id-unbounded", "zego.empty-id-unless-literal", "zego.secret-in-utf16",
    "zego.broken-text-replaced-java", "zego.length-wraps",
  ]
  private static let java04 = ["zego.payload-any-value", "zego.prints-nonce"]
  private static let javaCBC = ["zego.wrong-key-code-other"]
  private static let java03 = [
    "zego.wrong-key-code-other", "zego.privilege-class", "zego.privilege-checked-last",
  ]

  // MARK: - Python

  private static let python = [
    "zego.dynamic-types-python", "zego.errors-python", "zego.json-python",
    "zego.order-documented", "zego.app-id-unbounded", "zego.id-length-unchecked",
    "zego.secret-in-code-points", "zego.time-unbounded", "zego.expire-exception",
    "zego.broken-text-exception", "zego.length-signed", "zego.wrong-key-exception-python",
  ]
  private static let python04 = ["zego.payload-any-value"]
  private static let python03 = [
    "zego.privilege-zero-refused", "zego.nonce-63-bits", "zego.iv-16-symbols",
  ]

  // MARK: - PHP

  private static let php = [
    "zego.errors-php", "zego.json-php", "zego.order-documented", "zego.id-length-unchecked",
    "zego.expire-float-php", "zego.broken-text-empties-token", "zego.length-wraps",
    "zego.nonce-31-bits", "zego.iv-36-symbols", "zego.prints-deprecations", "zego.php-arrays",
  ]
  private static let phpTyped =
    php + ["zego.weak-types-php", "zego.app-id-unbounded", "zego.time-unbounded"]
  private static let phpUntyped =
    php + ["zego.untyped-php", "zego.app-id-loose", "zego.id-any-value", "zego.time-loose"]
  private static let phpUntyped04 = ["zego.payload-any-value"]

  // MARK: - Node.js

  private static let node = [
    "zego.dynamic-types-node", "zego.numbers-are-doubles", "zego.errors-node", "zego.json-node",
    "zego.order-documented", "zego.app-id-any-number", "zego.secret-in-utf16",
    "zego.expire-javascript", "zego.lone-surrogate-escaped", "zego.length-wraps",
  ]
  private static let node04 = [
    "zego.payload-any-value", "zego.payload-falsy-is-empty",
    "zego.prints-plaintext",
  ]
  private static let nodeCBC = [
    "zego.id-length-unchecked", "zego.time-negative", "zego.wrong-key-error-object",
    "zego.prints-iv", "zego.nonce-31-bits", "zego.iv-36-symbols",
  ]
  private static let nodeGCM = ["zego.time-coerced", "zego.wrong-key-exception-node"]
  private static let node03 = [
    "zego.id-length-unchecked", "zego.time-negative", "zego.wrong-key-error-object",
    "zego.prints-iv", "zego.privilege-two-booleans", "zego.privilege-checked-after-secret",
    "zego.nonce-is-clock", "zego.iv-36-symbols",
  ]

  // MARK: - C++ and .NET

  private static let cpp = [
    "zego.narrows-arguments", "zego.errors-cpp", "zego.json-cpp", "zego.order-documented",
    "zego.id-length-unchecked", "zego.time-unbounded", "zego.expire-wraps",
    "zego.broken-text-kept", "zego.cuts-at-nul", "zego.length-wraps", "zego.seeded-by-second",
  ]
  private static let dotnet = [
    "zego.static-types-dotnet", "zego.errors-dotnet", "zego.json-dotnet",
    "zego.empty-id-accepted", "zego.id-length-unchecked", "zego.secret-in-utf16",
    "zego.secret-null-exception", "zego.time-unbounded", "zego.expire-wraps",
    "zego.broken-text-replaced-dotnet", "zego.length-wraps", "zego.wrong-key-exception-dotnet",
    "zego.nonce-31-bits", "zego.iv-36-symbols",
  ]
  private static let dotnet04 = ["zego.payload-any-value", "zego.order-dotnet"]
  private static let dotnet03 = ["zego.order-documented", "zego.privilege-values-unchecked"]
}
