// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// What a configured key is by the documentation, and what it can be taken for.
struct NacosKeyContract {
  /// The clauses that the text breaks.
  let broken: [String]
  /// The bytes that it denotes; nothing where it denotes none, or too few.
  let bytes: [UInt8]?

  init(_ text: Text) {
    if let strict = try? Base64.standard.decode(text.bytes.span) {
      broken = strict.count < NacosKey.shortest ? ["nacos.key.length"] : []
      bytes = broken.isEmpty ? strict : nil
    } else {
      broken = ["nacos.key.base64"]
      bytes = Self.denoted(text).flatMap { $0.count < NacosKey.shortest ? nil : $0 }
    }
  }

  /// The same symbols without blanks around them, and with or without padding.
  private static func denoted(_ text: Text) -> [UInt8]? {
    let symbols = JavaString(text).stripped.text.bytes
    let bare = symbols.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
    guard symbols.count - bare.count <= 2 else { return nil }
    return try? Base64(last: "+/", padding: .absent).decode(Array(bare).span)
  }
}
