// SPDX-License-Identifier: MIT

internal import Bytes

/// `System.Uri` of Mono for a scheme that it does not know; the user part stays as it is written.
enum MonoURI {
  static func read(_ text: [UInt8]) throws(URLFault) -> HostURL {
    let (scheme, rest) = text.cutScheme()
    guard let scheme, !scheme.isEmpty else {
      throw fault("The format of the URI could not be determined.")
    }
    guard scheme.isScheme else { throw fault("The URI scheme is not valid.") }
    var url = HostURL(scheme: scheme.lowered)
    let authority = rest.until(any: "/?#")
    guard !authority.isEmpty else { return url }
    guard !authority.contains("\\") else { throw badHost }
    let (userPart, host) = authority.cut(at: "@")
    if host != nil { url.set(userPart: userPart) }
    try readHost(host ?? userPart, into: &url)
    return url
  }

  private static func readHost(_ text: [UInt8], into url: inout HostURL) throws(URLFault) {
    let bracket = text.first == UInt8(ascii: "[") ? text.firstIndex(of: UInt8(ascii: "]")) : nil
    let host = bracket.map { Array(text[1..<$0]) } ?? text.cut(at: ":").head
    let port = text.dropFirst(bracket.map { $0 + 1 } ?? host.count)
    guard port.isEmpty || port.first == UInt8(ascii: ":") else { throw badHost }
    if port.count > 1 {
      guard let number = Int(Array(port.dropFirst()).display), (0...65535).contains(number) else {
        throw fault("Invalid port specified.")
      }
      url.port = number == 0 ? nil : number
    }
    guard !host.isEmpty, bracket != nil || host.allSatisfy(isHost) else { throw badHost }
    url.host = host.lowered
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetter || byte.isDigit || "-_.".utf8.contains(byte)
  }

  private static let badHost = fault("The hostname could not be parsed.")

  private static func fault(_ words: String) -> URLFault {
    URLFault("System.UriFormatException: Invalid URI: \(words)")
  }
}
