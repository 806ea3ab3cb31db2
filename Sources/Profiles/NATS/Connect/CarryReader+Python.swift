// SPDX-License-Identifier: MIT

internal import Bytes

// The three clients in Python.
extension CarryReader {
  func python(_ url: Text) throws(CallEnding) -> CarryServers {
    let text = url.bytes
    let names = ["nats://", "tls://", "ws://"]
    let isWhole = names.contains { text.span.contains(Array($0.utf8).span) }
    let whole =
      isWhole
      ? text : Array("nats://".utf8) + text + (text.contains(":") ? [] : Array(":4222".utf8))
    guard let found = try? PythonURL().read(whole) else {
      throw .told("Error: nats: invalid connect url option")
    }
    guard !found.host.isEmpty, found.host.display != "none" else {
      throw .told("Error: nats: invalid hostname in connect url")
    }
    return CarryServers([server(found, port: found.port ?? CarryReach.port)])
  }

  /// Every error but one comes up again at each attempt, since the port is read only then.
  func pythonOld(_ url: Text) throws(CallEnding) -> CarryServers {
    let found: HostURL
    do throws(URLFault) {
      found = try PythonURL(isStrict: false).read(url.bytes)
    } catch {
      guard error.words.contains("ort ") else {
        throw .told("NatsError: nats: invalid connect url option")
      }
      let words = String(error.words.dropFirst("ValueError: ".utf8.count))
      throw timeout("ValueError(\(words.pythonRepresentation))")
    }
    guard !found.host.isEmpty || found.port != nil else {
      throw timeout("ValueError('host and port was not specified and no sock specified')")
    }
    return CarryServers([server(found, port: found.port ?? 0)])
  }

  private func server(_ url: HostURL, port: Int) -> CarryServer {
    var server = CarryServer(user: url.user, password: url.password)
    switch CarryReach(host: url.host, port: port) {
    case .open:
      if ["ws", "wss"].contains(url.scheme.display) { server.ending = .kind("TimeoutError") }
    case .closed:
      server.ending = timeout(
        "ConnectionRefusedError(111, \"Connect call failed ('\(url.host.display)', \(port))\")")
    case .unknown: server.ending = timeout("gaierror(-2, 'Name or service not known')")
    }
    return server
  }

  /// The error of each of three attempts.
  private func timeout(_ error: String) -> CallEnding {
    let errors = [error, error, error].joined(separator: ", ")
    return .told("TimeoutError:  | error_cb: [\(errors)]")
  }

  func pythonCore(_ url: Text) throws(CallEnding) -> CarryServers {
    let found: HostURL
    do throws(URLFault) {
      found = try PythonURL().read(url.bytes)
    } catch {
      throw .fault(error)
    }
    guard ["nats", "tls", "ws", "wss"].contains(found.scheme.display) else {
      throw .told(
        "ValueError: URL scheme must be 'nats://', 'tls://', 'ws://', or 'wss://'")
    }
    let host = found.host.isEmpty ? Array("localhost".utf8) : found.host
    let port = found.port.flatMap { $0 == 0 ? nil : $0 } ?? CarryReach.port
    var server = CarryServer(user: found.user, password: found.password)
    switch CarryReach(host: host, port: port) {
    case .open:
      if found.scheme.display != "nats" { server.ending = .kind("ConnectionError") }
    case .closed:
      server.ending = .told(
        "ConnectionError: Failed to connect: [Errno 111] Connect call failed"
          + " ('\(host.display)', \(port))")
    case .unknown:
      server.ending = .told(
        "ConnectionError: Failed to connect: [Errno -2] Name or service not known")
    }
    return CarryServers([server])
  }
}

extension String {
  /// What `repr` gives for a text without escapes.
  fileprivate var pythonRepresentation: String {
    utf8.contains(UInt8(ascii: "'")) ? "\"\(self)\"" : "'\(self)'"
  }
}
