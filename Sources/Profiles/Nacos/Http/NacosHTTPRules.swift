// SPDX-License-Identifier: MIT

internal import Suite

/// How a Nacos server decides on a request, from its credentials to the answer.
///
/// The initial values are the reference's: strict wherever the documentation is.
struct NacosHTTPRules: Hashable, Sendable {
  var carriers = NacosCarriers.documented
  var tokens = NacosTokens.documented
  /// Whether a name and a password do at every address what a token does.
  var takesPasswords = false
  /// Whether a login with a token is good whatever the password.
  var takesTokenAtLogin = false
  var unknownUser = NacosUnknownUser.isRefused
  /// Whether the server's switch for user agents is obeyed.
  var obeysUserAgentSwitch = false
  var exceptions = NacosExceptions.areRefusals
  /// The texts of refusals; nothing where they are free.
  var words: NacosHTTPWords?
  var mistakes: NacosHTTPMistakes = []
}

/// Where a server looks for credentials.
enum NacosCarriers: Hashable, Sendable {
  /// The field `Authorization`, and parameters by their exact names.
  case documented
  /// Fields and parameters of the same four names, in any case; a parameter goes before a field.
  case anywhere
}

/// Who reads the tokens of requests.
enum NacosTokens: Hashable, Sendable {
  /// The reference.
  case documented
  /// The library jjwt, as the recorded variant of that name uses it.
  case jjwt
  /// Nacos' own reader.
  case ownReader
}

enum NacosUnknownUser: Hashable, Sendable {
  case isRefused
  /// The exception of the user store is not caught.
  case escapes
}

/// What becomes of an exception that is no refusal.
enum NacosExceptions: Hashable, Sendable {
  case areRefusals
  /// Status 400 for a bad argument, 500 for the others, with their messages.
  case areReported
  /// Status 400 for a bad argument; the others end in an empty answer of status 200.
  case areSwallowed
}

/// The texts of refusals.
struct NacosHTTPWords: Hashable, Sendable {
  let unknownUser: String
  /// Whether the texts tell a code, 401 or 403, whatever the status is.
  let tellsCode: Bool

  static let unauthorized = "authorization failed!"

  func message(_ text: String, code: Int) -> String {
    tellsCode ? "Code: \(code), Message: \(text)." : text
  }
}

/// What ports get wrong, one thing each.
struct NacosHTTPMistakes: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let anySchemeCase = NacosHTTPMistakes(rawValue: 1)
  static let bareToken = NacosHTTPMistakes(rawValue: 2)
  static let cookie = NacosHTTPMistakes(rawValue: 4)
  static let parameterFirst = NacosHTTPMistakes(rawValue: 8)
  static let withoutParameter = NacosHTTPMistakes(rawValue: 16)
  static let withoutField = NacosHTTPMistakes(rawValue: 32)
  static let status401 = NacosHTTPMistakes(rawValue: 64)
  static let expired = NacosHTTPMistakes(rawValue: 128)
  static let anyPassword = NacosHTTPMistakes(rawValue: 256)
  static let withoutPermission = NacosHTTPMistakes(rawValue: 512)
  static let anyIdentity = NacosHTTPMistakes(rawValue: 1024)
  static let anonymous = NacosHTTPMistakes(rawValue: 2048)
}
