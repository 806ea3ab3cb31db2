// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// How a client makes its CONNECT line of an address and options.
///
/// The initial values are the reference's: strict wherever the documentation is.
struct CarryRules: Hashable, Sendable {
  var reader = CarryReader.strict
  var options = CarryOptionTypes.checked
  var handler = CarryHandler.either
  /// What may not be given together.
  var conflicts: Set<CarryConflict> = [.handlerAndToken, .userAndToken]
  /// Whether a bad address is told before options that do not go together.
  var readsAddressFirst = false
  var precedence = CarryPrecedence.address
  var omission = CarryOmission.none
  /// Whether a password is sent without a user too.
  var sendsLonePassword = true
  /// The token options that count as none.
  var optionOmission = CarryOmission.none
  var layout = CarryLayout.reference
  var json = HostJSON.carryPlain
  /// The members that are written as they are, without any escape.
  var unescaped: Set<CarryCredentials.Member> = []
  /// The longest JSON text in UTF-16, and whether a client stops beyond it.
  var longest: Int? = 4096
  /// What a text that cannot be written becomes.
  var unwritable = CarryUnwritable.refusal
  /// Lines that follow on a connection that is fine.
  var laterLines: [String] = []
  var mistakes: CarryMistakes = []
}

/// What happens where the language cannot write a text as JSON.
enum CarryUnwritable: Hashable, Sendable {
  case refusal
  /// An exception of that type.
  case exception(String)
  /// Nothing stands where the object should.
  case nothing
}

/// What ports get wrong, one thing each.
struct CarryMistakes: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// Escapes are resolved twice.
  static let decodedTwice = CarryMistakes(rawValue: 1)
  /// A plus becomes a blank.
  static let plusAsBlank = CarryMistakes(rawValue: 2)
  /// A token is sent as a user.
  static let tokenAsUser = CarryMistakes(rawValue: 4)
  /// What stands before the colon is sent as a token.
  static let userAsToken = CarryMistakes(rawValue: 8)
  static let lowerCase = CarryMistakes(rawValue: 16)
  static let trimmed = CarryMistakes(rawValue: 32)
  static let passwordLost = CarryMistakes(rawValue: 64)
  /// User and password stand in each other's place.
  static let swapped = CarryMistakes(rawValue: 128)
}
