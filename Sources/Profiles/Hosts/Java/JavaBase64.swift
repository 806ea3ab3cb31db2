// SPDX-License-Identifier: MIT

internal import Bytes

/// The decoder of `java.util.Base64`: padding may be missing, unused bits may be set.
struct JavaBase64: Sendable {
  static let standard = JavaBase64(last: "+/")
  static let url = JavaBase64(last: "-_")

  private static let pad = UInt8(ascii: "=")

  private let values: Base64Values

  private init(last: StaticString) {
    values = Base64Values(last: last)
  }

  func decode(_ text: [UInt8]) throws(NacosException) -> [UInt8] {
    guard text.count != 1 else {
      throw .argument("Input byte[] should at least have 2 bytes for base64 bytes")
    }
    var bytes: [UInt8] = []
    var (bits, count, index) = (UInt32(0), 0, 0)
    while index < text.count, text[index] != Self.pad {
      bits = bits << 6 | UInt32(try value(of: text[index]))
      (count, index) = (count + 1, index + 1)
      guard count == 4 else { continue }
      bytes += [16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) }
      (bits, count) = (0, 0)
    }
    if index < text.count { index = try end(text, from: index, after: count) }
    switch count {
    case 1: throw .argument("Last unit does not have enough valid bits")
    case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3: bytes += [10, 2].map { UInt8(truncatingIfNeeded: bits >> $0) }
    default: break
    }
    guard index == text.count else {
      throw .argument("Input byte array has incorrect ending byte at \(index)")
    }
    return bytes
  }

  private func value(of symbol: UInt8) throws(NacosException) -> UInt8 {
    guard let value = values[UInt16(symbol)] else {
      let number = String(Int(Int8(bitPattern: symbol)), radix: 16)
      throw .argument("Illegal base64 character \(number)")
    }
    return value
  }

  /// Where reading ends once there is padding: the second mark is wanted after two symbols only.
  private func end(
    _ text: [UInt8], from index: Int, after count: Int
  ) throws(NacosException) -> Int {
    let next = index + 1
    guard count == 2 || count == 0 else { return next }
    guard count == 2, next < text.count, text[next] == Self.pad else {
      throw .argument("Input byte array has wrong 4-byte ending unit")
    }
    return next + 1
  }
}

/// What the symbols of an alphabet stand for.
struct Base64Values: Sendable {
  private let values: [UInt16: UInt8]

  init(last: StaticString) {
    let symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\(last)".utf8
    values = Dictionary(zip(symbols.map { UInt16($0) }, 0...)) { first, _ in first }
  }

  subscript(symbol: UInt16) -> UInt8? { values[symbol] }
}
