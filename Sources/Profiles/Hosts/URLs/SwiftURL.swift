// SPDX-License-Identifier: MIT

internal import Bytes

/// `URL(string:)` of Foundation: lenient in a user part, strict with a scheme, a host and a port.
enum SwiftURL {
  /// Nothing where Foundation makes no URL; a URL without an authority has no host.
  static func read(_ text: [UInt8]) -> HostURL? {
    guard !text.isEmpty else { return nil }
    var url = HostURL()
    let head = text.until(any: "/?#")
    var rest = text
    if head.contains(":") {
      let (scheme, tail) = text.cut(at: ":")
      guard scheme.isEmpty || scheme.isScheme || scheme.contains("@") else { return nil }
      if !scheme.contains("@") {
        url.scheme = scheme
        rest = tail ?? []
      }
    }
    guard rest.starts(with: Array("//".utf8)) else { return url }
    let authority = Array(rest.dropFirst(2)).until(any: "/?#")
    let host = authority.cutLast(at: "@").tail
    return read(host, into: url)
  }

  private static func read(_ text: [UInt8], into found: HostURL) -> HostURL? {
    var url = found
    let bracket = text.first == UInt8(ascii: "[") ? text.lastIndex(of: UInt8(ascii: "]")) : nil
    let host = bracket.map { Array(text[1..<$0]) } ?? text.cut(at: ":").head
    let port = text.dropFirst(bracket.map { $0 + 1 } ?? host.count)
    guard port.isEmpty || port.first == UInt8(ascii: ":"), Array(port.dropFirst()).areDigits,
      !host.contains(" ")
    else { return nil }
    url.host = PercentEscapes.decode(host)
    url.port = Int(Array(port.dropFirst()).display)
    return url
  }
}
