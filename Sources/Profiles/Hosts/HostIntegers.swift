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
  case wrapping(beyond: Beyond)
  /// The next that fits.
  case saturating
  /// Checked when it is packed, before or after its fraction is cut off.
  case checked(exception: String, fractionFirst: Bool)

  /// What a number beyond 64 bits is to a language that packs without a check.
  enum Beyond: Hashable, Sendable {
    case exact
    /// A double, of which the low bits count.
    case double
    /// The next one that fits.
    case clamped
  }

  /// Whether the type of the parameter decides, and not the packing.
  var isStatic: Bool { [.unsignedConstant, .castConstant, .narrowed].contains(self) }

  func pack(_ value: JSONValue, bits: Int) throws(CallEnding) -> UInt32 {
    let range = 0...(Int128(1) << Int128(bits)) - 1
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
    case .narrowed:
      return UInt32(truncatingIfNeeded: (value.wholePart ?? 0) & range.upperBound)
    case .wrapping(let beyond):
      return UInt32(truncatingIfNeeded: beyond.low64(of: value) & Int64(range.upperBound))
    case .saturating:
      guard let whole = value.wholePart else { throw .returned }
      return UInt32(truncatingIfNeeded: min(max(whole, range.lowerBound), range.upperBound))
    case .checked(let exception, let fractionFirst):
      guard let whole = value.wholePart, range.contains(whole),
        fractionFirst || value.lies(in: range)
      else { throw .exception(exception) }
      return UInt32(truncatingIfNeeded: whole)
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
  /// Brings a number into a field of 16 bits with a sign.
  func packSigned(_ value: JSONValue) throws(CallEnding) -> UInt16 {
    guard let whole = value.wholePart, let signed = Int16(exactly: whole) else {
      return try packOutside(value)
    }
    return UInt16(bitPattern: signed)
  }

  private func packOutside(_ value: JSONValue) throws(CallEnding) -> UInt16 {
    switch self {
    case .strict: throw .returned
    case .unsignedConstant: throw .inexpressible
    case .saturating: return (value.wholePart ?? 0) < 0 ? 0x8000 : 0x7FFF
    case .castConstant, .narrowed: return UInt16(truncatingIfNeeded: value.wholePart ?? 0)
    case .wrapping(let beyond): return UInt16(truncatingIfNeeded: beyond.low64(of: value))
    case .checked(let exception, _): throw .exception(exception)
    }
  }
}

extension JSONValue {
  /// A number without its fraction; of what is beyond 128 bits, the nearest that is not.
  var wholePart: Int128? {
    guard isNumber, let double else { return nil }
    return int128 ?? double.whole ?? (double > 0 ? .max : .min)
  }

  /// Whether a number lies in a range with its fraction.
  fileprivate func lies(in range: ClosedRange<Int128>) -> Bool {
    guard int128 == nil, let double else { return true }
    return (Double(range.lowerBound)...Double(range.upperBound)).contains(double)
  }
}

extension HostIntegers.Beyond {
  fileprivate func low64(of value: JSONValue) -> Int64 {
    if let int64 = value.int64 { return int64 }
    switch self {
    case .exact: return Int64(truncatingIfNeeded: value.wholePart ?? 0)
    case .double: return value.double.flatMap { $0.rounded(.towardZero).low64 } ?? 0
    case .clamped:
      let whole = min(max(value.wholePart ?? 0, Int128(Int64.min)), Int128(UInt64.max))
      return Int64(truncatingIfNeeded: whole)
    }
  }
}
