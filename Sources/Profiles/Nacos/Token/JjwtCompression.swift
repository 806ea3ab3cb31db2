// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto

/// The compression that a header names.
enum JjwtCompression: String {
  case deflate = "DEF"
  case gzip = "GZIP"

  /// The most bytes that a payload may have.
  private static let limit = 1 << 20

  init?(_ header: JavaMap) throws(NacosException) {
    let names = ["zip", "calg"].compactMap { header.value($0)?.text }
    guard let name = names.first(where: { !$0.isBlank }) else { return nil }
    guard let codec = Self(rawValue: name.display.uppercased()) else {
      throw .jjwt(
        "CompressionException",
        "Unable to find an implementation for compression algorithm [\(name.display)] using"
          + " java.util.ServiceLoader. Ensure you include a backing implementation .jar in the"
          + " classpath, for example jjwt-impl.jar, or your own .jar for custom implementations.")
    }
    self = codec
  }

  func decompress(_ bytes: [UInt8]) throws(NacosException) -> [UInt8] {
    guard let content = self == .deflate ? Self.inflated(bytes) : Self.unzipped(bytes) else {
      throw .jjwt("CompressionException", "Unable to decompress bytes.")
    }
    return content
  }

  private static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    (try? Zlib.inflate(bytes.span, limit: limit))?.bytes
  }

  /// The content of a gzip file with the shortest header, whose checksum holds.
  private static func unzipped(_ bytes: [UInt8]) -> [UInt8]? {
    let (header, trailer) = (10, 8)
    guard bytes.count > header + trailer, bytes.starts(with: [0x1F, 0x8B, 8, 0]) else { return nil }
    let body = [0x78, 0x9C] + bytes.dropFirst(header).dropLast(trailer)
    let content = Zlib.inflatePart(body.span, limit: limit).bytes
    let sum = bytes.suffix(trailer).prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return CRC32.checksum(content.span) == sum ? content : nil
  }
}
