// SPDX-License-Identifier: MIT

internal import Bytes

// The two clients in Ruby; each draws one of several servers.
extension CarryReader {
  func ruby(_ url: Text) throws(CallEnding) -> CarryServers {
    var servers: [CarryServer] = []
    for piece in rubyPieces(Text(url.bytes.filter { !$0.isCSpace })) {
      let text = piece.cutScheme().scheme == nil ? Array("nats://".utf8) + piece : piece
      do throws(URLFault) {
        servers.append(server(try RubyURI.read(text)))
      } catch {
        throw .fault(error)
      }
    }
    guard !servers.isEmpty else { throw .kind("") }
    return CarryServers(servers, .drawn)
  }

  /// Without what is empty at the end, as `split` gives them.
  private func rubyPieces(_ url: Text) -> [[UInt8]] {
    Array(url.bytes.pieces(at: ",").reversed().drop { $0.isEmpty }.reversed())
  }

  private func server(_ url: HostURL) -> CarryServer {
    var server = CarryServer(user: url.user, password: url.password)
    let scheme = url.scheme.display
    guard ["nats", "tls", "ws", "wss"].contains(scheme) else {
      server.ending = .told(
        "NotImplementedError: \(scheme) protocol is not supported, check NATS cluster URL spelling")
      return server
    }
    let host = url.host.isEmpty ? Array("localhost".utf8) : url.host
    switch CarryReach(host: host, port: url.port ?? CarryReach.port) {
    case .open: server.ending = Self.rubySchemes[scheme]
    case .closed: server.ending = .kind("Errno")
    case .unknown:
      server.ending = .told("SocketError: getaddrinfo: Name or service not known")
    }
    return server
  }

  /// What comes of schemes that the recorded server does not speak.
  private static let rubySchemes: [String: CallEnding] = [
    "tls": .told("NATS::IO::SecureConnWanted: TLS/SSL not supported by server"), "ws": .kind(""),
    "wss": .kind(""),
  ]

  func rubyByParts(_ url: Text) throws(CallEnding) -> CarryServers {
    var servers: [CarryServer] = []
    for piece in rubyPieces(url) { servers.append(try partedServer(piece)) }
    guard !servers.isEmpty else { throw .kind("") }
    return CarryServers(servers, .drawn)
  }

  /// Cut at `://`, at `@` and at `:`, of which only the first two pieces count.
  private func partedServer(_ piece: [UInt8]) throws(CallEnding) -> CarryServer {
    let (scheme, tail) = piece.cutScheme()
    let rest = tail.cutScheme().scheme ?? tail
    guard scheme == nil || !rest.isEmpty else { throw .kind("NoMethodError") }
    let parts = rest.pieces(at: "@")
    let location = parts.count > 1 ? parts[1] : rest
    guard parts.count < 2 || !parts.dropFirst().allSatisfy(\.isEmpty) else {
      throw .kind("NoMethodError")
    }
    let places = location.pieces(at: ":")
    do throws(URLFault) {
      let found = try RubyURI.build(
        scheme: scheme ?? Array("nats".utf8), userPart: parts.count > 1 ? parts[0] : nil,
        host: location.isEmpty ? Array("localhost".utf8) : places[0],
        port: places.count > 1 && places.dropFirst().contains { !$0.isEmpty } ? places[1] : nil)
      return partedServer(found)
    } catch {
      throw .fault(error)
    }
  }

  private func partedServer(_ url: HostURL) -> CarryServer {
    var server = CarryServer(user: url.user, password: url.password)
    switch CarryReach(host: url.host, port: url.port ?? CarryReach.port) {
    case .open: if url.scheme.lowered.display == "tls" { server.ending = .kind("") }
    case .closed: server.ending = .kind("")
    case .unknown:
      server.ending = .told(
        "EventMachine::ConnectionError: unable to resolve address: Name or service not known")
    }
    return server
  }
}
