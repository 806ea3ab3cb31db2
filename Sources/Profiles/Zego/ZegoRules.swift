// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// How a ZEGO token is computed from arguments, from the call to the text that comes out.
///
/// The initial values are the reference's: strict, and free where the documentation is.
struct ZegoRules: Sendable {
  let format: ZegoFormat
  var call = CallRules()
  var checks = CheckRules()
  var claims = ClaimRules()
  var seal = SealRules()
  var layout: ZegoLayout
  var words = RefusalWords.reference
  var prints: PrintedThings = []
  var randomness = RandomnessRules()

  init(_ format: ZegoFormat) {
    self.format = format
    layout = ZegoLayout(format)
    if format != .token03 { randomness.nonce = .range(Int64(Int32.min)...Int64(Int32.max)) }
  }

  /// The rules that the steps before encryption follow.
  struct Parts: OptionSet, Sendable {
    let rawValue: UInt8

    static let call = Parts(rawValue: 1)
    static let checks = Parts(rawValue: 2)
    static let claims = Parts(rawValue: 4)
    static let seal = Parts(rawValue: 8)
    static let words = Parts(rawValue: 16)
    static let prints = Parts(rawValue: 32)
    /// What decides after the steps that plans can have in common.
    static let end: Parts = [.seal, .words, .prints]
    static let all: Parts = [.call, .checks, .claims, .end]
  }

  /// The parts that differ from those of other rules.
  func parts(unlike other: ZegoRules) -> Parts {
    var parts: Parts = []
    if call != other.call { parts.insert(.call) }
    if checks != other.checks { parts.insert(.checks) }
    // The text of the privilege depends on what its check takes it for.
    if claims != other.claims || checks.privilege != other.checks.privilege {
      parts.insert(.claims)
    }
    // The secret is a text that may not be writable either.
    let isSealed =
      seal == other.seal && layout == other.layout && claims.broken == other.claims.broken
      && claims.unwritable == other.claims.unwritable
    if !isSealed { parts.insert(.seal) }
    if words != other.words { parts.insert(.words) }
    if prints != other.prints { parts.insert(.prints) }
    return parts
  }
}

/// The three ZEGO formats.
enum ZegoFormat: String, Sendable, CaseIterable {
  case token04CBC = "zego-04-cbc"
  case token04GCM = "zego-04-gcm"
  case token03 = "zego-03"

  /// The arguments in the order of the functions' signatures.
  var arguments: [Argument] { self == .token03 ? Self.arguments03 : Self.arguments04 }

  private static let arguments03: [Argument] = [
    .appID, .roomID, .userID, .privilege, .secret, .effectiveTime,
  ]
  private static let arguments04: [Argument] = [.appID, .userID, .secret, .effectiveTime, .payload]

  var ctimeName: String { self == .token03 ? "create_time" : "ctime" }
  var expireName: String { self == .token03 ? "expire_time" : "expire" }

  /// The encrypted members in the order of the documentation's table.
  var members: [String] { self == .token03 ? Self.members03 : Self.members04 }

  private static let members03 = [
    "app_id", "room_id", "user_id", "privilege", "create_time", "expire_time", "nonce",
  ]
  private static let members04 = ["app_id", "user_id", "nonce", "ctime", "expire", "payload"]
}

/// An argument of the minting functions, by its name in a recording.
enum Argument: String, Sendable, CaseIterable {
  case appID = "app_id"
  case roomID = "room_id"
  case userID = "user_id"
  case privilege
  case secret
  case effectiveTime = "effective_time_in_seconds"
  case payload

  /// The place in a list of all arguments.
  var index: Int {
    switch self {
    case .appID: 0
    case .roomID: 1
    case .userID: 2
    case .privilege: 3
    case .secret: 4
    case .effectiveTime: 5
    case .payload: 6
    }
  }
}

/// What a language does to the arguments before the function sees them.
struct CallRules: Hashable, Sendable {
  var appID = NumberParameter.anything
  var effectiveTime = NumberParameter.anything
  var texts = TextParameter.anything
  var privilege = PrivilegeParameter.anything
  /// What happens where the payload is left out.
  var missingPayload = MissingArgument.absent

  enum NumberParameter: Hashable, Sendable {
    case anything
    /// A constant of a static type; a whole float may stand for an integer.
    case constant(ClosedRange<Int128>, wholeFloats: Bool)
    /// Converted as C++ converts, without a word.
    case converted(bits: Int, signed: Bool)
    /// An `int` parameter of PHP without strict types.
    case weak
    /// A JavaScript number.
    case double
    /// A PHP value without a declared type.
    case untyped
  }

  enum TextParameter: Hashable, Sendable {
    case anything
    /// A dynamic value whose strings are Unicode.
    case dynamic
    /// A byte string that cannot be absent.
    case bytes
    /// A C++ string, made from a pointer.
    case standardString
    /// A UTF-16 string or null.
    case utf16
    /// A `string` parameter of PHP without strict types.
    case weak
  }

  enum PrivilegeParameter: Hashable, Sendable {
    case anything
    /// A map of integers to integers; null where it may be.
    case map(nullable: Bool)
    /// An object of two booleans that are false unless set.
    case twoFlags
    /// An object with two names, each a boolean, as JavaScript callers write it.
    case namedFlags
    /// An `array` parameter of PHP.
    case array
  }

  enum MissingArgument: Hashable, Sendable {
    /// Taken as the language's absent value.
    case absent
    case inexpressible
    case crashed(String)
  }
}

/// What the function itself refuses, in its order.
struct CheckRules: Hashable, Sendable {
  var appID = AppIDCheck.range
  var identifier = IdentifierCheck()
  var secret = SecretCheck()
  var effectiveTime = EffectiveTimeCheck.positive
  var payload = PayloadCheck.text
  var privilege = PrivilegeCheck.exact
  /// Where the privilege is looked at.
  var privilegePlace = PrivilegePlace.beforeSecret

  enum AppIDCheck: Hashable, Sendable {
    case range
    case nonzero
    case nonzeroInteger
    case truthyNumber
    case looselyNonzero
    /// Those that fit 32 bits with a sign.
    case positiveInt32
  }

  struct IdentifierCheck: Hashable, Sendable {
    var limit: Int? = 64
    var empty = Empty.refused
    var isUnicode = true
    /// Whether any value that is not loosely equal to "" passes.
    var acceptsAnything = false
  }

  enum Empty: Hashable, Sendable {
    case refused
    /// Refused only where the caller wrote the literal.
    case refusedAsLiteral
    case accepted
  }

  struct SecretCheck: Hashable, Sendable {
    var unit = TextUnit.bytes
    /// The exception where there is none.
    var absentException: String?
  }

  enum TextUnit: Hashable, Sendable {
    case bytes
    case codePoints
    case utf16

    func count(_ text: Text) -> Int {
      switch self {
      case .bytes: text.bytes.count
      case .codePoints: text.codePointCount
      case .utf16: text.utf16Count
      }
    }
  }

  enum EffectiveTimeCheck: Hashable, Sendable {
    case positive
    case positiveInteger
    /// As `positive`, and in 32 bits.
    case positiveInt32
    case truthyNumber
    /// Anything that JavaScript finds greater than 0.
    case coercedPositive
    case looselyPositive
  }

  enum PayloadCheck: Hashable, Sendable {
    case text
    /// Text of any encoding.
    case anyText
    case anything
  }

  enum PrivilegeCheck: Hashable, Sendable {
    /// Keys 1 and 2 and no other, each 0 or 1.
    case exact
    case nothing
    case notEmpty
    case keys
    /// As `exact`, but a 0 counts as missing.
    case truthyValues
    case twoBooleans
    case notNull
  }

  enum PrivilegePlace: Hashable, Sendable {
    case beforeSecret
    case afterSecret
    case last
  }
}

/// How the encrypted members come about.
struct ClaimRules: Hashable, Sendable {
  /// The order of the members; free where nothing is said.
  var order: [String]?
  /// How text is written; free where nothing is said.
  var json: HostJSON?
  var broken = JSONStyle.BrokenText()
  var expire = ExpireArithmetic.exact
  /// What the function does with text that its writer cannot write.
  var unwritable = Unwritable.refused
  var cutsAtNul = false
  /// Whether white space around the user is dropped.
  var trimsUser = false
  /// Whether an object whose names count from 0 becomes a list, an empty one too.
  var writesLists = false
  /// What stands in for a payload that is absent or, in JavaScript, falsy.
  var emptyForFalsyPayload = false
  var edits: [ClaimEdit] = []

  enum ExpireArithmetic: Hashable, Sendable {
    case exact
    /// 64 bits that wrap.
    case wrapping
    case javaScript
    case php
    /// Integers without end, that the header cannot always hold.
    case unbounded(exception: String)
  }

  enum Unwritable: Hashable, Sendable {
    case refused
    case crashed(String)
    /// An empty text is encrypted in its place.
    case empty
  }

  /// A mistake of a port in one member.
  enum ClaimEdit: Hashable, Sendable {
    case drop(String)
    case textual(String)
    case parsedPayload
    case milliseconds
    case headerWithoutCtime
    case headerIsCtime
    case innerWithoutCtime
    case swappedNames
    case privilegeAsBooleans
  }
}

/// How the text is encrypted.
struct SealRules: Equatable, Sendable {
  var key = KeyDerivation.text
  /// The exception, or the error, where the key has the wrong length.
  var wrongKey = WrongKey.refused
  var padding = Padding.always
  var length = LengthField.checked

  enum KeyDerivation: Hashable, Sendable {
    case text
    /// Characters outside ASCII become `?`.
    case ascii
    /// The first 16 bytes, for AES-128.
    case firstHalf
    /// 32 hexadecimal digits as 16 bytes.
    case hex
    /// The SHA-256 of the text.
    case digest
    case lowerCase
  }

  enum WrongKey: Equatable, Sendable {
    case refused
    case refusedAs(ErrorAnswer)
    case crashed(ErrorAnswer)
  }

  enum Padding: Equatable, Sendable {
    case always
    /// None where the text fills whole blocks.
    case whereNeeded
    /// Zero bytes instead of PKCS #7.
    case zeros
  }

  enum LengthField: Equatable, Sendable {
    case checked
    /// Cut to 16 bits.
    case wrapping
    /// An exception above a limit.
    case limited(to: Int, exception: String)
  }
}

/// What is drawn at random, and from what.
struct RandomnessRules: Sendable {
  var nonce = NonceSource.any
  var iv = IVSource.bytes

  enum NonceSource: Sendable {
    case any
    case range(ClosedRange<Int64>)
    case milliseconds
  }

  enum IVSource: Sendable {
    case bytes
    case alphabet(String)
  }

  /// Both come from glibc's `rand`, seeded with the second.
  var isSeededBySecond = false

  static let alphabet36 = "0123456789abcdefghijklmnopqrstuvwxyz"
  static let alphabet16 = "0123456789abcdef"
}

/// What a function writes to the standard output.
struct PrintedThings: OptionSet, Sendable {
  let rawValue: UInt8

  static let nonce = PrintedThings(rawValue: 1)
  static let plaintext = PrintedThings(rawValue: 2)
  static let iv = PrintedThings(rawValue: 4)
  static let phpDeprecations = PrintedThings(rawValue: 8)
}
