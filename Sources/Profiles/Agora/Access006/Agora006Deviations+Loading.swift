// SPDX-License-Identifier: MIT

internal import Suite

// How a token is loaded, and what else a builder does in its own way.
extension Agora006Deviations {
  static let loading: [Entry] = [
    base64("go", .lineBreaks, "line breaks in the base64 are skipped"),
    base64("java", .optionalPadding, "the base64 may lack its padding"),
    base64("python", .skippingPadded, "what is no base64 symbol is skipped, padding must be there"),
    base64(
      "python3", .skippingPaddedASCII,
      "what is no base64 symbol is skipped, padding must be there, and only ASCII is taken"),
    base64("lenient", .skipping, "what is no base64 symbol is skipped, padding may be missing"),
    base64("perl", .skippingToPadding, "what is no base64 symbol is skipped, up to the padding"),
    base64(
      "both", .bothAlphabetsToPadding,
      "what is no symbol of either base64 alphabet is skipped, up to the padding"),
    unit("utf16", .utf16, "UTF-16 code units"),
    unit("code-points", .codePoints, "code points"),
    Entry(
      "agora.init-version-numeric", .interop, clause: "agora.init.other-version",
      "a version is right if its characters begin with a number that equals 6"
    ) { $0.reading.version = .numeric },
    Entry(
      "agora.init-raises", .quality, clause: "agora.refusal.reported",
      "null, or a token of fewer than three characters, ends in an exception"
    ) {
      $0.reading.version = .raising
      $0.reading.absent = .raising("java.lang.NullPointerException")
    },
    Entry(
      "agora.init-needs-content", .choice, clause: "agora.init.unsound",
      "a token without content is not loaded"
    ) { $0.reading.needsContent = true },
    Entry(
      "agora.init-needs-texts", .choice, clause: "agora.init.unsound",
      "nothing is loaded without certificate and channel"
    ) { $0.reading.needsTexts = true },
    Entry(
      "agora.init-app-id", .choice, clause: "agora.init.app-id",
      "the app id of the token takes the place of the constructor's, even if the rest is broken"
    ) { $0.reading.appID = .whole },
    Entry(
      "agora.init-app-id-cut", .interop, clause: "agora.init.unsound",
      "the app id of the token takes the place of the constructor's, however short it is"
    ) { $0.reading.appID = .cut },
    Entry(
      "agora.init-adds", .interop, clause: "agora.init.privileges",
      "the token's privileges are added; those that were set keep their times"
    ) { $0.reading.privileges = .added },
    Entry(
      "agora.init-undefined", .interop, clause: "agora.calls.documented",
      "there is no initTokenBuilder: calling it is an error"
    ) { $0.reading.function = .undefined },
    Entry(
      "agora.init-without-object", .interop, clause: "agora.served",
      "initWithToken is static and asks for its object: it always fails"
    ) { $0.reading.function = .withoutObject },
    Entry(
      "agora.init-broken", .interop, clause: "agora.init.privileges",
      "nothing is ever loaded: the function calls one that does not exist"
    ) { $0.reading.function = .broken },
    Entry(
      "agora.init-missing", .choice, clause: "agora.calls.documented",
      "a token cannot be loaded"
    ) { $0.reading.function = .missing },
  ]

  private static func base64(_ name: String, _ base64: AgoraBase64, _ words: String) -> Entry {
    Entry("agora.init-base64-\(name)", .choice, clause: "agora.init.unsound", words) {
      $0.reading.base64 = base64
    }
  }

  private static func unit(
    _ name: String, _ unit: Reading006.SliceUnit, _ words: String
  ) -> Entry {
    Entry(
      "agora.init-cuts-\(name)", .choice, clause: "agora.init.unsound",
      "version and app id are counted in \(words)"
    ) { $0.reading.unit = unit }
  }

  static let fields: [Entry] = [
    Entry(
      "agora.init-trailing", .choice, clause: "agora.init.unsound",
      "bytes behind the message are not looked at"
    ) { $0.reading.fields = .whole },
    Entry(
      "agora.init-fills-begun", .interop, clause: "agora.init.unsound",
      "a text that is cut off is filled up with zeros, so that privileges are invented"
    ) { $0.reading.fields = .begunFilled },
    Entry(
      "agora.init-fills", .interop, clause: "agora.init.unsound",
      "a text that is cut off or missing is filled up with zeros, so that privileges are invented"
    ) { $0.reading.fields = .filled },
    Entry(
      "agora.init-absent", .interop, clause: "agora.init.unsound",
      "a number that is cut off is absent, and later 0"
    ) { $0.reading.fields = .absent },
    Entry(
      "agora.init-half", .interop, clause: "agora.init.unsound",
      "what was read before a fault stays"
    ) { $0.reading.keepsHalf = true },
    Entry(
      "agora.init-signed-lengths", .interop, clause: "agora.init.unsound",
      "lengths and counts above 32767 are negative"
    ) { $0.reading.lengths = .signed },
  ]

  static let answers: [Entry] = [
    answer("truth", .truth, .choice, "true or false"),
    answer("one", .one, .choice, "1 or 0"),
    answer("object", .object, .choice, "an object or null"),
    answer("always-true", .alwaysTrue, .quality, "true, whatever happened"),
    Entry(
      "agora.default-builder", .choice, clause: "agora.calls.documented",
      "a builder can be made without arguments"
    ) { $0.defaultBuilder = .present },
    Entry(
      "agora.default-builder-inexpressible", .choice, clause: "agora.calls.documented",
      "a builder without arguments cannot be written"
    ) { $0.defaultBuilder = .inexpressible },
  ]

  private static func answer(
    _ name: String, _ answer: Reading006.ReturnedValue, _ severity: Severity, _ words: String
  ) -> Entry {
    Entry(
      "agora.init-returns-\(name)", severity, clause: "agora.returns",
      "loading a token returns \(words)"
    ) { $0.reading.answer = answer }
  }

  static let rooms: [Entry] = [
    Entry(
      "agora.room-cut", .interop, clause: "agora.006.signature",
      "the content is cut at 1024 bytes, which breaks its message"
    ) { $0.room = .cutting(1024, exception: "RangeError [ERR_OUT_OF_RANGE]") },
    Entry(
      "agora.room-raises", .quality, clause: "agora.refusal.reported",
      "a content of more than 1024 bytes raises an exception"
    ) { $0.room = .raising(1024, exception: "java.nio.BufferOverflowException") },
    Entry(
      "agora.room-overflows", .security, clause: "agora.refusal.reported",
      "a content of more than 4096 bytes is written behind the end of its buffer"
    ) { $0.room = .killed(4096) },
  ]

  static let building: [Entry] = [
    Entry(
      "agora.build-subscribers-publish", .security, clause: "agora.build.privileges",
      "a subscriber may publish, and an attendee may only join"
    ) { $0.building.publishers = [1, 2, 101] },
    Entry(
      "agora.build-order-php", .choice, clause: "agora.006.privilege-order",
      "the privilege for video is set before the one for audio"
    ) { $0.building.order = [1, 3, 2, 4] },
    Entry(
      "agora.build-roles-constant", .choice, clause: "agora.role.named",
      "only the roles 0, 1, 2 and 101 can be named"
    ) { $0.building.roles = .constants([0, 1, 2, 101]) },
    Entry(
      "agora.build-without-builder", .quality, clause: "agora.refusal.reported",
      "where there is no builder, the call ends in an exception"
    ) { $0.building.withoutBuilder = "Error" },
    Entry(
      "agora.build-missing", .choice, clause: "agora.calls.documented",
      "there are no builder functions for 006"
    ) { $0.building.function = .missing },
  ]

  static let chances: [Entry] = [
    salt("php", 0...100_000),
    salt("go", 1...99_999_998),
    salt("python", 1...99_999_999),
  ]

  private static func salt(_ name: String, _ range: ClosedRange<Int64>) -> Entry {
    Entry(
      "agora.salt-\(name)", .quality, clause: "agora.006.salt", decides: false,
      "the salt is drawn from \(range.lowerBound) to \(range.upperBound)"
    ) { $0.salt = range }
  }
}
