// SPDX-License-Identifier: MIT

import Bytes
import Seeded
import Testing

/// Swift's own validation is the oracle: it names the offset of the first byte that is no UTF-8.
struct `A step of UTF-8` {
  /// The bytes at which some rule of the encoding begins or ends.
  static let borders: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
    0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test func `agrees with Swift for each one and two bytes`() {
    for first in UInt8.min...UInt8.max {
      expectAgreement([first])
      for second in UInt8.min...UInt8.max { expectAgreement([first, second]) }
    }
  }

  @Test func `agrees with Swift for three bytes at the borders`() {
    for first in Self.borders {
      for second in Self.borders {
        for third in Self.borders { expectAgreement([first, second, third]) }
      }
    }
  }

  @Test func `agrees with Swift for three random bytes`() {
    var random = Seeded(seed: 3)
    for _ in 0..<20_000 {
      let first = UInt8.random(in: 0xC0...0xFF, using: &random)
      expectAgreement([first] + random.bytes(2))
    }
  }

  @Test func `agrees with Swift for four random bytes`() {
    var random = Seeded(seed: 4)
    for round in 0..<40_000 {
      let first = UInt8.random(in: 0xEE...0xF6, using: &random)
      let second = UInt8.random(in: 0x78...0xC7, using: &random)
      let tail: ClosedRange<UInt8> = round % 4 == 0 ? 0...255 : 0x80...0xBF
      let third = UInt8.random(in: tail, using: &random)
      let fourth = UInt8.random(in: tail, using: &random)
      expectAgreement([first, second, third, fourth])
    }
  }

  @Test func `returns each scalar value that was appended`() {
    var value: UInt32 = 0
    while value <= 0x10FFFF {
      var bytes: [UInt8] = []
      bytes.append(codePoint: value)
      let (step, length) = UTF8Step.decode(bytes.span, at: 0)
      let isSurrogate = (0xD800...0xDFFF).contains(value)
      let expected = isSurrogate ? UTF8Step.surrogate(value) : .scalar(value)
      if step != expected || length != bytes.count { Issue.record("U+\(value) is \(step)") }
      if let scalar = Unicode.Scalar(value), Array(String(scalar).utf8) != bytes {
        Issue.record("\(value) has the bytes \(bytes)")
      }
      value += value < 0x1_1000 ? 1 : 251
    }
  }

  @Test func `takes one byte where nothing begins`() {
    let cut: [UInt8] = [0x41, 0xF0, 0x9F, 0x98]
    for index in 1..<cut.count {
      let (step, length) = UTF8Step.decode(cut.span, at: index)
      #expect(step == .invalid)
      #expect(length == 1)
    }
  }
}

/// Compares the scalars, or the offset of the first byte that is wrong.
private func expectAgreement(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
  let (scalars, firstBad) = steps(of: bytes)
  do throws(UTF8.ValidationError) {
    let valid = try UTF8Span(validating: bytes.span)
    var expected: [UInt32] = []
    var iterator = valid.makeUnicodeScalarIterator()
    while let scalar = iterator.next() { expected.append(scalar.value) }
    if firstBad != nil || scalars != expected {
      Issue.record("\(Hex.encode(bytes)) is UTF-8", sourceLocation: sourceLocation)
    }
  } catch {
    if firstBad != error.byteOffsets.lowerBound {
      Issue.record("\(Hex.encode(bytes)): \(error)", sourceLocation: sourceLocation)
    }
  }
}

private func steps(of bytes: [UInt8]) -> (scalars: [UInt32], firstBad: Int?) {
  var scalars: [UInt32] = []
  var firstBad: Int?
  var index = 0
  while index < bytes.count {
    let (step, length) = UTF8Step.decode(bytes.span, at: index)
    if case .scalar(let value) = step {
      scalars.append(value)
    } else {
      firstBad = firstBad ?? index
    }
    index += length
  }
  return (scalars, firstBad)
}
