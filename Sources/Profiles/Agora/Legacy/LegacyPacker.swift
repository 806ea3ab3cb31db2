// SPDX-License-Identifier: MIT

internal import Bytes

/// What a length or a message that is too long does.
enum LegacyBuffer: Hashable, Sendable {
  case checked
  /// Lengths are cut to 16 bits.
  case wrapping
  case exception(String)
  /// A buffer of a fixed size.
  case fixed(Int, exception: String)
  /// A buffer of a fixed size that numbers do not fit behind, but texts are lost there.
  case leaking(Int, exception: String)
}

/// Packs a content or a message as a language's own packer does.
struct LegacyPacker {
  let buffer: LegacyBuffer
  let order: ByteOrder
  private(set) var bytes: [UInt8] = []

  init(_ buffer: LegacyBuffer, _ order: ByteOrder) {
    self.buffer = buffer
    self.order = order
  }

  mutating func put(_ value: UInt16) throws(CallEnding) { try write(value) }
  mutating func put(_ value: UInt32) throws(CallEnding) { try write(value) }

  mutating func put(_ text: [UInt8]) throws(CallEnding) {
    try put(try length(of: text))
    if case .fixed(let size, let exception) = buffer, bytes.count + text.count > size {
      throw .exception(exception)
    }
    bytes += text
    if case .leaking(let size, _) = buffer, bytes.count > size {
      let lost = bytes.count - size
      bytes.removeLast(lost)
      bytes += [UInt8](zeros: lost)
    }
  }

  /// A text without its length.
  mutating func putBare(_ text: [UInt8]) { bytes += text }

  private mutating func write(_ value: some FixedWidthInteger) throws(CallEnding) {
    var writer = ByteWriter(capacity: 4)
    writer.write(value, order)
    switch buffer {
    case .fixed(let size, let exception), .leaking(let size, let exception):
      guard bytes.count + writer.bytes.count <= size else { throw .exception(exception) }
    case .checked, .wrapping, .exception: break
    }
    bytes += writer.bytes
  }

  private func length(of text: [UInt8]) throws(CallEnding) -> UInt16 {
    if let length = UInt16(exactly: text.count) { return length }
    switch buffer {
    case .checked: throw .refusal
    case .wrapping: return UInt16(truncatingIfNeeded: text.count)
    case .exception(let type), .fixed(_, let type), .leaking(_, let type):
      throw .exception(type)
    }
  }
}
