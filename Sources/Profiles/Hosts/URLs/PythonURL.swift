// SPDX-License-Identifier: MIT

internal import Bytes

/// Python's `urllib.parse.urlparse`.
struct PythonURL: Hashable, Sendable {
  /// Whether it checks a scheme, brackets and a port as closely as Python 3.11.4 and later.
  var isStrict = true

  func read(_ text: [UInt8]) throws(URLFault) -> HostURL {
    let clean = Array(text.drop { $0 <= 0x20 }).filter { ![0x09, 0x0A, 0x0D].contains($0) }
    var url = HostURL()
    let rest: [UInt8]
    (url.scheme, rest) = scheme(clean)
    guard rest.starts(with: Array("//".utf8)) else { return url }
    let location = Array(rest.dropFirst(2)).until(any: "/?#")
    try check(location)
    let (userPart, host) = location.cutLast(at: "@")
    if let userPart { url.set(userPart: userPart) }
    try readHost(host, into: &url)
    return url
  }

  private func scheme(_ text: [UInt8]) -> ([UInt8], [UInt8]) {
    let (scheme, rest) = text.cut(at: ":")
    guard let rest, let first = scheme.first, !isStrict || first.isLetter,
      scheme.allSatisfy({ $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) })
    else { return ([], text) }
    return (scheme.lowered, rest)
  }

  private func check(_ location: [UInt8]) throws(URLFault) {
    let (opens, closes) = (location.contains("["), location.contains("]"))
    guard opens == closes else { throw URLFault("ValueError: Invalid IPv6 URL") }
    if isStrict, opens {
      let inside = (location.cut(at: "[").tail ?? []).cut(at: "]").head
      guard Self.isAddress(inside) else {
        throw URLFault(
          "ValueError: '\(inside.display)' does not appear to be an IPv4 or IPv6 address")
      }
    }
    guard !Text(location).hasCompatibilityMark else {
      throw URLFault(
        "ValueError: netloc '\(location.display)' contains invalid characters under NFKC"
          + " normalization")
    }
  }

  private static func isAddress(_ text: [UInt8]) -> Bool {
    text.contains(":") && text.allSatisfy { Hex.value(of: $0) != nil || ":.".utf8.contains($0) }
  }

  private func readHost(_ text: [UInt8], into url: inout HostURL) throws(URLFault) {
    let (before, bracketed) = text.cut(at: "[")
    let port: [UInt8]?
    if let bracketed {
      let (host, rest) = bracketed.cut(at: "]")
      (url.host, port) = (host, (rest ?? []).cut(at: ":").tail)
    } else {
      (url.host, port) = before.cut(at: ":")
    }
    url.host = url.host.lowered
    guard let port, !port.isEmpty else { return }
    let digits = isStrict ? port : port.trimmed(\.isCSpace)
    guard digits.areDigits else {
      throw URLFault("ValueError: Port could not be cast to integer value as '\(port.display)'")
    }
    guard let number = Int(digits.display), number <= 65535 else {
      throw URLFault("ValueError: Port out of range 0-65535")
    }
    url.port = number
  }
}

extension Text {
  /// Whether a character stands for `/`, `?`, `#`, `@` or `:` in its compatibility form.
  fileprivate var hasCompatibilityMark: Bool {
    let marks: [ClosedRange<UInt32>] = [
      0x2047...0x2049, 0x2100...0x2101, 0x2105...0x2106, 0x2A74...0x2A74, 0xFE13...0xFE13,
      0xFE16...0xFE16, 0xFE55...0xFE56, 0xFE5F...0xFE5F, 0xFE6B...0xFE6B, 0xFF03...0xFF03,
      0xFF0F...0xFF0F, 0xFF1A...0xFF1A, 0xFF1F...0xFF20,
    ]
    var found = false
    forEachStep { step in
      if case .scalar(let value) = step, marks.contains(where: { $0.contains(value) }) {
        found = true
      }
    }
    return found
  }
}
