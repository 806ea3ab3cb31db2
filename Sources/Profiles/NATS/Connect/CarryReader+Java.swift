// SPDX-License-Identifier: MIT

internal import Bytes

// jnats, which makes an address whole before it connects.
extension CarryReader {
  func java(_ url: Text) throws(CallEnding) -> CarryServers {
    var addresses: [JavaAddress] = []
    for piece in pieces(of: url, trimming: { $0 <= 0x20 }) {
      do throws(URLFault) {
        addresses.append(try JavaAddress(piece))
      } catch {
        let cause = "java.net.URISyntaxException: \(error.words)"
        throw .told("java.lang.IllegalArgumentException: \(cause) | cause \(cause)")
      }
    }
    let shown = addresses.map(\.text.display).joined(separator: ", ")
    let ending = CallEnding.told(
      "java.io.IOException: Unable to connect to NATS servers: [\(shown)]")
    let servers = addresses.map { $0.server(orElse: ending) }
    return CarryServers(servers.isEmpty ? [CarryServer()] : servers, .anyThatAnswers)
  }
}

/// An address with the scheme and the port that jnats adds.
private struct JavaAddress {
  private(set) var text: [UInt8]
  private var uri: JavaURI

  private static let prefix = Array("nats://".utf8)
  private static let schemes = ["nats", "tls", "opentls", "ws", "wss"]

  init(_ given: [UInt8]) throws(URLFault) {
    (text, uri) = try Self.parse(given)
    if uri.scheme == nil || uri.host == nil && uri.path == nil {
      text = Self.prefix + text
      uri = try JavaURI(Text(text))
    }
    guard uri.host != nil, let scheme = uri.scheme else {
      throw URLFault("Unable to parse URI string.: \(given.display)")
    }
    guard Self.schemes.contains(scheme.lowercased()) else {
      throw URLFault("Unsupported NATS URI scheme.: \(given.display)")
    }
    lower(scheme)
    if uri.port == nil { text += Array(":4222".utf8) }
    uri = try JavaURI(Text(text))
  }

  /// Prefixed where the text begins with what is no scheme.
  private static func parse(_ text: [UInt8]) throws(URLFault) -> ([UInt8], JavaURI) {
    do throws(URLFault) {
      return (text, try JavaURI(Text(text)))
    } catch {
      guard error.words.hasPrefix("Illegal character in scheme name at index") else { throw error }
      return (prefix + text, try JavaURI(Text(prefix + text)))
    }
  }

  /// The scheme in lower case, and the same letters wherever else they stand.
  private mutating func lower(_ scheme: String) {
    guard scheme != scheme.lowercased() else { return }
    let parts = text.display.split(separator: scheme, omittingEmptySubsequences: false)
    text = Array(parts.joined(separator: scheme.lowercased()).utf8)
  }

  func server(orElse ending: CallEnding) -> CarryServer {
    var server = CarryServer(overflow: ending)
    if let part = uri.userPart {
      let (user, password) = part.bytes.cut(at: ":")
      server.user = Self.decode(user)
      server.password = password.map(Self.decode)
    }
    let reach = CarryReach(host: Array((uri.host ?? "").utf8), port: uri.port)
    if reach != .open || uri.scheme != "nats" { server.ending = ending }
    return server
  }

  /// A surrogate in escapes becomes one U+FFFD, other broken UTF-8 one for each part.
  private static func decode(_ text: [UInt8]) -> Text {
    var decoded: [UInt8] = []
    let bytes = PercentEscapes.decode(text)
    var index = 0
    while index < bytes.count {
      let (step, length) = UTF8Step.decode(bytes.span, at: index)
      if case .scalar(let value) = step {
        decoded.append(codePoint: value)
        index += length
      } else {
        decoded.append(codePoint: 0xFFFD)
        index += step == .invalid ? bytes.brokenLength(at: index) : length
      }
    }
    return Text(decoded)
  }
}

extension [UInt8] {
  /// How many bytes begin a character that does not end.
  fileprivate func brokenLength(at start: Int) -> Int {
    let wanted =
      switch self[start] {
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard wanted > 1, start + 1 < count else { return 1 }
    let seconds: ClosedRange<UInt8> =
      switch self[start] {
      case 0xE0: 0xA0...0xBF
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard seconds.contains(self[start + 1]) else { return 1 }
    var length = 2
    while length < wanted, start + length < count, self[start + length] & 0xC0 == 0x80 {
      length += 1
    }
    return length
  }
}
