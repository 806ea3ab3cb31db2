// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Tokens that fail before their content is looked at.
enum EncodingRefusals007 {
  typealias Row = ForgedTokens007.Row

  static let all = versions + base64 + streams

  // MARK: - Version

  private static let versions = [
    version("006", "The version of the predecessor", "006"),
    version("008", "The version of no format", "008"),
    version("capital", "A version whose zeros are letters", "OO7"),
    version("wide-digits", "A version of digits beyond ASCII", "００７"),
    Row(
      "version-space", "A space in front of the token", of: "rtc", "inserts-text",
      ["at": 0, "text": " "], by: "version", "version", "version"),
    Row(
      "version-missing", "No version at all", of: "rtc", "sets-version", ["text": ""],
      by: "version", "version", "version"),
  ]

  private static func version(_ name: String, _ comment: String, _ text: JSONValue) -> Row {
    Row(
      "version-\(name)", comment, of: "rtc", "sets-version", ["text": text], by: "version",
      "version", "version")
  }

  // MARK: - Base64

  private static func base64(
    _ name: String, _ comment: String, of parent: String = "rtc", _ edit: String,
    _ arguments: JSONObject = [:]
  ) -> Row {
    Row(
      "base64-\(name)", comment, of: parent, edit, arguments, by: "base64", "base64", "base64")
  }

  private static let base64 = [
    base64("url", "The alphabet for URLs", "base64-url"),
    base64(
      "unpadded", "No padding", of: "user-any-for-five", "cuts-text", ["count": 1]),
    base64(
      "half-padded", "One sign of padding where two belong", of: "recorded-dotnet", "cuts-text",
      ["count": 1]),
    base64(
      "too-padded", "Padding behind a whole group", "inserts-text", ["at": 187, "text": "===="]),
    base64(
      "padded-within", "Padding between two groups", "inserts-text", ["at": 11, "text": "===="]),
    base64(
      "newline-behind", "A line break behind the token", "inserts-text",
      ["at": 187, "text": "\n"]),
    base64(
      "newline-within", "Lines of 64 symbols, as some encoders write them", "inserts-text",
      ["at": 67, "text": "\n"]),
    base64("space-behind", "A space behind the token", "inserts-text", ["at": 187, "text": " "]),
    base64(
      "carriage", "A line break of two characters", "inserts-text", ["at": 79, "text": "\r\n"]),
    base64("mark", "A mark between symbols", "inserts-text", ["at": 60, "text": "!"]),
    base64(
      "mark-for-symbol", "A mark in place of a symbol", "replaces-text", ["at": 60, "text": "!"]),
    base64(
      "percent", "A slash as URLs escape it", "replaces-text", ["at": 22, "text": "%2F"]),
    base64(
      "percent-padding", "The padding as URLs escape it", of: "user-any-for-five",
      "replaces-text", ["at": -1, "text": "%3D"]),
    base64("wide", "A letter beyond ASCII", "replaces-text", ["at": 40, "text": "é"]),
    base64(
      "zero-byte", "A zero byte behind the token", "inserts-text", ["at": 187, "text": "\u{0}"]),
    base64("cut-one", "The last character is gone", "cuts-text", ["count": 1]),
    base64("cut-two", "The last two characters are gone", "cuts-text", ["count": 2]),
    base64(
      "spare-bits", "Bits that the padding leaves over are set", of: "user-any-for-five",
      "sets-spare-bits"),
    base64(
      "spare-bits-two", "The same in front of two signs of padding", of: "recorded-dotnet",
      "sets-spare-bits"),
  ]

  // MARK: - Stream

  private static func stream(
    _ name: String, _ comment: String, of parent: String = "rtc", _ edit: String,
    _ arguments: JSONObject = [:], by reason: String, _ field: String = "zlib"
  ) -> Row {
    Row("zlib-\(name)", comment, of: parent, edit, arguments, by: reason, field, "stream")
  }

  private static let streams =
    [
      stream(
        "header-check", "A header whose check does not hold", "sets-stream-header",
        ["bytes": .hex("789d")], by: "zlib"),
      stream(
        "method", "A header that tells another method", "sets-stream-header",
        ["bytes": .hex("7918")],
        by: "zlib"),
      stream(
        "window", "A header that tells a window of 64 KiB", "sets-stream-header",
        ["bytes": .hex("881c")], by: "zlib"),
      stream(
        "dictionary", "A header that asks for a dictionary", "sets-stream-header",
        ["bytes": .hex("7820")], by: "zlib"),
      stream("none", "The content is not compressed", "uncompressed", by: "zlib"),
      stream("raw", "Deflate without the header of zlib", "raw-deflate", by: "zlib"),
      stream("gzip", "The header of gzip", "gzip", by: "zlib"),
      stream(
        "block-type", "A block of a type that there is not", "flips-stream", ["at": 2, "bit": 2],
        by: "zlib"),
      stream(
        "stored-length", "A stored block whose two lengths disagree", of: "stored-two-blocks",
        "flips-stream", ["at": 5, "bit": 0], by: "zlib"),
      stream(
        "no-checksum", "The stream ends in front of its checksum", "cuts-stream", ["count": 4],
        by: "truncated"),
      stream(
        "cut-one", "The last byte of the checksum is gone", "cuts-stream", ["count": 1],
        by: "truncated"),
      stream(
        "cut-five", "The stream ends within its last block", "cuts-stream", ["count": 5],
        by: "truncated"),
      stream(
        "cut-half", "Half of the stream is gone", "cuts-stream", ["count": 69], by: "truncated"),
      stream(
        "cut-characters", "The last four characters are gone", "cuts-text", ["count": 4],
        by: "truncated"),
      stream(
        "cut-12-characters", "The last twelve characters are gone", "cuts-text", ["count": 12],
        by: "truncated"),
      stream(
        "version-only", "Nothing follows the version", "cuts-text", ["count": 184], by: "truncated"),
      stream(
        "checksum-low", "The last bit of the checksum is another", "flips-stream",
        ["at": -1, "bit": 0], by: "zlib.checksum", "zlib-checksum"),
      stream(
        "checksum-high", "The first bit of the checksum is another", "flips-stream",
        ["at": -4, "bit": 7], by: "zlib.checksum", "zlib-checksum"),
      stream(
        "checksum-content", "A stored byte is another", of: "stored-two-blocks", "flips-stream",
        ["at": 70, "bit": 0], by: "zlib.checksum", "zlib-checksum"),
      stream(
        "trailing-zero", "A zero byte follows the stream", "appends-to-stream",
        ["bytes": .hex("00")],
        by: "trailing"),
      stream(
        "trailing-bytes", "Eight bytes follow the stream", "appends-to-stream",
        ["bytes": .hex("0001020304050607")], by: "trailing"),
      stream("trailing-stream", "The stream stands twice", "repeats-stream", by: "trailing"),
      stream(
        "limit", "A signed content of more than 1 MiB, which is the limit", of: "rtc",
        "adds-services",
        ["count": 16, "length": 65535], by: "zlib.limit"),
    ] + [bomb]

  /// An opener with a greater limit finds that nothing is signed.
  private static let bomb: Row = {
    var bomb = stream(
      "bomb", "Five million zeros in few bytes", "zeros", ["count": 5_000_000], by: "zlib.limit")
    bomb.alsoAllowed = ["structure/signature.length"]
    return bomb
  }()
}
