// SPDX-License-Identifier: MIT

internal import Suite

/// The known ways in which an implementation of AccessToken 007 differs from the reference.
enum Agora007Deviations {
  typealias Entry = Deviation<Agora007Rules>

  static let table: [Entry] =
    arguments + uids + numbers + identifiers + privileges + parsing + answers + building
    + mistakes + chances

  /// The behaviours that show in what was drawn, not in how it is used.
  static let randomness = Set(chances.map(\.info.id))

  // MARK: - Texts

  private static let arguments: [Entry] = [
    Entry(
      "agora.texts-static", .choice, clause: "agora.service.fields",
      "a text can be neither null nor a number"
    ) {
      $0.channels.absent = .inexpressible
      $0.channels.number = .inexpressible
      $0.names.absent = .inexpressible
      $0.names.number = .inexpressible
      $0.check.absent = .inexpressible
    },
    raising("java", number: .inexpressible, "java.lang.NullPointerException"),
    raising("dotnet", number: .inexpressible, "System.ArgumentNullException"),
    raising("python", number: .exception("AttributeError"), "AttributeError"),
    raising("lua", number: .exception("<path>"), "<path>"),
    Entry(
      "agora.texts-node", .quality, clause: "agora.refusal.reported",
      "a user that is null or 0 is an empty text; otherwise null or a number raises a TypeError"
    ) {
      $0.channels.absent = .exception("TypeError [ERR_INVALID_ARG_TYPE]")
      $0.channels.number = .exception("TypeError [ERR_INVALID_ARG_TYPE]")
      $0.names.absent = .empty
      $0.names.number = .exceptionUnlessZero("TypeError [ERR_INVALID_ARG_TYPE]")
    },
    Entry(
      "agora.texts-loose", .interop, clause: "agora.service.fields",
      "null is an empty text, and a number is written with its digits"
    ) {
      $0.channels.absent = .empty
      $0.channels.number = .digits
      $0.names.absent = .empty
      $0.names.number = .digits
    },
    charset("utf16-java", .utf16(mark: "?"), "texts are UTF-16"),
    charset("utf16-node", .utf16(mark: "\u{FFFD}"), "texts are UTF-16"),
    charset(
      "code-points", .codePoints(exception: "UnicodeEncodeError"), "texts are code points"),
    Entry(
      "agora.texts-ascii", .interop, clause: "agora.served",
      "text beyond ASCII ends in a UnicodeDecodeError"
    ) {
      $0.channels.charset = .ascii(exception: "UnicodeDecodeError")
      $0.names.charset = .ascii(exception: "UnicodeDecodeError")
    },
  ]

  private static func raising(
    _ language: String, number: HostTexts.Number, _ exception: String
  ) -> Entry {
    Entry(
      "agora.texts-raise-\(language)", .quality, clause: "agora.refusal.reported",
      "null in place of a text ends in an exception"
    ) {
      $0.channels.absent = .exception(exception)
      $0.channels.number = number
      $0.names.absent = .exception(exception)
      $0.names.number = number
    }
  }

  private static func charset(
    _ name: String, _ charset: HostTexts.Charset, _ words: String
  ) -> Entry {
    Entry("agora.texts-\(name)", .choice, clause: "agora.channel.text", words) {
      $0.channels.charset = charset
      $0.names.charset = charset
    }
  }

  // MARK: - The uid

  private static let uids: [Entry] = [
    uid("unsigned", .unsigned, .choice, "the uid has the type of a number without a sign"),
    uid("cast", .unsignedCast, .interop, "the uid is cast to 32 bits and read without a sign"),
    uid("narrowed", .narrowed, .security, "the uid is cut to 32 bits: 4294967296 is any user"),
    uid("python", .python, .interop, "any value is a uid: what str gives, None too"),
    uid("python2", .python2, .interop, "any value is a uid: what str gives, None too"),
    uid("javascript", .javaScript, .interop, "any value is a uid: what String gives, null too"),
    uid("ruby", .rubyEmptyZero, .interop, "any value is a uid; null is empty"),
    uid("lua", .lua, .interop, "any number is a uid as it is written"),
    uid("php", .php, .interop, "any value is a uid; null is empty"),
    Entry(
      "agora.uid-zero-text", .interop, clause: "agora.007.uid-zero",
      "in the rtc service the uid 0 is the text 0, which is no user at all"
    ) { $0.uid = .phpZeroText },
  ]

  private static func uid(
    _ name: String, _ uid: AgoraUID, _ severity: Severity, _ words: String
  ) -> Entry {
    Entry("agora.007-uid-\(name)", severity, clause: "agora.uid.range", words) {
      $0.uid = uid
      $0.account = uid
    }
  }

  // MARK: - Numbers

  private static let numbers: [Entry] = [
    number("unsigned", .unsignedConstant, .choice, "numbers have types without a sign"),
    number("cast", .castConstant, .interop, "numbers have types with a sign, to which one casts"),
    number("narrowed", .narrowed, .interop, "numbers are cut to the width of the parameter"),
    number(
      "wrap-ruby", .wrapping(beyond: .exact), .interop,
      "numbers are cut to the width of the field"),
    number(
      "wrap-php", .wrapping(beyond: .double), .interop,
      "numbers, doubles beyond 64 bits, are cut to the width of the field"),
    number(
      "raise-python", .checked(exception: "error", fractionFirst: true), .quality,
      "a number that does not fit raises struct.error"),
    number(
      "raise-node", .checked(exception: "RangeError [ERR_OUT_OF_RANGE]", fractionFirst: false),
      .quality,
      "a number that does not fit raises a RangeError"),
    number(
      "raise-lua", .checked(exception: "<path>", fractionFirst: true), .quality,
      "a number that does not fit raises an error"),
    Entry(
      "agora.ignores-given", .interop, clause: "agora.007.salt.given",
      "salt and time of issue cannot be given"
    ) { $0.ignoresGiven = true },
    Entry(
      "agora.role-zero-none", .interop, clause: "agora.007.service-fields",
      "the role 0 becomes −1, which stands for no role"
    ) { $0.roleZeroIsNone = true },
    Entry(
      "agora.text-overflows", .security, clause: "agora.refusal.reported",
      "a buffer of 1024 bytes grows four times for a text; a longer one is written behind its end"
    ) { $0.room = 1024 },
  ]

  private static func number(
    _ name: String, _ integers: HostIntegers, _ severity: Severity, _ words: String
  ) -> Entry {
    Entry("agora.007-numbers-\(name)", severity, clause: "agora.numbers.checked", words) {
      $0.numbers = integers
    }
  }

  // MARK: - App id and certificate

  private static let identifiers: [Entry] = [
    Entry(
      "agora.invalid-empty", .quality, clause: "agora.refusal.reported",
      "an empty token stands for an app id or certificate that is not 32 hexadecimal digits"
    ) { $0.check.invalid = .emptyText },
    Entry(
      "agora.no-service-empty", .quality, clause: "agora.refusal.reported",
      "an empty token stands for a token without a service"
    ) { $0.check.noService = .emptyText },
    Entry(
      "agora.identifier-null-raises-java", .quality, clause: "agora.refusal.reported",
      "an app id that is null ends in a NullPointerException"
    ) { $0.check.absent = .exception("java.lang.NullPointerException") },
    Entry(
      "agora.identifier-null-raises-python", .quality, clause: "agora.refusal.reported",
      "an app id that is null raises a TypeError"
    ) { $0.check.absent = .exception("TypeError") },
    Entry(
      "agora.identifier-blanks", .quality, clause: "agora.app-id.hex",
      "of the 32 characters of an identifier some may be blanks between two digits"
    ) { $0.check.blanks = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20] },
    Entry(
      "agora.identifier-spaces", .quality, clause: "agora.app-id.hex",
      "of the 32 characters of an identifier some may be spaces between two digits"
    ) { $0.check.blanks = [0x20] },
  ]

  // MARK: - Privileges

  private static let privileges: [Entry] = [
    order("ascending", .ascending, "by number"),
    order("insertion", .insertion, "as they were set"),
    order("signed", .signed, "as signed numbers of 16 bits"),
    Entry(
      "agora.007-privilege-twice-raises", .interop, clause: "agora.007.privileges",
      "a privilege cannot be set again"
    ) { $0.twice = .raising("System.ArgumentException") },
    Entry(
      "agora.no-privilege-raises", .interop, clause: "agora.served",
      "a service without privileges ends in a TypeError"
    ) { $0.withoutPrivileges = "TypeError" },
    Entry(
      "agora.builds-once", .interop, clause: "agora.007.repeat",
      "a token can be made once, and not from one that was loaded"
    ) { $0.buildsOnce = true },
  ]

  private static func order(
    _ name: String, _ order: AgoraPrivileges.Order, _ words: String
  ) -> Entry {
    Entry(
      "agora.007-order-\(name)", .choice, clause: "agora.007.privilege-order",
      "privileges are written \(words)"
    ) { $0.order = order }
  }

  // MARK: - Parsing

  private static let parsing: [Entry] = [
    base64("go", .lineBreaks, "line breaks in the base64 are skipped"),
    base64("python", .skippingPadded, "what is no base64 symbol is skipped"),
    base64("lenient", .skipping, "what is no base64 symbol is skipped, padding may be missing"),
    base64("python3", .skippingPaddedASCII, "the same, of ASCII text alone"),
    base64("both", .bothAlphabetsToPadding, "both alphabets are read, up to the padding"),
    base64("dotnet", .blanks, "blanks in the base64 are skipped"),
    Entry(
      "agora.parse-beginning", .interop, clause: "agora.007.parse.unsound",
      "a compressed stream that is cut off counts as far as it goes"
    ) { $0.reading.inflating = .beginning },
    Entry(
      "agora.parse-or-nothing", .interop, clause: "agora.007.parse.unsound",
      "what cannot be decompressed counts as empty, and parsing as a success"
    ) { $0.reading.inflating = .orNothing },
    fields("trailing", .whole, "bytes behind the services are not looked at"),
    fields("fills-begun", .begunFilled, "a text that is cut off is filled up with zeros"),
    fields("fills", .filled, "a text that is cut off or missing is filled up with zeros"),
    fields("short-texts", .shortTexts, "a text may be cut off"),
    fields("absent", .absent, "a number that is cut off is absent"),
    Entry(
      "agora.parse-signed-lengths", .interop, clause: "agora.007.parse.unsound",
      "lengths and counts above 32767 are negative"
    ) { $0.reading.lengths = .signed },
    Entry(
      "agora.parse-half", .interop, clause: "agora.007.parse.unsound",
      "what was read before a fault stays"
    ) { $0.reading.keepsHalf = true },
    Entry(
      "agora.parse-first-wins", .choice, clause: "agora.007.parse.duplicates",
      "of two privileges of one number the first counts"
    ) { $0.reading.duplicates = .first },
    Entry(
      "agora.parse-twice-refused", .choice, clause: "agora.007.parse.duplicates",
      "two privileges of one number are a fault"
    ) { $0.reading.duplicates = .refused },
    Entry(
      "agora.parse-unknown-ends", .interop, clause: "agora.007.parse.unknown",
      "a service of an unknown type ends the reading, and is lost"
    ) { $0.reading.unknown = .end },
    Entry(
      "agora.parse-role-unsigned", .interop, clause: "agora.007.rebuild",
      "a role is read without its sign, so that −1 cannot be written again"
    ) { $0.reading.roleUnsigned = true },
    Entry(
      "agora.parse-missing", .choice, clause: "agora.returns",
      "a token cannot be built again after parsing"
    ) { $0.reading.function = .missing },
  ]

  private static func base64(_ name: String, _ base64: AgoraBase64, _ words: String) -> Entry {
    Entry("agora.parse-base64-\(name)", .choice, clause: "agora.007.parse.unsound", words) {
      $0.reading.base64 = base64
    }
  }

  private static func fields(
    _ name: String, _ fields: AgoraFieldReader.Missing, _ words: String
  ) -> Entry {
    Entry("agora.parse-\(name)", .interop, clause: "agora.007.parse.unsound", words) {
      $0.reading.fields = fields
    }
  }

  private static let answers: [Entry] = [
    Entry(
      "agora.parse-returns-truth", .choice, clause: "agora.returns",
      "parsing returns true or false"
    ) { $0.reading.answer = .truth },
    Entry(
      "agora.parse-raises", .quality, clause: "agora.refusal.reported",
      "a token of the right version that cannot be read raises a ValueError"
    ) { $0.reading.answer = .raising("ValueError") },
    Entry(
      "agora.verify-status", .choice, clause: "agora.returns",
      "verifying returns 0 or a negative number"
    ) { $0.reading.verification = .status },
    Entry(
      "agora.verify-missing", .quality, clause: "agora.returns",
      "there is no function to verify a token"
    ) { $0.reading.verification = .raising("TypeError") },
  ]

  // MARK: - Builders

  private static let building: [Entry] = [
    Entry(
      "agora.build-chat-id-short", .interop, clause: "agora.build.chat-user",
      "of the zeros in front of a user's MD5 half are lost"
    ) { $0.building.chatID = .halfPadded },
    Entry(
      "agora.build-chat-id-literal", .security, clause: "agora.build.chat-user",
      "every user of a room has one and the same chat id"
    ) { $0.building.chatID = .literal("System.Byte[]") },
    Entry(
      "agora.build-chat-privilege-lost", .interop, clause: "agora.build.room-user",
      "the privilege for the chat is set on the service for messages"
    ) { $0.building.chatPrivilege = .messages },
    Entry(
      "agora.build-room-privilege-lost", .interop, clause: "agora.build.room-user",
      "a user of a room has no privilege for the room"
    ) { $0.building.hasRoomPrivilege = false },
  ]

  private static let chances: [Entry] = [
    Entry(
      "agora.007-salt-8-digits", .quality, clause: "agora.007.salt", decides: false,
      "the salt is drawn from 1 to 99999999"
    ) { $0.salt = 1...99_999_999 }
  ]
}
