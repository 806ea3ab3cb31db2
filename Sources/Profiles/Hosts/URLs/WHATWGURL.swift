// SPDX-License-Identifier: MIT

internal import Bytes

/// The URL parser of browsers and of Node.js; user parts stay escaped, and are escaped where needed.
enum WHATWGURL {
  /// Schemes with a web host, which is stricter; their default ports are left out.
  private static let special = ["http", "https", "ws", "wss", "ftp"]
  static let invalid = URLFault("ERR_INVALID_URL: Invalid URL")

  static func read(_ text: [UInt8]) throws(URLFault) -> HostURL {
    let clean = text.trimmed { $0 <= 0x20 }.filter { ![0x09, 0x0A, 0x0D].contains($0) }
    let (scheme, rest) = clean.cut(at: ":")
    guard let rest, scheme.isScheme else { throw invalid }
    let isSpecial = special.contains(scheme.lowered.display)
    var url = HostURL(scheme: scheme.lowered)
    guard isSpecial || rest.starts(with: Array("//".utf8)) else { return url }
    let slashes =
      isSpecial ? Array(rest.drop { "/\\".utf8.contains($0) }) : Array(rest.dropFirst(2))
    let authority = slashes.until(any: isSpecial ? "/?#\\" : "/?#")
    let (userPart, host) = authority.cutLast(at: "@")
    if let userPart {
      guard !host.isEmpty else { throw invalid }
      url.set(userPart: userPart)
      url.user = url.user.map { Text(escape($0.bytes)) }
      url.password = url.password.map { Text(escape($0.bytes)) }
    }
    try readHost(host, isSpecial, into: &url)
    return url
  }

  private static func readHost(
    _ text: [UInt8], _ isSpecial: Bool, into url: inout HostURL
  ) throws(URLFault) {
    let bracket = text.first == UInt8(ascii: "[") ? text.firstIndex(of: UInt8(ascii: "]")) : nil
    let host = bracket.map { Array(text[...$0]) } ?? text.cut(at: ":").head
    let port = text.dropFirst(host.count)
    guard port.isEmpty || port.first == UInt8(ascii: ":"), Array(port.dropFirst()).areDigits,
      !host.isEmpty || !isSpecial && port.isEmpty
    else { throw invalid }
    url.host = try bracket == nil ? name(host, isSpecial) : address(host)
    guard port.count > 1 else { return }
    guard let number = Int(Array(port.dropFirst()).display), number <= 65535 else { throw invalid }
    url.port = number
  }

  private static func address(_ host: [UInt8]) throws(URLFault) -> [UInt8] {
    let inside = host.dropFirst().dropLast()
    guard inside.contains(UInt8(ascii: ":")),
      inside.allSatisfy({ Hex.value(of: $0) != nil || ":.".utf8.contains($0) })
    else { throw invalid }
    return Array(inside).lowered
  }

  private static func name(_ host: [UInt8], _ isSpecial: Bool) throws(URLFault) -> [UInt8] {
    let name = isSpecial ? PercentEscapes.decode(host).lowered : host
    let forbidden = isSpecial ? "#/:<>?@[\\]^|%" : "#/:<>?@[\\]^|"
    guard
      name.allSatisfy({
        $0 > 0x20 && $0 != 0x7F && !forbidden.utf8.contains($0) || !isSpecial && $0 < 0x20 && $0 > 0
      })
    else { throw invalid }
    guard isSpecial, let number = try lastNumber(name) else { return name }
    return number
  }

  /// A web host that ends in a number is an address, however it is written.
  private static func lastNumber(_ name: [UInt8]) throws(URLFault) -> [UInt8]? {
    var parts = name.pieces(at: ".")
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard let last = parts.last, !last.isEmpty, last.areDigits || number(last) != nil else {
      return nil
    }
    let numbers = parts.compactMap(number)
    guard numbers.count == parts.count, let low = numbers.last, parts.count <= 4,
      numbers.dropLast().allSatisfy({ $0 < 256 }), low < 1 << (8 * (5 - UInt64(parts.count)))
    else { throw invalid }
    let high = numbers.dropLast().enumerated().reduce(UInt64(0)) {
      $0 | $1.element << (24 - 8 * UInt64($1.offset))
    }
    let value = high | low
    return Array([24, 16, 8, 0].map { String(value >> $0 & 255) }.joined(separator: ".").utf8)
  }

  private static func number(_ part: [UInt8]) -> UInt64? {
    let text = part.display
    if text.hasPrefix("0x") { return text.count == 2 ? 0 : UInt64(text.dropFirst(2), radix: 16) }
    guard part.areDigits, !part.isEmpty else { return nil }
    return text.hasPrefix("0") && text.count > 1 ? UInt64(text, radix: 8) : UInt64(text)
  }

  /// Escapes what a user part must not have.
  private static func escape(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      guard byte <= 0x20 || byte > 0x7E || "\"#<>?`{}/:;=@[\\]^|".utf8.contains(byte) else {
        return [byte]
      }
      return Array("%\(Hex.encode([byte]).uppercased())".utf8)
    }
  }
}
