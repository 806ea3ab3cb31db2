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
    guard self == .deflate, let inflated = try? Zlib.inflate(bytes.span, limit: Self.limit) else {
      throw .jjwt("CompressionException", "Unable to decompress bytes.")
    }
    return inflated.bytes
  }
}
