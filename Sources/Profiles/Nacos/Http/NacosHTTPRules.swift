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
