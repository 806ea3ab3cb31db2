// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto

extension Envelope007 {
  /// Inflates a stream or, without the check that it fails, what there is of it.
  static func inflate(
    _ stream: [UInt8], by checks: FormatChecks
  ) throws(FormatError) -> (bytes: [UInt8], consumed: Int) {
    do throws(Zlib.Failure) {
      let inflated = try Zlib.inflate(stream.span, limit: maximumContent)
      return (inflated.bytes, inflated.consumed)
    } catch {
      try checks.refuse(refusal(of: stream, error))
      return (inflateUnchecked(stream, error), stream.count)
    }
  }

  private static func refusal(of stream: [UInt8], _ failure: Zlib.Failure) -> FormatError {
    switch failure {
    case .truncated:
      FormatError(
        .truncated, field: "zlib", offset: stream.count,
        detail: "the compressed bytes have no end")
    case .checksum:
      FormatError(
        .value, field: "zlib-checksum", offset: max(0, stream.count - 4),
        detail: "the checksum is not that of the content")
    case .limit:
      FormatError(
        .length, field: "zlib", offset: 0,
        detail: "the content has more than \(maximumContent) bytes")
    case .malformed, .failed:
      FormatError(
        .value, field: "zlib", offset: 0, detail: "the bytes are not compressed as by zlib")
    }
  }

  /// What an implementation inflates that does not ask how it went.
  private static func inflateUnchecked(_ stream: [UInt8], _ failure: Zlib.Failure) -> [UInt8] {
    switch failure {
    case .truncated, .checksum: return part(of: stream)
    case .limit: return Zlib.inflatePart(stream.span, limit: unlimited).bytes
    case .malformed, .failed: return part(of: soundHeader + stream.dropFirst(soundHeader.count))
    }
  }

  private static func part(of stream: [UInt8]) -> [UInt8] {
    Zlib.inflatePart(stream.span, limit: maximumContent).bytes
  }

  /// What stands for no limit where none is checked.
  private static let unlimited = maximumContent << 3
  /// The header that a stream has whose header nobody looks at.
  private static let soundHeader: [UInt8] = [0x78, 0x9C]
}
