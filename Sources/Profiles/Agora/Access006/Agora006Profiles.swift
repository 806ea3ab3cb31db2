// SPDX-License-Identifier: MIT

internal import Suite

/// What each recorded builder of AccessToken 006 does, as a list of behaviours.
enum Agora006Profiles {
  static let all: [Profile] = [
    profile(
      "2019-go", go + ["agora.roles-from-1", "agora.role-unknown-ignored", "agora.role-adds"]),
    profile("2019-java", java2019 + ["agora.text-utf16-java"]),
    profile("2019-java-ascii", java2019 + ["agora.text-ascii"]),
    profile("2019-java-latin1", java2019 + ["agora.text-latin1"]),
    profile("2019-python", python2 + pythonRoles),
    profile("2019-python-unicode", python2Any + pythonRoles + pythonUnicode),
    profile("2019-python3", python3 + ["agora.default-builder-inexpressible"] + noRoles),
    profile("2019-php", php2019 + ["agora.init-undefined"]),
    profile("2019-php-initWithToken", php2019 + phpLoading),
    profile("2019-php-staticInitWithToken", php2019 + ["agora.init-without-object"]),
    profile("2019-node", node + nodeRoles),
    profile("2019-cpp", cpp + cppRoles + ["agora.init-returns-always-true"]),
    profile("2019-perl", perl),
    profile("2019-perl-chars", perl + ["agora.joins-characters"]),
    profile("head-go", go + noRoles),
    profile("head-java", javaHead),
    profile("head-python2", python2 + noRoles),
    profile("head-python3", python3 + noRoles),
    profile("head-php", phpHead + phpLoading + noRoles),
    profile("head-node", node + noRoles + ["agora.init-app-id-cut"]),
    profile("head-cpp", cpp + noRoles + ["agora.init-returns-truth"]),
    profile("head-ruby", ruby + noRoles),
    profile("head-csharp", dotnet + noRoles),
    profile("2019-cpp-static", cpp),
    profile("builders-go", go),
    profile("builders-java", javaHead + subscribers + ["agora.build-roles-constant"]),
    profile("builders-python2", python2),
    profile("builders-python3", python3),
    profile("builders-php", phpHead + ["agora.build-order-php", "agora.build-without-builder"]),
    profile("builders-node", node),
    profile("builders-cpp", cpp),
    profile("builders-ruby", ruby + subscribers),
    profile("builders-csharp", dotnet),
    profile("builders-lua", noBuilders),
    profile("builders-rust", noBuilders),
  ]

  private static func profile(_ variant: String, _ behaviours: [String]) -> Profile {
    Profile("AgoraIO/Tools", variant, behaviours)
  }

  private static let subscribers = ["agora.build-subscribers-publish"]
  private static let noBuilders = ["agora.build-missing"]
  private static let noRoles = ["agora.roles-missing"]

  private static let go = [
    "agora.null-inexpressible", "agora.uid-unsigned", "agora.numbers-unsigned",
    "agora.identifiers-unchecked", "agora.order-ascending", "agora.init-base64-go",
    "agora.init-fills-begun", "agora.init-returns-truth", "agora.salt-go",
  ]

  // MARK: - Java

  private static let java = [
    "agora.null-raises-java", "agora.uid-signed", "agora.numbers-cast", "agora.identifiers-empty",
    "agora.order-signed", "agora.init-cuts-utf16", "agora.init-raises", "agora.init-app-id",
    "agora.init-trailing", "agora.init-half", "agora.init-signed-lengths", "agora.room-raises",
  ]
  private static let java2019 =
    java + [
      "agora.privilege-names-2019", "agora.roles-from-0", "agora.role-unknown-inexpressible",
      "agora.role-shared", "agora.role-returns", "agora.init-base64-java",
      "agora.init-returns-always-true",
    ]
  private static let javaHead =
    java + noRoles + [
      "agora.text-utf16-java", "agora.privilege-names-few", "agora.init-base64-both",
      "agora.init-returns-truth",
    ]

  // MARK: - Python

  private static let python = [
    "agora.numbers-raise-python", "agora.identifiers-unchecked", "agora.order-ascending",
    "agora.init-trailing", "agora.init-returns-truth", "agora.salt-python",
  ]
  private static let python2Any = python + ["agora.null-raises-python2", "agora.uid-python2"]
  private static let python2 = python2Any + ["agora.init-base64-python"]
  private static let python3 =
    python + [
      "agora.null-raises-python3", "agora.uid-python", "agora.text-code-points",
      "agora.init-cuts-code-points", "agora.init-base64-python3",
    ]
  private static let pythonUnicode = [
    "agora.joins-unicode", "agora.init-cuts-code-points", "agora.init-base64-python3",
  ]
  private static let pythonRoles = [
    "agora.roles-from-1", "agora.role-unknown-raises-python", "agora.role-shared-until-built",
    "agora.removal-raises",
  ]

  // MARK: - PHP

  private static let php = [
    "agora.uid-php", "agora.numbers-wrap-php", "agora.order-insertion", "agora.salt-php",
    "agora.null-empty",
  ]
  private static let php2019 =
    php + [
      "agora.identifiers-unchecked", "agora.roles-from-0", "agora.role-unknown-ignored",
      "agora.role-adds",
    ]
  private static let phpHead = php + ["agora.identifiers-present"]
  private static let phpLoading = [
    "agora.init-base64-lenient", "agora.init-app-id-cut", "agora.init-absent",
    "agora.init-needs-texts", "agora.init-returns-object",
  ]

  // MARK: - Node.js

  private static let node = [
    "agora.null-raises-node", "agora.text-utf16-node", "agora.uid-javascript",
    "agora.numbers-raise-node", "agora.identifiers-unchecked", "agora.order-ascending",
    "agora.init-base64-both", "agora.init-cuts-utf16", "agora.init-fills",
    "agora.init-returns-truth", "agora.room-cut",
  ]
  private static let nodeRoles = ["agora.roles-from-0", "agora.role-unknown-raises-node"]

  // MARK: - C++

  private static let cpp = [
    "agora.null-inexpressible", "agora.uid-narrowed", "agora.numbers-narrowed",
    "agora.identifiers-empty", "agora.order-ascending", "agora.init-base64-lenient",
    "agora.init-trailing", "agora.init-app-id-cut", "agora.init-adds", "agora.init-half",
    "agora.default-builder", "agora.room-overflows",
  ]
  private static let cppRoles = [
    "agora.roles-from-0", "agora.role-unknown-ignored", "agora.role-returns",
  ]

  // MARK: - Perl, Ruby, .NET

  private static let perl = [
    "agora.null-empty", "agora.uid-perl", "agora.numbers-wrap-perl", "agora.identifiers-unchecked",
    "agora.order-textual", "agora.roles-from-1", "agora.role-adds", "agora.init-base64-perl",
    "agora.init-version-numeric", "agora.init-absent", "agora.init-needs-content",
    "agora.init-returns-one", "agora.salt-python",
  ]

  private static let ruby = [
    "agora.null-empty", "agora.uid-ruby", "agora.numbers-wrap-ruby", "agora.identifiers-unchecked",
    "agora.order-insertion", "agora.joins-encodings", "agora.init-broken",
  ]

  private static let dotnet = [
    "agora.null-raises-dotnet", "agora.uid-unsigned", "agora.numbers-unsigned",
    "agora.identifiers-unchecked", "agora.order-insertion", "agora.privilege-twice-raises",
    "agora.init-missing",
  ]
}
