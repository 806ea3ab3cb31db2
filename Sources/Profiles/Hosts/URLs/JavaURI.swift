// SPDX-License-Identifier: MIT

internal import Bytes

/// `java.net.URI`: server-based where it can be, registry-based where not.
struct JavaURI {
  private(set) var scheme: String?
  /// Nothing where the URI is opaque.
  private(set) var path: String?
  /// The user part as it is written; nothing where the authority is a registry's.
  private(set) var userPart: Text?
  private(set) var host: String?
  private(set) var port: Int?
  private let units: [UInt16]

  init(_ text: Text) throws(URLFault) {
    let bytes = text.utf16Bytes
    units = stride(from: 0, to: bytes.count, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    try parse()
  }

  // MARK: - Grammar

  private mutating func parse() throws(URLFault) {
    let colon = try scan(0, units.count, until: "/?#:")
    guard at(colon) == ":" else { return try parseHierarchy(from: 0) }
    guard colon > 0 else { throw fault("Expected scheme name", 0) }
    try check(0..<1, "", "scheme name", digits: false, escapes: false)
    try check(1..<colon, "+-.", "scheme name", escapes: false)
    scheme = string(0..<colon)
    guard at(colon + 1) == "/" else {
      let end = try scan(colon + 1, units.count, until: "#")
      guard end > colon + 1 else { throw fault("Expected scheme-specific part", colon + 1) }
      try check(colon + 1..<end, Self.any, "opaque part")
      return try parseFragment(from: end)
    }
    try parseHierarchy(from: colon + 1)
  }

  private mutating func parseHierarchy(from start: Int) throws(URLFault) {
    var place = start
    if at(place) == "/", at(place + 1) == "/" {
      place += 2
      let end = try scan(place, units.count, until: "/?#")
      if end > place {
        try parseAuthority(place..<end)
      } else if end == units.count {
        throw fault("Expected authority", place)
      }
      place = end
    }
    let end = try scan(place, units.count, until: "?#")
    try check(place..<end, Self.pathMarks, "path")
    path = string(place..<end)
    guard at(end) == "?" else { return try parseFragment(from: end) }
    let query = try scan(end + 1, units.count, until: "#")
    try check(end + 1..<query, Self.any, "query")
    try parseFragment(from: query)
  }

  private func parseFragment(from start: Int) throws(URLFault) {
    if at(start) == "#" { try check(start + 1..<units.count, Self.any, "fragment") }
  }

  private mutating func parseAuthority(_ range: Range<Int>) throws(URLFault) {
    let isServer = try span(range, Self.serverMarks) == range.upperBound
    let isRegistry = try span(range, Self.registryMarks) == range.upperBound
    guard isServer else {
      if isRegistry { return }
      throw fault("Illegal character in authority", range.lowerBound)
    }
    do throws(URLFault) {
      try parseServer(range)
    } catch {
      (userPart, host, port) = (nil, nil, nil)
      guard isRegistry else { throw error }
    }
  }

  private mutating func parseServer(_ range: Range<Int>) throws(URLFault) {
    var place = range.lowerBound
    let mark = try scan(place, range.upperBound, until: "/?#@")
    if mark < range.upperBound, at(mark) == "@" {
      try check(place..<mark, Self.userMarks, "user info")
      userPart = text(place..<mark)
      place = mark + 1
    }
    let end = try hostEnd(place..<range.upperBound)
    host = string(place..<end)
    guard end < range.upperBound else { return }
    guard at(end) == ":" else { throw fault("Expected port number", end) }
    guard end + 1 < range.upperBound else { return }
    try check(end + 1..<range.upperBound, "", "port number", letters: false, escapes: false)
    guard let number = Int32(string(end + 1..<range.upperBound)) else {
      throw fault("Malformed port number", end + 1)
    }
    port = Int(number)
  }

  private func hostEnd(_ range: Range<Int>) throws(URLFault) -> Int {
    if at(range.lowerBound) == "[" {
      let end = try scan(range.lowerBound, range.upperBound, until: "]")
      let address = string(range.lowerBound + 1..<max(range.lowerBound + 1, end))
      guard end < range.upperBound, address.utf8.contains(UInt8(ascii: ":")),
        address.utf8.allSatisfy({ Hex.value(of: $0) != nil || ":.%".utf8.contains($0) })
      else { throw fault("Malformed IPv6 address", range.lowerBound) }
      return end + 1
    }
    var end = range.lowerBound
    while end < range.upperBound, let byte = UInt8(exactly: units[end]),
      byte.isLetter || byte.isDigit || "-.".utf8.contains(byte)
    { end += 1 }
    let name = Array(string(range.lowerBound..<end).utf8)
    guard name.isFourNumbers || name.isHostName else {
      throw fault("Expected hostname", range.lowerBound)
    }
    return end
  }

  // MARK: - Characters

  private static let unreserved = "-_.!~*'()"
  private static let userMarks = unreserved + ";:&=+$,"
  private static let serverMarks = userMarks + "@[]"
  private static let registryMarks = unreserved + "$,;:@&=+"
  private static let pathMarks = unreserved + ":@&=+$,;/"
  private static let any = unreserved + ";/?:@&=+$,[]"

  private func at(_ index: Int) -> Unicode.Scalar? {
    units.indices.contains(index) ? Unicode.Scalar(units[index]) : nil
  }

  /// The first of some marks; a broken escape on the way does not matter.
  private func scan(_ start: Int, _ end: Int, until marks: String) throws(URLFault) -> Int {
    var index = start
    while index < end, !isOne(of: marks, units[index]) { index += 1 }
    return index
  }

  private func isOne(of marks: String, _ unit: UInt16) -> Bool {
    UInt8(exactly: unit).map { marks.utf8.contains($0) } ?? false
  }

  /// How far characters of a kind go; letters, digits, escapes and what is beyond ASCII always do.
  private func span(
    _ range: Range<Int>, _ marks: String, letters: Bool = true, digits: Bool = true,
    escapes: Bool = true
  ) throws(URLFault) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let unit = units[index]
      if let byte = UInt8(exactly: unit), byte < 0x80 {
        if letters && byte.isLetter || digits && byte.isDigit || marks.utf8.contains(byte) {
          index += 1
        } else if escapes, byte == UInt8(ascii: "%") {
          guard isEscape(at: index, before: range.upperBound) else {
            throw fault("Malformed escape pair", index)
          }
          index += 3
        } else {
          return index
        }
      } else {
        guard escapes, unit > 0x80, !unit.isJavaSpace, unit > 0x9F else { return index }
        index += 1
      }
    }
    return index
  }

  private func isEscape(at index: Int, before end: Int) -> Bool {
    guard index + 2 < end else { return false }
    return units[index + 1...index + 2].allSatisfy {
      UInt8(exactly: $0).flatMap(Hex.value) != nil
    }
  }

  private func check(
    _ range: Range<Int>, _ marks: String, _ what: String, letters: Bool = true,
    digits: Bool = true, escapes: Bool = true
  ) throws(URLFault) {
    let place = try span(range, marks, letters: letters, digits: digits, escapes: escapes)
    guard place == range.upperBound else { throw fault("Illegal character in \(what)", place) }
  }

  private func string(_ range: Range<Int>) -> String { text(range).display }

  private func text(_ range: Range<Int>) -> Text { Text(utf16: units[range]) }

  private func fault(_ reason: String, _ index: Int) -> URLFault {
    URLFault("\(reason) at index \(index): \(string(0..<units.count))")
  }
}

extension UInt16 {
  /// The blanks beyond ASCII that Java knows.
  fileprivate var isJavaSpace: Bool {
    [0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000].contains(self)
      || (0x2000...0x200A).contains(self)
  }
}

extension [UInt8] {
  /// Four numbers up to 255 with dots.
  var isFourNumbers: Bool {
    let parts = pieces(at: ".")
    return parts.count == 4
      && parts.allSatisfy {
        !$0.isEmpty && $0.areDigits && Int($0.display).map { $0 < 256 } == true
      }
  }

  /// Labels with dots, of which the last begins with a letter.
  fileprivate var isHostName: Bool {
    var labels = pieces(at: ".")
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    return labels.last?.first?.isLetter == true
      && labels.allSatisfy {
        !$0.isEmpty && $0.first != UInt8(ascii: "-") && $0.last != UInt8(ascii: "-")
      }
  }
}

extension Text {
  /// The text of some UTF-16; a surrogate without its pair stays one.
  init(utf16 units: some Sequence<UInt16>) {
    var bytes: [UInt8] = []
    for unit in units { bytes.append(codePoint: UInt32(unit)) }
    self = Text(bytes).pairingSurrogates
  }
}
