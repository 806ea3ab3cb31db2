// SPDX-License-Identifier: MIT

internal import Suite

/// The known ways in which a builder of AccessToken 006 differs from the reference.
enum Agora006Deviations {
  typealias Entry = Deviation<Agora006Rules>

  static let table: [Entry] =
    texts + uids + numbers + identifiers + privileges + roles + loading + fields + answers
    + rooms + building + mistakes + chances

  /// The behaviours that show in the salt that was drawn, not in how it is used.
  static let randomness = Set(chances.map(\.info.id))

  // MARK: - Texts

  private static let texts: [Entry] = [
    Entry(
      "agora.null-inexpressible", .choice, clause: "agora.account.present",
      "a text can be neither null nor a number"
    ) {
      $0.texts.absent = .inexpressible
      $0.texts.number = .inexpressible
      $0.reading.absent = .inexpressible
    },
    Entry(
      "agora.null-empty", .interop, clause: "agora.account.present",
      "null is taken for an empty text, and a number for its digits"
    ) {
      $0.texts.absent = .empty
      $0.texts.number = .digits
    },
    absent("java", "java.lang.NullPointerException", isTyped: true),
    absent("node", "TypeError [ERR_INVALID_ARG_TYPE]"),
    absent("python2", "TypeError"),
    absent("python3", "AttributeError"),
    absent("dotnet", "System.ArgumentNullException", isTyped: true),
    Entry(
      "agora.text-utf16-java", .choice, clause: "agora.channel.text",
      "texts are UTF-16; a surrogate without its pair becomes a question mark"
    ) { $0.texts.charset = .utf16(mark: "?") },
    Entry(
      "agora.text-utf16-node", .choice, clause: "agora.channel.text",
      "texts are UTF-16; a surrogate without its pair becomes U+FFFD"
    ) { $0.texts.charset = .utf16(mark: "\u{FFFD}") },
    Entry(
      "agora.text-code-points", .choice, clause: "agora.channel.text",
      "texts are code points; a surrogate without its pair raises an exception"
    ) { $0.texts.charset = .codePoints(exception: "UnicodeEncodeError") },
    Entry(
      "agora.text-ascii", .security, clause: "agora.006.signature",
      "characters outside ASCII become question marks, so that different names get one token"
    ) { $0.texts.charset = .singleByte(last: 0x7F) },
    Entry(
      "agora.text-latin1", .security, clause: "agora.006.signature",
      "texts are written in Latin-1, with question marks for other characters"
    ) { $0.texts.charset = .singleByte(last: 0xFF) },
    Entry(
      "agora.joins-unicode", .interop, clause: "agora.served",
      "Unicode text cannot be joined with bytes: an exception that depends on salt and time"
    ) { $0.joining = .unicode },
    Entry(
      "agora.joins-encodings", .interop, clause: "agora.served",
      "text beyond ASCII cannot be joined with bytes: an error that depends on salt and time"
    ) { $0.joining = .encodings },
    Entry(
      "agora.joins-characters", .interop, clause: "agora.006.signature",
      "characters are signed as single bytes and checked as UTF-8"
    ) { $0.joining = .characters },
  ]

  private static func absent(
    _ language: String, _ exception: String, isTyped: Bool = false
  ) -> Entry {
    Entry(
      "agora.null-raises-\(language)", .quality, clause: "agora.refusal.reported",
      "null in place of a text ends in \(exception)"
    ) {
      $0.texts.absent = .exception(exception)
      $0.texts.number = isTyped ? .inexpressible : .exception(exception)
    }
  }

  // MARK: - The uid

  private static let uids: [Entry] = [
    Entry(
      "agora.uid-unsigned", .choice, clause: "agora.uid.range",
      "the uid has the type of a number of 32 bits without a sign"
    ) { $0.uid = .unsigned },
    Entry(
      "agora.uid-signed", .interop, clause: "agora.006.uid-crc",
      "the uid has 32 bits with a sign: from 2147483648 on it is signed as a negative number"
    ) { $0.uid = .signed },
    Entry(
      "agora.uid-narrowed", .security, clause: "agora.uid.range",
      "the uid is cut to 32 bits without a word, so that 4294967296 is good for every user"
    ) { $0.uid = .narrowed },
    Entry(
      "agora.uid-python", .interop, clause: "agora.account.present",
      "any value is a uid: what equals 0 is empty, the rest what str gives, None too"
    ) { $0.uid = .python },
    Entry(
      "agora.uid-python2", .interop, clause: "agora.account.present",
      "any value is a uid: what equals 0 is empty, the rest what str gives, 12 digits of a float"
    ) { $0.uid = .python2 },
    Entry(
      "agora.uid-javascript", .interop, clause: "agora.account.present",
      "any value is a uid: the number 0 is empty, the rest what String gives, null too"
    ) { $0.uid = .javaScript },
    Entry(
      "agora.uid-php", .interop, clause: "agora.account.present",
      "any value is a uid: the integer 0, null and false are empty, 0.0 is '0'"
    ) { $0.uid = .php },
    Entry(
      "agora.uid-perl", .security, clause: "agora.006.uid-zero",
      "an account that is no number is taken for 0 and signed as empty: good for every user"
    ) { $0.uid = .perl },
    Entry(
      "agora.uid-ruby", .interop, clause: "agora.006.uid-zero",
      "any value is a uid as it is written, 0 too"
    ) { $0.uid = .ruby },
  ]

  // MARK: - Numbers

  private static let numbers: [Entry] = [
    Entry(
      "agora.numbers-unsigned", .choice, clause: "agora.expire.range",
      "numbers have types without a sign"
    ) { $0.numbers = .unsignedConstant },
    Entry(
      "agora.numbers-cast", .interop, clause: "agora.expire.range",
      "numbers have types with a sign, to which the caller casts"
    ) { $0.numbers = .castConstant },
    Entry(
      "agora.numbers-narrowed", .interop, clause: "agora.expire.range",
      "numbers are cut to the width of the parameter without a word"
    ) { $0.numbers = .narrowed },
    wrapping("ruby", .exact, "an integer of any size"),
    wrapping("php", .double, "beyond 64 bits a double"),
    wrapping("perl", .clamped, "beyond 64 bits the next that fits"),
    Entry(
      "agora.numbers-raise-python", .quality, clause: "agora.refusal.reported",
      "a number that does not fit its field raises struct.error; a fraction is cut off"
    ) { $0.numbers = .checked(exception: "error", fractionFirst: true) },
    Entry(
      "agora.numbers-raise-node", .quality, clause: "agora.refusal.reported",
      "a number that does not fit its field raises a RangeError; a fraction is cut off"
    ) { $0.numbers = .checked(exception: "RangeError [ERR_OUT_OF_RANGE]", fractionFirst: false) },
  ]

  private static func wrapping(
    _ language: String, _ beyond: HostIntegers.Beyond, _ words: String
  ) -> Entry {
    Entry(
      "agora.numbers-wrap-\(language)", .interop, clause: "agora.expire.range",
      "a number, \(words), is cut to the width of its field without a word"
    ) { $0.numbers = .wrapping(beyond: beyond) }
  }

  // MARK: - App id and certificate

  private static let identifiers: [Entry] = [
    Entry(
      "agora.identifiers-empty", .quality, clause: "agora.refusal.reported",
      "an empty token stands for an app id or certificate that is not 32 hexadecimal digits"
    ) { $0.check = .identifiersOrEmpty },
    Entry(
      "agora.identifiers-unchecked", .quality, clause: "agora.app-id.hex",
      "app id and certificate are not looked at"
    ) { $0.check = .nothing },
    Entry(
      "agora.identifiers-present", .quality, clause: "agora.app-id.hex",
      "of app id, certificate and channel none may be empty, and that is all"
    ) { $0.check = .presence },
  ]

  // MARK: - Privileges

  private static let privileges: [Entry] = [
    order("ascending", .ascending, "by number"),
    order("insertion", .insertion, "as they were set"),
    order("textual", .textual, "by their digits as text: 1, 10, 11, 2"),
    order("signed", .signed, "as signed numbers of 16 bits"),
    Entry(
      "agora.privilege-names-2019", .choice, clause: "agora.privilege.range",
      "only the fourteen privileges of an enumeration can be named"
    ) { $0.names = Set(1...12).union([101, 1000]) },
    Entry(
      "agora.privilege-names-few", .choice, clause: "agora.privilege.range",
      "only the five privileges of an enumeration can be named"
    ) { $0.names = [1, 2, 3, 4, 1000] },
    Entry(
      "agora.privilege-twice-raises", .interop, clause: "agora.006.privileges",
      "a privilege cannot be set again"
    ) { $0.twice = .raising("System.ArgumentException") },
    Entry(
      "agora.removal-raises", .quality, clause: "agora.refusal.reported",
      "removing a privilege that was not set raises a KeyError"
    ) { $0.removal = .raising("KeyError") },
  ]

  private static func order(
    _ name: String, _ order: AgoraPrivileges.Order, _ words: String
  ) -> Entry {
    Entry(
      "agora.order-\(name)", .choice, clause: "agora.006.privilege-order",
      "privileges are written \(words)"
    ) { $0.order = order }
  }

  // MARK: - Roles

  private static let roles: [Entry] = [
    Entry(
      "agora.roles-from-0", .choice, clause: "agora.role.named",
      "roles are numbered 0, 1, 2 and 101"
    ) { $0.roles.numbering = .fromZero },
    Entry(
      "agora.roles-from-1", .choice, clause: "agora.role.named",
      "roles are numbered 1, 2, 3 and 4"
    ) { $0.roles.numbering = .fromOne },
    Entry(
      "agora.role-unknown-ignored", .quality, clause: "agora.role.named",
      "an unknown role changes nothing"
    ) { $0.roles.unknown = .silent },
    Entry(
      "agora.role-unknown-inexpressible", .choice, clause: "agora.role.named",
      "an unknown role cannot be named"
    ) { $0.roles.unknown = .inexpressible },
    Entry(
      "agora.role-unknown-raises-python", .quality, clause: "agora.refusal.reported",
      "an unknown role raises a KeyError"
    ) { $0.roles.unknown = .raising("KeyError") },
    Entry(
      "agora.role-unknown-raises-node", .quality, clause: "agora.refusal.reported",
      "an unknown role raises a SyntaxError"
    ) { $0.roles.unknown = .raising("SyntaxError") },
    Entry(
      "agora.role-adds", .choice, clause: "agora.006.roles",
      "a role adds its privileges to those that are set"
    ) { $0.roles.setting = .added },
    Entry(
      "agora.role-returns", .choice, clause: "agora.returns",
      "initPrivileges says whether it knows the role"
    ) { $0.roles.returnsTruth = true },
    Entry(
      "agora.role-shared", .security, clause: "agora.builder.independent",
      "the privileges of a role are one map: what one builder sets, the next one has"
    ) { $0.roles.isShared = true },
    Entry(
      "agora.role-shared-until-built", .security, clause: "agora.builder.independent",
      "the privileges of a role are one map, until the builder has made a token"
    ) {
      $0.roles.isShared = true
      $0.roles.partsWhenBuilt = true
    },
    Entry(
      "agora.roles-missing", .choice, clause: "agora.calls.documented",
      "there are no roles, and no privilege can be removed"
    ) { $0.calls = .noRoles },
  ]
}
