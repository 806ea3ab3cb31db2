// SPDX-License-Identifier: MIT

internal import Bytes

/// Ruby's `URI`, by the grammar of RFC 3986 and by parts.
enum RubyURI {
  static func read(_ text: [UInt8]) throws(URLFault) -> HostURL {
    guard text.isASCII else {
      throw URLFault("URI::InvalidURIError: URI must be ascii only \(URLQuoting.rubyDump(text))")
    }
    guard let url = parse(text) else {
      throw URLFault("URI::InvalidURIError: bad URI(is not URI?): \(URLQuoting.ruby(text))")
    }
    return url
  }

  private static func parse(_ text: [UInt8]) -> HostURL? {
    let (scheme, rest) = text.cut(at: ":")
    guard scheme.isScheme, let rest, rest.starts(with: Array("//".utf8)) else {
      return rest.flatMap { scheme.isScheme && isTail($0) ? HostURL(scheme: scheme) : nil }
    }
    let (authority, tail) = Array(rest.dropFirst(2)).cut(any: "/?#")
    guard isTail(tail), var url = self.authority(authority) else { return nil }
    url.scheme = scheme.lowered
    return url
  }

  private static func authority(_ text: [UInt8]) -> HostURL? {
    var url = HostURL()
    let (userPart, hostPart) = text.cut(at: "@")
    if hostPart != nil {
      guard isUserPart(userPart) else { return nil }
      if !userPart.isEmpty { url.set(userPart: userPart) }
    }
    let host = hostPart ?? userPart
    let bracket = host.first == UInt8(ascii: "[") ? host.firstIndex(of: UInt8(ascii: "]")) : nil
    let name = bracket.map { Array(host[1..<$0]) } ?? host.cut(at: ":").head
    let rest = host.dropFirst(bracket.map { $0 + 1 } ?? name.count)
    guard bracket != nil || !name.contains("[") && isName(name),
      rest.isEmpty || rest.first == UInt8(ascii: ":"), Array(rest.dropFirst()).areDigits
    else { return nil }
    url.host = name
    url.port = rest.count > 1 ? Int(Array(rest.dropFirst()).display) ?? .max : nil
    return url
  }

  /// The characters of a user part; escapes must be whole.
  static func isUserPart(_ text: [UInt8]) -> Bool { isMade(of: "-._~!$&'()*+,;=:%", text) }

  private static func isName(_ text: [UInt8]) -> Bool { isMade(of: "-._~!$&'()*+,;=%", text) }

  /// A path, a query and a fragment.
  private static func isTail(_ text: [UInt8]) -> Bool {
    let (body, fragment) = text.cut(at: "#")
    return isMade(of: "-._~!$&'()*+,;=:@/?%", body)
      && isMade(of: "-._~!$&'()*+,;=:@/?%", fragment ?? [])
  }

  private static func isMade(of marks: String, _ text: [UInt8]) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isDigit || marks.utf8.contains($0) }
      && PercentEscapes.firstBad(text) == nil
  }

  // MARK: - By parts

  /// `URI::Generic.build`, which checks one part after another.
  static func build(
    scheme: [UInt8], userPart: [UInt8]?, host: [UInt8], port: [UInt8]?
  ) throws(URLFault) -> HostURL {
    guard scheme.isScheme else { throw component("scheme", scheme.display) }
    var url = HostURL(scheme: scheme, host: host)
    if let userPart { try set(userPart, in: &url) }
    guard !host.isEmpty, isHostName(host) else { throw component("host", host.display) }
    guard port?.areDigits != false else { throw component("port", URLQuoting.ruby(port ?? [])) }
    url.port = port.map { Int($0.display) ?? .max }
    return url
  }

  private static func isHostName(_ text: [UInt8]) -> Bool { isMade(of: "-.%", text) }

  /// `user=`, which takes a password too where there is a colon.
  static func set(_ userPart: [UInt8], in url: inout HostURL) throws(URLFault) {
    let (user, password) = userPart.cut(at: ":")
    guard isUserPart(user) else { throw component("userinfo component or user", user.display) }
    guard isUserPart(password ?? []) else { throw badPassword }
    url.user = userPart.isEmpty ? nil : Text(user)
    url.password = userPart.isEmpty ? nil : password.map { Text($0) }
  }

  /// `password=`.
  static func set(password: [UInt8], in url: inout HostURL) throws(URLFault) {
    guard url.user != nil else {
      throw URLFault("URI::InvalidURIError: password component depends user component")
    }
    guard isUserPart(password) else { throw badPassword }
    url.password = Text(password)
  }

  private static let badPassword = URLFault("URI::InvalidComponentError: bad password component")

  private static func component(_ name: String, _ shown: String) -> URLFault {
    URLFault("URI::InvalidComponentError: bad component(expected \(name) component): \(shown)")
  }
}
