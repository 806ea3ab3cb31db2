// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

/// One connection as a server sees it until a client is let in, and while it says nothing but
/// CONNECT and PING.
public struct Admission: Sendable {
  private let gate: AdmissionGate
  private let rules: AdmissionRules
  private let comparing: ServerSecret.Comparison
  private var lines: ProtocolReader
  private var reader: ConnectReader
  private var options = ConnectRequest()
  private var isConnected = false
  public private(set) var replies: [AdmissionReply] = []
  /// Why the connection was closed.
  public private(set) var refusal: Refusal?
  /// Whether something came that is no matter of admission.
  public private(set) var isBeyond = false

  /// The highest cost of a hash that is computed: one second or so.
  public static let highestCost = 14

  /// Compares without memory; what would cost too much does not match.
  public static let compare: ServerSecret.Comparison = {
    $0.matches($1.bytes.span, upTo: highestCost) ?? false
  }

  public init(
    _ gate: AdmissionGate, rules: AdmissionRules = AdmissionRules(),
    comparing: @escaping ServerSecret.Comparison = Admission.compare
  ) {
    self.gate = gate
    self.rules = rules
    self.comparing = comparing
    lines = ProtocolReader(rules.line, longestLine: rules.longestLine, checks: rules.checks)
    reader = ConnectReader(rules.connect, checks: rules.checks)
  }

  /// Whether the client has been let in and is still there.
  public var isAdmitted: Bool { isConnected && refusal == nil }

  public var isClosed: Bool { refusal != nil }

  /// Takes what one read gave.
  public mutating func receive(_ read: Span<UInt8>) {
    guard refusal == nil, !isBeyond else { return }
    do throws(Refusal) {
      try take(read)
    } catch {
      close(error)
    }
  }

  /// Ends a connection that has waited long enough for its CONNECT.
  public mutating func timeOut() {
    guard refusal == nil, !isConnected, gate.awaitsConnect else { return }
    do throws(Refusal) {
      try rules.checks.refuse(
        Refusal(.structure, .lineMissing, field: "line", "CONNECT is expected in time"))
    } catch {
      close(error)
    }
  }

  private mutating func take(_ read: Span<UInt8>) throws(Refusal) {
    var index = 0
    if lines.isIdle, !isConnected, read.count > 0, gate.hasFreeUser,
      read[0] | 0x20 != UInt8(ascii: "c")
    {
      isConnected = true
    }
    while let operation = try lines.next(
      read, from: &index, awaitingConnect: gate.awaitsConnect && !isConnected)
    {
      switch operation {
      case .connect: try connect()
      case .ping: replies.append(.pong)
      case .pong: break
      case .other:
        isBeyond = true
        return
      }
    }
  }

  private mutating func connect() throws(Refusal) {
    guard !isConnected || rules.connect.takesSecond else {
      throw Refusal(.structure, .second, field: "verb", "one CONNECT is expected")
    }
    let line = lines.argument
    try reader.read(line.span, into: &options)
    isConnected = true
    try authorize()
    try check()
    if options.verbose { replies.append(.ok) }
  }

  // MARK: - Who it is

  private mutating func authorize() throws(Refusal) {
    guard !isAuthorized() else { return }
    let isMissing = options.token == nil
    throw Refusal(
      .policy, isMissing ? .tokenMissing : .tokenMismatch, field: "auth_token",
      isMissing ? "a token is expected" : "it is not the server's token")
  }

  private func isAuthorized() -> Bool {
    guard gate.awaitsConnect else { return true }
    if let users = gate.users, !users.isEmpty {
      if gate.hasFreeUser, isAnonymous { return true }
      if !options.user.isEmpty {
        return users[options.user].map { holds($0, options.pass) } ?? false
      }
    }
    if let token = gate.token { return holdsToken(token) }
    return gate.user == options.user && holds(gate.password, options.pass)
  }

  private var isAnonymous: Bool {
    options.user.isEmpty && options.pass.isEmpty && options.token?.isEmpty != false
  }

  private func holdsToken(_ secret: ServerSecret) -> Bool {
    let mistakes = rules.secret
    if mistakes.contains(.takesNone) { return false }
    if mistakes.contains(.takesAny), options.token != nil { return true }
    if mistakes.contains(.takesEmpty), options.token?.isEmpty == true { return true }
    if mistakes.contains(.takesUser), holds(secret, options.user) { return true }
    if mistakes.contains(.takesPassword), holds(secret, options.pass) { return true }
    guard options.token != nil || mistakes.contains(.missingIsEmpty) else {
      return mistakes.contains(.takesMissing)
    }
    return holds(secret, options.token ?? "")
  }

  private func holds(_ secret: ServerSecret, _ given: Text) -> Bool {
    secret.holds(given, by: rules.secret, comparing: comparing)
  }

  // MARK: - What it wants

  private func check() throws(Refusal) {
    guard gate.token == nil || !options.hasOtherCredentials || rules.connect.takesOtherCredentials
    else {
      throw Refusal(.policy, .credentials, field: "connect", "a token alone is expected")
    }
    if options.namesAccount || options.wantsAccount {
      try rules.checks.refuse(
        Refusal(.policy, .account, field: "account", "no account is expected"))
    }
    if !(0...1).contains(options.protocolVersion) {
      try rules.checks.refuse(
        Refusal(.policy, .protocolVersion, field: "protocol", "0 or 1 is expected"))
    }
    if options.noResponders, !options.headers || !rules.hasHeaders {
      try rules.checks.refuse(
        Refusal(.policy, .headers, field: "no_responders", "headers are expected with it"))
    }
  }

  private mutating func close(_ refusal: Refusal) {
    self.refusal = refusal
    let reason = NATSReason(rawValue: refusal.reason)
    if reason?.isOfConnect != true || rules.tellsConnectErrors {
      replies.append(AdmissionReply(reason))
    }
  }
}

extension NATSReason {
  /// Whether it is found while the object of a CONNECT is read.
  fileprivate var isOfConnect: Bool {
    switch self {
    case .jsonSyntax, .memberType, .memberUnknown, .memberDuplicate, .text, .credentials: true
    default: false
    }
  }
}
