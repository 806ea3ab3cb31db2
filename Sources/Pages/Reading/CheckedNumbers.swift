// SPDX-License-Identifier: MIT

/// The numbers of a paragraph that a comment behind each ties to a member of an answer:
/// `13,076<!-- = summary.agrees -->`.
struct CheckedNumbers {
  private let lines: ArraySlice<ArraySlice<UInt8>>
  /// The number of the first line.
  private let start: Int

  init(lines: ArraySlice<ArraySlice<UInt8>>, from start: Int) {
    self.lines = lines
    self.start = start
  }

  func expectations(_ check: PagePlace) throws(PageError) -> [TableCase.Expectation] {
    var found: [TableCase.Expectation] = []
    for (index, line) in lines.enumerated() {
      found += try Self.expectations(in: line, check.at(start + index))
    }
    guard !found.isEmpty else { throw check.error("no number of the paragraph is checked") }
    return found
  }

  private static func expectations(
    in line: ArraySlice<UInt8>, _ place: PagePlace
  ) throws(PageError) -> [TableCase.Expectation] {
    var found: [TableCase.Expectation] = []
    var rest = line
    while let open = rest.firstRange(of: Array("<!-- = ".utf8)) {
      let digits = rest[..<open.lowerBound].reversed().prefix { isDigit($0) || $0 == comma }
      let number = digits.reversed().filter(isDigit)
      guard !number.isEmpty else { throw place.error("no number stands before '<!-- ='") }
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: Array(" -->".utf8)) else {
        throw place.error("'<!-- =' has no end in its line")
      }
      found.append(
        .init(
          line: place.line, member: String(decoding: rest[..<close.lowerBound], as: UTF8.self),
          cell: String(decoding: number, as: UTF8.self)))
      rest = rest[close.upperBound...]
    }
    return found
  }

  private static let comma = UInt8(ascii: ",")

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
