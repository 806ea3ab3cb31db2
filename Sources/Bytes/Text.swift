// SPDX-License-Identifier: MIT

/// A text as a program holds it: usually UTF-8, sometimes with a lone surrogate, sometimes just bytes.
public struct Text: Hashable, Sendable {
  public var bytes: [UInt8]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  public var isEmpty: Bool { bytes.isEmpty }

  public func equals(_ other: Span<UInt8>) -> Bool { bytes.span.equals(other) }

  /// What keeps the bytes from being UTF-8.
  public enum Quality: Int, Comparable, Sendable {
    case utf8
    /// Surrogates without their pair: text for a UTF-16 language, not for a UTF-8 one.
    case surrogates
    case bytes

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether every byte is a character of ASCII: the quick answer for the usual text.
  private var isASCII: Bool {
    var bits: UInt8 = 0
    for byte in bytes { bits |= byte }
    return bits < 0x80
  }

  public var quality: Quality {
    if isASCII { return .utf8 }
    var worst = Quality.utf8
    forEachStep { step in
      switch step {
      case .scalar: break
      case .surrogate: worst = max(worst, .surrogates)
      case .invalid: worst = .bytes
      }
    }
    return worst
  }

  /// The text where it is UTF-8.
  public var string: String? {
    quality == .utf8 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The text for people, with U+FFFD where it is not UTF-8.
  public var display: String { String(decoding: bytes, as: UTF8.self) }

  public var codePointCount: Int {
    if isASCII { return bytes.count }
    var count = 0
    forEachStep { _ in count += 1 }
    return count
  }

  public var utf16Count: Int {
    if isASCII { return bytes.count }
    var count = 0
    forEachStep { step in
      if case .scalar(let value) = step, value > 0xFFFF { count += 2 } else { count += 1 }
    }
    return count
  }

  /// The text in UTF-16, big endian; bytes that begin nothing become U+FFFD.
  public var utf16Bytes: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ unit: UInt32) {
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      bytes.append(UInt8(truncatingIfNeeded: unit))
    }
    forEachStep { step in
      switch step {
      case .scalar(let value) where value > 0xFFFF:
        append(0xD800 + (value - 0x10000) >> 10)
        append(0xDC00 + (value - 0x10000) & 0x3FF)
      case .scalar(let value), .surrogate(let value): append(value)
      case .invalid: append(0xFFFD)
      }
    }
    return bytes
  }

  public func forEachStep(_ body: (UTF8Step) -> Void) {
    let span = bytes.span
    var index = 0
    while index < span.count {
      let (step, length) = UTF8Step.decode(span, at: index)
      body(step)
      index += length
    }
  }
}

extension Text: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension Text: CustomStringConvertible {
  public var description: String { display }
}
