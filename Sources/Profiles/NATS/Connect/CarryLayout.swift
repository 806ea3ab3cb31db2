// SPDX-License-Identifier: MIT

/// The members of a CONNECT line in the order in which a client writes them.
struct CarryLayout: Hashable, Sendable {
  var members: [Member]
  /// Whether a blank follows each comma and colon.
  var isSpaced = false
  /// Whether the order is another each time.
  var isShuffled = false
  /// The member for a token.
  var tokenName = "auth_token"

  enum Member: Hashable, Sendable {
    /// A name with the JSON text of its value.
    case fixed(String, String)
    /// The client's version, as it usually is.
    case version(String)
    case credential(CarryCredentials.Member)
  }

  init(_ text: String, version: String, isSpaced: Bool = false, isShuffled: Bool = false) {
    members = text.split(separator: " ").map { Self.member($0, version) }
    self.isSpaced = isSpaced
    self.isShuffled = isShuffled
  }

  /// A member in short: a name alone is a credential or the version, else a value follows.
  private static func member(_ text: Substring, _ version: String) -> Member {
    switch text {
    case "auth_token": return .credential(.token)
    case "user": return .credential(.user)
    case "pass": return .credential(.password)
    case "version": return .version(version)
    default:
      let parts = text.split(separator: "=", maxSplits: 1)
      return .fixed(String(parts[0]), parts.count > 1 ? String(parts[1]) : "true")
    }
  }

  var version: String {
    members.lazy.compactMap { if case .version(let version) = $0 { version } else { nil } }.first
      ?? ""
  }

  func name(of member: CarryCredentials.Member) -> String {
    switch member {
    case .token: tokenName
    case .user: "user"
    case .password: "pass"
    }
  }
}

extension CarryLayout {
  static let reference = CarryLayout(
    "verbose=false pedantic=false user pass auth_token lang=\"swift\" version protocol=1",
    version: "1")
  static let go = CarryLayout(
    "verbose=false pedantic=false user pass auth_token tls_required=false name=\"\" lang=\"go\""
      + " version protocol=1 echo headers no_responders", version: "1.22.1")
  static let c = CarryLayout(
    "verbose=false pedantic=false user pass auth_token tls_required=false name=\"\" lang=\"C\""
      + " version protocol=1 echo headers no_responders", version: "3.13.0")
  static let java = CarryLayout(
    "lang=\"java\" version protocol=1 verbose=false pedantic=false tls_required=false echo"
      + " headers no_responders user pass auth_token", version: "2.26.3")
  static let csharp = CarryLayout(
    "verbose=false pedantic=false user pass ssl_required=false auth_token lang=\".NET\" version"
      + " protocol=1 echo headers no_responders", version: "0.0.0.0")
  static let python = CarryLayout(
    "auth_token echo headers lang=\"python3\" no_responders pass pedantic=false protocol=1 user"
      + " verbose=false version", version: "2.16.0", isSpaced: true)
  static let pythonOld = CarryLayout(
    "auth_token echo lang=\"python3\" pass pedantic=false protocol=1 user verbose=false version",
    version: "0.11.5", isSpaced: true)
  static let pythonCore = CarryLayout(
    "verbose=false pedantic=false tls_required=false lang=\"python\" version protocol=1 headers"
      + " no_responders echo auth_token user pass", version: "unknown", isSpaced: true)
  static let ruby = CarryLayout(
    "verbose=false pedantic=false lang=\"ruby3.1.2\" version protocol=1 user pass auth_token"
      + " headers no_responders", version: "2.5.0")
  static let rubyLegacy = CarryLayout(
    "verbose=false pedantic=false lang=\"ruby\" version protocol=1 echo auth_token user pass",
    version: "0.11.2")
  static let node = CarryLayout(
    "protocol=1 version lang=\"nats.js\" verbose=false pedantic=false auth_token user pass"
      + " headers no_responders", version: "3.4.0")
  static let nodeLegacy = CarryLayout(
    "lang=\"node\" version verbose=false pedantic=false protocol=1 user pass auth_token",
    version: "1.4.12")
  static let php = CarryLayout(
    "headers pedantic=false verbose=false auth_token lang=\"php\" pass user version",
    version: "dev")
  static let phpnats = CarryLayout(
    "lang=\"php\" version verbose=false pedantic=false user pass auth_token", version: "0.8.2")
  static let swift = CarryLayout(
    "verbose=false pedantic=false nkey=\"\" name=\"\" echo lang=\"Swift\" version protocol=1"
      + " tls_required=false user pass auth_token headers no_responders",
    version: "0.0.1", isShuffled: true)
}
