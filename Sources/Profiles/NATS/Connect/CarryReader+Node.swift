// SPDX-License-Identifier: MIT

internal import Bytes

// The clients for Node.js.
extension CarryReader {
  /// Host and port alone are read, by a web address that is made of the text.
  func node(_ url: Text) throws(CallEnding) -> CarryServers {
    let text = location(url.bytes.trimmed(\.isCSpace))
    let isShort = !text.isIPv6
    let whole =
      isShort || text.contains("[") ? text : [UInt8(ascii: "[")] + text + [UInt8(ascii: "]")]
    let port = port(in: whole, after: isShort ? ":" : "]:") ?? CarryReach.port
    do throws(URLFault) {
      let found = try WHATWGURL.read(Array("http://".utf8) + whole)
      return CarryServers([CarryServer(ending: ending(host: found.host, port: port))])
    } catch {
      throw .fault(error)
    }
  }

  /// What follows the last `://` of the first line.
  private func location(_ text: [UInt8]) -> [UInt8] {
    let mark = Array("://".utf8)
    let start = text.indices.last { text[$0...].starts(with: mark) }
    return start.map { Array(text[($0 + mark.count)...]) } ?? text
  }

  /// The number after the first mark that has one.
  private func port(in text: [UInt8], after mark: String) -> Int? {
    let mark = Array(mark.utf8)
    for start in text.indices where text[start...].starts(with: mark) {
      let digits = Array(text[(start + mark.count)...].prefix(while: \.isDigit))
      if !digits.isEmpty { return Int(digits.display) ?? .max }
    }
    return nil
  }

  private func ending(host: [UInt8], port: Int) -> CallEnding? {
    guard port < 65536 else {
      return .told(
        "ERR_SOCKET_BAD_PORT: Port should be >= 0 and < 65536. Received type number (\(port)).")
    }
    let name = host.display
    return switch CarryReach(host: host, port: port) {
    case .open: nil
    case .closed: .told("ECONNREFUSED: connect ECONNREFUSED \(name):\(port)")
    case .unknown: .told("ENOTFOUND: getaddrinfo ENOTFOUND \(name)")
    }
  }

  /// The URL class of Node.js, which keeps escapes and adds some.
  func nodeURL(_ url: Text) throws(CallEnding) -> CarryServers {
    let found: HostURL
    do throws(URLFault) { found = try WHATWGURL.read(url.bytes) } catch { throw .fault(error) }
    var server = CarryServer()
    if let user = found.user, !user.isEmpty {
      server.user = user
      server.password = found.password.flatMap { $0.isEmpty ? nil : $0 }
    }
    server.ending =
      found.port.map { nodeEnding(host: found.host, port: $0) }
      ?? .told("ERR_SOCKET_BAD_PORT: Port should be >= 0 and < 65536. Received type string ('').")
    if found.scheme.display == "tls", server.ending == nil {
      server.ending = .told("NON_SECURE_CONN_REQ: Server does not support a secure connection.")
    }
    return CarryServers([server])
  }

  private func nodeEnding(host: [UInt8], port: Int) -> CallEnding? {
    let prefix = "CONN_ERR: Could not connect to server: Error:"
    return switch CarryReach(host: host, port: port) {
    case .open: nil
    case .closed: .told("\(prefix) connect ECONNREFUSED \(host.display):\(port)")
    case .unknown: .told("\(prefix) getaddrinfo ENOTFOUND \(host.display)")
    }
  }
}

extension [UInt8] {
  /// Whether the client takes the text for an IPv6 address.
  fileprivate var isIPv6: Bool {
    if contains("[") || span.contains(Array("::".utf8).span) { return true }
    return !contains(".") && count { $0 == UInt8(ascii: ":") } > 1
  }
}
