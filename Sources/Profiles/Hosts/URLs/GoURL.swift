// SPDX-License-Identifier: MIT

internal import Bytes

/// Go's `net/url`.
enum GoURL {
  static func read(_ text: [UInt8]) throws(URLFault) -> HostURL {
    let (body, fragment) = text.cut(at: "#")
    do throws(URLFault) {
      var url = try parse(body)
      url.host = try hostText(url.host)
      return try check(fragment, url)
    } catch {
      throw URLFault("parse \(URLQuoting.go(fragment == nil ? text : body)): \(error.words)")
    }
  }

  private static func check(_ fragment: [UInt8]?, _ url: HostURL) throws(URLFault) -> HostURL {
    if let fragment { _ = try unescape(fragment) }
    return url
  }

  private static func parse(_ text: [UInt8]) throws(URLFault) -> HostURL {
    guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw URLFault("net/url: invalid control character in URL")
    }
    var url = HostURL()
    let rest: [UInt8]
    (url.scheme, rest) = try scheme(text)
    let path = rest.cut(at: "?").head
    guard path.starts(with: Array("//".utf8)) else {
      if url.scheme.isEmpty, !path.starts(with: Array("/".utf8)),
        path.cut(at: "/").head.contains(":")
      {
        throw URLFault("first path segment in URL cannot contain colon")
      }
      return url
    }
    let (authority, tail) = Array(path.dropFirst(2)).cut(any: "/")
    try readAuthority(authority, into: &url)
    _ = try unescape(tail)
    return url
  }

  private static func scheme(_ text: [UInt8]) throws(URLFault) -> ([UInt8], [UInt8]) {
    let (scheme, rest) = text.cut(at: ":")
    guard let rest else { return ([], text) }
    guard !scheme.isEmpty else { throw URLFault("missing protocol scheme") }
    return scheme.isScheme ? (scheme.lowered, rest) : ([], text)
  }

  private static func readAuthority(
    _ authority: [UInt8], into url: inout HostURL
  ) throws(URLFault) {
    let (userPart, host) = authority.cutLast(at: "@")
    (url.host, url.port) = try hostAndPort(host)
    guard let userPart else { return }
    guard userPart.allSatisfy({ $0.isLetter || $0.isDigit || marks.contains($0) }) else {
      throw URLFault("net/url: invalid userinfo")
    }
    let (user, password) = userPart.cut(at: ":")
    url.user = Text(try unescape(user))
    if let password { url.password = Text(try unescape(password)) }
  }

  private static let marks = Array("-._:~!$&'()*+,;=%@".utf8)

  private static func hostAndPort(_ text: [UInt8]) throws(URLFault) -> ([UInt8], Int?) {
    let bracket = text.first == UInt8(ascii: "[") ? text.lastIndex(of: UInt8(ascii: "]")) : nil
    if text.first == UInt8(ascii: "["), bracket == nil { throw URLFault("missing ']' in host") }
    let start = bracket.map { $0 + 1 } ?? text.lastIndex(of: UInt8(ascii: ":")) ?? text.count
    let port = Array(text[start...])
    guard port.isEmpty || port.first == UInt8(ascii: ":") && Array(port.dropFirst()).areDigits
    else { throw URLFault("invalid port \(URLQuoting.go(port)) after host") }
    let host = bracket.map { Array(text[1..<$0]) } ?? Array(text[..<start])
    return (host, port.count > 1 ? Int(Array(port.dropFirst()).display) ?? .max : nil)
  }

  /// A host: escapes stand for bytes beyond ASCII only, and some characters belong to none.
  private static func hostText(_ host: [UInt8]) throws(URLFault) -> [UInt8] {
    for index in host.indices where host[index] == UInt8(ascii: "%") {
      let byte = PercentEscapes.byte(host, at: index)
      guard let byte, byte >= 0x80 || byte == UInt8(ascii: "%") else {
        throw badEscape(host, at: index)
      }
    }
    for byte in host where byte < 0x80 && !isHost(byte) {
      throw URLFault("invalid character \(URLQuoting.go([byte])) in host name")
    }
    return PercentEscapes.decode(host)
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "-_.~!$&'()*+,;=:[]<>\"%".utf8.contains(byte)
  }

  private static func unescape(_ text: [UInt8]) throws(URLFault) -> [UInt8] {
    if let place = PercentEscapes.firstBad(text) { throw badEscape(text, at: place) }
    return PercentEscapes.decode(text)
  }

  private static func badEscape(_ text: [UInt8], at index: Int) -> URLFault {
    URLFault("invalid URL escape \(URLQuoting.go(Array(text[index...].prefix(3))))")
  }
}
