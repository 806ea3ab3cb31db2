// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Tokens that open, however their content is compressed.
enum StreamCases007 {
  private typealias Calls = Calls007

  private static func stream(
    _ name: String, _ comment: String, _ services: [JSONValue] = Calls.allServices,
    _ shape: Tokens007.Shape? = nil
  ) throws -> Case007 {
    OpenCases007.open(
      name, comment, "inflate", "compression", try Tokens007.token(services, shape: shape))
  }

  static func made() throws -> [Case007] {
    let header: @Sendable ([UInt8]) -> Tokens007.Shape = { header in
      { $0.setStream(header + (try $0.stream.dropFirst(2))) }
    }
    return try (0...9).map { level in
      try stream(
        "zlib-level-\(level)", "Compressed at the level \(level) of zlib",
        Calls.allServices, Tokens007.level(Int32(level)))
    } + [
      try stream(
        "stored-two-blocks", "Stored in two blocks", [Calls.rtc()], Tokens007.stored([50])),
      try stream(
        "stored-empty-block", "Stored, with empty blocks in front and between", [Calls.rtc()],
        Tokens007.stored([0, 20, 0])),
      try stream(
        "stored-usual-header", "Stored under the usual header, as a Rust library does",
        [Calls.rtc()], Tokens007.stored([], header: [0x78, 0x9C])),
      try stream(
        "window-32k-fastest", "The header of the fastest level over the usual stream",
        [Calls.rtc()], header([0x78, 0x01])),
      try stream(
        "window-512", "A header that tells a window of 512 bytes", [Calls.rtc()],
        header([0x18, 0x19])),
      try stream(
        "1025-bytes", "More than 1024 bytes of content",
        (1...12).map { Calls.rtc(Calls.text("c", 60), uid: .integer($0)) }),
      try stream(
        "257-services", "A number of services that takes two bytes",
        Array(repeating: Calls.fpa(may: []), count: 257)),
      try stream(
        "text-65535", "The longest text that a length can tell",
        [Calls.rtm(Calls.text("u", 65535))]),
      try stream(
        "200-privileges", "A block with a code of its own",
        [Calls.rtc(may: .array((1...200).map { [.integer($0), .integer($0 * 7919)] }))]),
    ]
  }

  static let recorded = [
    (
      "recorded-go", "As Go compresses it: an empty block ends the stream", RecordedTokens007.joinGo
    ),
    ("recorded-dotnet", "As SharpZipLib compresses it", RecordedTokens007.joinDotNet),
    ("recorded-cpp", "As the library zlib compresses it", RecordedTokens007.join),
    ("recorded-node-all", "All services, by Node.js", RecordedTokens007.allNode),
    ("recorded-go-all", "All services, by Go", RecordedTokens007.allGo),
    ("recorded-dotnet-all", "All services, by SharpZipLib", RecordedTokens007.allDotNet),
  ].map { name, comment, token in
    OpenCases007.open(name, comment, "inflate", "compression", token, OpenCases007.inChannel)
      .recorded
  }
}
