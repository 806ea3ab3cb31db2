// SPDX-License-Identifier: MIT

/// A cursor that reads the fields of a format from untrusted bytes.
///
/// A read either returns a whole field and moves past it, or throws and leaves
/// ``offset`` at the first byte of the field that it could not read.
public struct ByteReader: ~Escapable {
  private let bytes: Span<UInt8>
  public private(set) var offset = 0
  /// The fields read so far, if the reader was asked to keep them.
  public private(set) var fields: [Field] = []
  private let keepsFields: Bool

  @_lifetime(copy bytes)
  public init(_ bytes: Span<UInt8>, keepingFields: Bool = false) {
    self.bytes = bytes
    keepsFields = keepingFields
  }

  public var remaining: Int { bytes.count - offset }

  /// Reads an integer of the type's width, at most 128 bits.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func readInteger<Value: FixedWidthInteger>(
    _ field: String, _ order: ByteOrder = .big, as type: Value.Type = Value.self
  ) throws(FormatError) -> Value {
    Value(truncatingIfNeeded: try readBits(field, order, count: Value.bitWidth / 8))
  }

  @usableFromInline
  @_lifetime(self: copy self)
  mutating func readBits(
    _ field: String, _ order: ByteOrder, count: Int
  ) throws(FormatError) -> UInt128 {
    let start = try take(count, for: field)
    var bits: (high: UInt64, low: UInt64) = (0, 0)
    for index in 0..<count {
      let place = order == .big ? index : count - 1 - index
      bits = (bits.high << 8 | bits.low >> 56, bits.low << 8 | UInt64(bytes[start + place]))
    }
    return UInt128(bits.high) << 64 | UInt128(bits.low)
  }

  /// Reads a given number of bytes without copying them.
  @_lifetime(copy self)
  @_lifetime(self: copy self)
  public mutating func readSpan(_ field: String, count: Int) throws(FormatError) -> Span<UInt8> {
    let start = try take(count, for: field)
    return bytes.extracting(start..<offset)
  }

  /// Reads a given number of bytes.
  @_lifetime(self: copy self)
  public mutating func readBytes(_ field: String, count: Int) throws(FormatError) -> [UInt8] {
    let start = try take(count, for: field)
    return [UInt8](copying: bytes.extracting(start..<offset))
  }

  /// Reads everything that is left.
  @_lifetime(self: copy self)
  public mutating func readRest(_ field: String) throws(FormatError) -> [UInt8] {
    try readBytes(field, count: remaining)
  }

  /// Refuses bytes after the last field.
  public func finish(after field: String) throws(FormatError) {
    guard remaining == 0 else {
      throw FormatError(
        .trailing, field: field, offset: offset, detail: "\(remaining) bytes after the last field")
    }
  }

  @_lifetime(self: copy self)
  private mutating func take(_ count: Int, for field: String) throws(FormatError) -> Int {
    guard count >= 0, count <= remaining else {
      throw FormatError(
        .truncated, field: field, offset: offset,
        detail: "\(count) bytes expected, \(remaining) left")
    }
    let start = offset
    offset += count
    if keepsFields { fields.append(Field(name: field, range: start..<offset)) }
    return start
  }
}

/// The order of an integer's bytes.
public enum ByteOrder: Sendable {
  case big
  case little
}

/// A field of a format and the bytes that it takes.
public struct Field: Equatable, Sendable {
  public let name: String
  public let range: Range<Int>

  public init(name: String, range: Range<Int>) {
    self.name = name
    self.range = range
  }
}
