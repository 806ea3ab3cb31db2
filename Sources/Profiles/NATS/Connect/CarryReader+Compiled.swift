// SPDX-License-Identifier: MIT

internal import Bytes

// Clients in Go, Java, C, C# and Swift.
extension CarryReader {
  func go(_ url: Text) throws(CallEnding) -> CarryServers {
    let pieces = pieces(of: url) { $0.isCSpace }
    var servers: [CarryServer] = []
    for piece in pieces {
      do throws(URLFault) { servers.append(try goServer(piece)) } catch { throw .fault(error) }
    }
    return CarryServers(servers.isEmpty ? [CarryServer()] : servers, .anyThatAnswers)
  }

  /// The usual port is written behind an address without one, whatever it ends with.
  private func goServer(_ piece: [UInt8]) throws(URLFault) -> CarryServer {
    let text = piece.cutScheme().scheme == nil ? Array("nats://".utf8) + piece : piece
    var url = try GoURL.read(text)
    if url.port == nil {
      url = try GoURL.read(
        text + (text.last == UInt8(ascii: ":") ? [] : [0x3A]) + Array("4222".utf8))
    }
    return CarryServer(user: url.user, password: url.password, ending: goEnding(url))
  }

  private func goEnding(_ url: HostURL) -> CallEnding? {
    let host = url.host.display
    guard let port = url.port else {
      return .told(
        host.isEmpty
          ? "dial tcp: missing address" : "dial tcp: address \(host): missing port in address")
    }
    guard port < 65536 else { return .told("dial tcp: address \(port): invalid port") }
    let place = url.host.isEmpty ? Array("localhost".utf8) : url.host
    switch CarryReach(host: place, port: port) {
    case .open: return Self.goSchemes[url.scheme.display]
    case .closed: return .told("nats: no servers available for connection")
    case .unknown: return .told("dial tcp: lookup \(host): no such host")
    }
  }

  /// What comes of schemes that the recorded server does not speak.
  private static let goSchemes: [String: CallEnding] = [
    "tls": .told("nats: secure connection not available"), "ws": .kind(""), "wss": .kind(""),
  ]

  func c(_ url: Text, decodes: Bool) throws(CallEnding) -> CarryServers {
    let text = Array(url.bytes.prefix { $0 != 0 }).trimmed(\.isCSpace)
    guard !text.isEmpty else {
      throw .told(
        "Connect: Invalid Argument: (\(decodes ? "src/url.c" : "url.c:64")): Invalid Argument")
    }
    let (userPart, location) = text.cutScheme().rest.cutLast(at: "@")
    var server = CarryServer()
    let (user, password) = (userPart ?? []).cut(at: ":")
    if !user.isEmpty { server.user = try cText(user, decodes) }
    if let password, decodes || !password.isEmpty {
      server.password = try cText(password, decodes)
    }
    server.ending = try cEnding(location, decodes)
    return CarryServers([server])
  }

  private func cText(_ text: [UInt8], _ decodes: Bool) throws(CallEnding) -> Text {
    guard decodes else { return Text(text) }
    guard PercentEscapes.firstBad(text) == nil else {
      throw .told(
        "Connect: Error: (src/url.c:75): invalid percent encoding in URL: \(text.display)")
    }
    return Text(Array(PercentEscapes.decode(text).prefix { $0 != 0 }))
  }

  private func cEnding(_ location: [UInt8], _ decodes: Bool) throws(CallEnding) -> CallEnding? {
    let after = location.lastIndex(of: UInt8(ascii: "]")) ?? 0
    let colon = location[after...].lastIndex(of: UInt8(ascii: ":"))
    let host = colon.map { Array(location[..<$0]) } ?? location
    let port = colon.map { Array(location[($0 + 1)...]).cut(at: "/").head } ?? []
    guard port.areDigits, Int32(port.isEmpty ? "0" : port.display) != nil else {
      throw .told(
        "Connect: Invalid Argument: (\(decodes ? "src/url.c" : "url.c:42")): invalid port '\(port.display)'"
      )
    }
    let reach = CarryReach(
      host: host.isEmpty ? Array("localhost".utf8) : host,
      port: port.isEmpty ? CarryReach.port : Int(port.display))
    return reach == .open
      ? nil
      : .told(
        "Connect: No server available for connection: (\(decodes ? "src/conn.c" : "conn.c:2088")): No"
          + " server available for connection")
  }

  func mono(_ url: Text) throws(CallEnding) -> CarryServers {
    var servers: [CarryServer] = []
    for piece in pieces(of: url, trimming: { $0.isCSpace }) {
      do throws(URLFault) { servers.append(try monoServer(piece)) } catch { throw .fault(error) }
    }
    return CarryServers(servers.isEmpty ? [CarryServer()] : servers, .anyThatAnswers)
  }

  private func monoServer(_ piece: [UInt8]) throws(URLFault) -> CarryServer {
    let text = piece.cutScheme().scheme == nil ? Array("nats://".utf8) + piece : piece
    let url = try MonoURI.read(text)
    var server = CarryServer(
      user: url.user.map { Text(PercentEscapes.decodeCharacters($0.bytes)) },
      password: url.password.map { Text(PercentEscapes.decodeCharacters($0.bytes)) })
    if url.user?.isEmpty == true, url.password == nil { server.user = nil }
    if url.scheme.display == "tls" { server.ending = .kind("") }
    switch CarryReach(host: url.host, port: url.port ?? CarryReach.port) {
    case .open: break
    case .closed: server.ending = .kind("NATS.Client.NATSConnectionException")
    case .unknown:
      server.ending = .told(
        "NATS.Client.NATSConnectionException: One or more errors occurred."
          + " (Could not resolve host '\(url.host.display)')")
    }
    return server
  }

  func swift(_ url: Text) throws(CallEnding) -> CarryServers {
    guard let found = SwiftURL.read(url.bytes) else {
      throw .told("Foundation URL(string:) returned nil")
    }
    guard !found.host.isEmpty else {
      throw .told("ConnectError: nats: invalid client configuration: no url")
    }
    let port = found.port ?? CarryReach.port
    switch CarryReach(host: found.host, port: port) {
    case .open:
      return CarryServers([CarryServer(ending: found.scheme.display == "tls" ? .kind("") : nil)])
    case .closed: throw .kind("ConnectError")
    case .unknown:
      throw .told(
        "ConnectError: nats: DNS lookup error: SocketAddressError.UnknownHost: Name or service not"
          + " known (error -2) for host \(found.host.display), port \(port)")
    }
  }
}
