// SPDX-License-Identifier: MIT

internal import Bytes

/// What ports get wrong in packing the bytes of a token, whatever the format.
protocol PackingMistakes: OptionSet where Element == Self {
  static var bigEndian: Self { get }
  static var base64URL: Self { get }
}

extension PackingMistakes {
  var byteOrder: ByteOrder { contains(.bigEndian) ? .big : .little }
  var base64: Base64 { contains(.base64URL) ? .url : .standard }
}
