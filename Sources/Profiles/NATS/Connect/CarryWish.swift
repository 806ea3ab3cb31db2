// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS

/// What a question wants to be carried, and which clauses of the caller it breaks.
struct CarryWish {
  private(set) var broken: [String] = []
  /// What a faithful client sends; several where an address names several servers.
  private(set) var wanted: [CarryStatement] = []

  /// The room that a line leaves for a token besides its other members.
  static let longestToken = 3840

  init(_ call: CarryCall?) {
    guard let call else {
      broken = ["nats.url.characters"]
      return
    }
    readAddress(call.url)
    readOptions(call)
    broken += wanted.flatMap { Self.broken(by: $0) }
  }

  // MARK: - The address

  private mutating func readAddress(_ url: Text) {
    let servers = NATSURL.places(in: url.bytes.span).map { Array(url.bytes[$0]) }
    if servers.count > 1 || url.bytes.contains(",") { broken.append("nats.url.one-server") }
    do throws(Refusal) {
      check(try NATSURL(reading: url.bytes.span))
    } catch {
      broken.append(Self.clauses[error.reason] ?? "nats.url.characters")
    }
    wanted = servers.compactMap(Self.statement)
  }

  private static let clauses = [
    NATSReason.urlEscape.rawValue: "nats.url.escapes",
    NATSReason.tokenText.rawValue: "nats.token.text",
    NATSReason.urlScheme.rawValue: "nats.url.scheme",
  ]

  private mutating func check(_ url: NATSURL) {
    let isHere = CarryReach(host: url.host.bytes, port: Int(url.port)) == .open
    if !isHere || url.host.bytes.contains(":") || url.scheme != "nats" {
      broken.append("nats.url.server")
    }
  }

  /// What stands in front of the last `@`, with what is an escape resolved.
  private static func statement(in server: [UInt8]) -> CarryStatement? {
    guard let part = server.cutScheme().rest.cutLast(at: "@").head, !part.isEmpty else {
      return nil
    }
    let (user, password) = part.cut(at: ":")
    let name = Text(PercentEscapes.decode(user))
    return password.map {
      CarryStatement(user: name, password: Text(PercentEscapes.decode($0)))
    } ?? CarryStatement(token: name)
  }

  // MARK: - The options

  private mutating func readOptions(_ call: CarryCall) {
    if call.options.contains(where: { $0.text == nil }) { broken.append("nats.token.text") }
    if [call.token, call.handler].contains("") { broken.append("nats.token.given") }
    let given = [
      !wanted.isEmpty, call.token != nil, call.user != nil || call.password != nil,
      call.handler != nil,
    ]
    if given.count(where: { $0 }) > 1 { broken.append("nats.one-place") }
    guard wanted.isEmpty else { return }
    wanted = [
      CarryStatement(
        token: (call.token ?? call.handler)?.text, user: call.user?.text,
        password: call.password?.text)
    ]
  }

  private static func broken(by statement: CarryStatement) -> [String] {
    let isText = statement.members.allSatisfy {
      $0.text.quality == .utf8 && !$0.text.bytes.contains(0)
    }
    let length = JSONValue.string(statement.token).encoded.count
    return (isText ? [] : ["nats.token.text"])
      + (statement.user.isEmpty && !statement.password.isEmpty ? ["nats.url.user"] : [])
      + (length > longestToken ? ["nats.token.length"] : [])
  }
}
