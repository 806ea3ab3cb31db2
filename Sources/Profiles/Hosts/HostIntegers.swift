// SPDX-License-Identifier: MIT

internal import JSON

/// How a language brings a number into a field of some bits without a sign.
enum HostIntegers: Hashable, Sendable {
  /// A whole number that fits, and nothing else.
  case strict
  /// A constant of an unsigned type.
  case unsignedConstant
  /// A constant that is cast to a signed type of the same width.
  case castConstant
  /// Cut to the width by the call, in silence.
  case narrowed
  /// Cut to the width when it is packed, in silence.
  case wrapping
  /// Checked when it is packed.
  case checked(exception: String)

  /// Whether the type of the parameter decides, and not the packing.
  var isStatic: Bool { [.unsignedConstant, .castConstant, .narrowed].contains(self) }

  func pack(_ value: JSONValue, bits: Int) throws(CallEnding) -> UInt32 {
    let range = 0...(Int128(1) << Int128(bits)) - 1
    let integer = value.truncated
    switch self {
    case .strict:
      guard let exact = value.wholeNumber, range.contains(exact) else { throw .returned }
      return UInt32(truncatingIfNeeded: exact)
    case .unsignedConstant:
      guard let exact = value.int128, range.contains(exact) else { throw .inexpressible }
      return UInt32(truncatingIfNeeded: exact)
    case .castConstant:
      let signed = -(Int128(1) << Int128(bits - 1))...range.upperBound
      guard let exact = value.int128, signed.contains(exact) else { throw .inexpressible }
      return UInt32(truncatingIfNeeded: exact & range.upperBound)
    case .narrowed, .wrapping:
      return UInt32(truncatingIfNeeded: (integer ?? 0) & range.upperBound)
    case .checked(let exception):
      guard let integer, range.contains(integer) else { throw .exception(exception) }
      return UInt32(truncatingIfNeeded: integer)
    }
  }
}

extension JSONValue {
  /// The whole part of a number.
  var truncated: Int128? { int128 ?? double?.whole }

  /// The value of an integer, or of a float without a fraction.
  var wholeNumber: Int128? {
    int128 ?? (isNumber ? double.flatMap { Int128(exactly: $0) } : nil)
  }
}

extension HostIntegers {
  /// Brings a number into a field with a sign.
  func packSigned(_ value: JSONValue, bits: Int) throws(CallEnding) -> UInt16 {
    let limit = Int128(1) << Int128(bits - 1)
    let range = -limit...limit - 1
    let integer = value.truncated
    guard let integer, range.contains(integer) else {
      return try packOutside(integer)
    }
    return UInt16(truncatingIfNeeded: integer)
  }

  private func packOutside(_ integer: Int128?) throws(CallEnding) -> UInt16 {
    switch self {
    case .strict: throw .returned
    case .unsignedConstant: throw .inexpressible
    case .castConstant, .narrowed, .wrapping: return UInt16(truncatingIfNeeded: integer ?? 0)
    case .checked(let exception): throw .exception(exception)
    }
  }
}
