// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import NATS

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNATS(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  unsafe fuzz(start, count) { input in
    try checkAddress(input)
    let line = Array("CONNECT ".utf8) + input + Array("\r\n".utf8)
    for line in [input, line] { try checkLine(line) }
    for stream in [input, input.withLineEnds, line] { checkStream(stream) }
  }
}

extension [UInt8] {
  /// With CR LF for each line feed.
  fileprivate var withLineEnds: [UInt8] {
    flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
  }
}

/// A line has the same credentials when it is written anew.
private func checkLine(_ text: [UInt8]) throws {
  let line: ConnectLine
  do throws(Refusal) {
    line = try ConnectLine(reading: text.span)
  } catch {
    return requirePlace(of: error, in: text)
  }
  checkTokens(of: line)
  guard let bytes = try? line.bytes() else { return }
  require(bytes.firstIndex(of: UInt8(ascii: "\n")) == bytes.count - 1, "a line is one")
  let again = try ConnectLine(reading: bytes.span)
  require(try again.bytes() == bytes, "what was written is written the same again")
  guard Text(text).quality == .utf8 else { return }
  require(try again.credentials() == line.credentials(), "the credentials come back")
}
