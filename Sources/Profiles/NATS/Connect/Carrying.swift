// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// From an address and options to what goes over the wire.
extension CarryRules {
  func plan(_ question: Question, with drawn: CarryDrawn) -> CarryPlan {
    do throws(CallEnding) {
      guard let given = CarryCall(question) else { throw .inexpressible }
      let call = try pass(given)
      if !readsAddressFirst { try check(call) }
      let servers = try reader.servers(in: call.url).candidates
      if readsAddressFirst { try check(call) }
      return CarryPlan(ways: servers.map { way(call, $0, drawn) })
    } catch {
      return CarryPlan(ways: [CarryPlan.Way(error)])
    }
  }

  private func way(
    _ call: CarryCall, _ server: CarryServer, _ drawn: CarryDrawn
  ) -> CarryPlan.Way {
    do throws(CallEnding) {
      if let ending = server.ending { throw ending }
      let credentials = changed(try credentials(call, changed(server)))
      let wire = try CarryLine(
        rules: self, credentials: credentials, version: drawn.version ?? layout.version
      ).bytes()
      try check(wire, orEnd: server.overflow)
      return CarryPlan.Way(
        wire: wire, isShuffled: layout.isShuffled, laterLines: laterLines)
    } catch {
      return CarryPlan.Way(error)
    }
  }

  // MARK: - Credentials

  private func credentials(
    _ call: CarryCall, _ server: CarryServer
  ) throws(CallEnding) -> CarryCredentials {
    var found = try precedence.credentials(call, server)
    if !sendsLonePassword, found.user == nil { found.password = nil }
    guard let handler = call.handler else { return found }
    switch self.handler {
    case .none: throw .unsupported
    case .inPlaceOfToken: break
    case .either:
      guard isNothing(found.token) else { throw twoTokens }
      found.token = handler
    case .first: found.token = handler
    case .second: found.token = found.token ?? handler
    }
    return found
  }

  private func isNothing(_ token: JSONValue?) -> Bool {
    token == nil || token == "" && omission == .empty
  }

  // MARK: - What ports get wrong

  private func changed(_ server: CarryServer) -> CarryServer {
    var server = server
    server.user = server.user.map(changed)
    server.password = server.password.map(changed)
    if mistakes.contains(.userAsToken) { server.password = nil }
    return server
  }

  private func changed(_ text: Text) -> Text {
    if mistakes.contains(.decodedTwice) { return Text(PercentEscapes.decode(text.bytes)) }
    guard mistakes.contains(.plusAsBlank) else { return text }
    return Text(text.bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 })
  }

  private func changed(_ given: CarryCredentials) -> CarryCredentials {
    var credentials = given
    if mistakes.contains(.passwordLost) { credentials.password = nil }
    if mistakes.contains(.swapped) {
      (credentials.user, credentials.password) = (given.password, given.user)
    }
    return changedToken(credentials)
  }

  private func changedToken(_ credentials: CarryCredentials) -> CarryCredentials {
    guard let token = credentials.token, let text = token.text else { return credentials }
    var credentials = credentials
    if mistakes.contains(.lowerCase) { credentials.token = .string(Text(text.bytes.lowered)) }
    if mistakes.contains(.trimmed) {
      credentials.token = .string(Text(text.bytes.trimmed(\.isCSpace)))
    }
    if mistakes.contains(.tokenAsUser) {
      (credentials.user, credentials.token) = (token, nil)
    }
    return credentials
  }
}
