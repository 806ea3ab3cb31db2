// SPDX-License-Identifier: MIT

public import Bytes
internal import NATS
internal import Profiles

/// Asks a live server what it does before a client is known, one connection a question, and
/// compares with what is known of its version.
public struct Probe: Sendable {
  /// One question and what came back.
  public struct Finding: Equatable, Sendable {
    public let id: String
    public let words: String
    public let expected: LiveExchange.Reply
    public let got: LiveExchange.Reply
    /// Whether a rule is broken that holds for every version.
    public let breaksRule: Bool

    public var agrees: Bool { expected == got && !breaksRule }
  }

  /// Everything that was found.
  public struct Report: Equatable, Sendable {
    public let info: ServerInfo
    /// The version whose profile was used.
    public let profile: String
    public let findings: [Finding]
    /// The questions that need the token and were not asked without it.
    public let unasked: [String]

    public var conforms: Bool { findings.allSatisfy(\.agrees) }
  }

  public struct Refused: Error, CustomStringConvertible {
    public let description: String
  }

  private static let milliseconds: Int32 = 1500
  /// Nobody's token: what a server is predicted by whose token is not known.
  private static let nobodysToken: Text = "\u{1}assay does not know it\u{1}"

  private let address: ServerAddress
  private let token: Text?

  public init(_ address: ServerAddress, token: Text?) {
    self.address = address
    self.token = token ?? address.token
  }

  public func run() throws -> Report {
    let info = try connect().info
    guard !info.needsTLS else {
      throw Refused(description: "the server wants TLS, which is not spoken here")
    }
    let forecast = AdmissionForecast(version: info.version)
    let gate = AdmissionGate(
      token: info.needsCredential ? ServerSecret(token ?? Self.nobodysToken) : nil)
    let asked = ProbeQuestion.all.filter { token != nil || !$0.needsToken }
    return Report(
      info: info, profile: forecast.version,
      findings: try asked.map { try ask($0, forecast, gate) },
      unasked: ProbeQuestion.all.filter { token == nil && $0.needsToken }.map(\.id))
  }

  private func ask(
    _ question: ProbeQuestion, _ forecast: AdmissionForecast, _ gate: AdmissionGate
  ) throws -> Finding {
    let steps = question.steps(token: token ?? "")
    let reads = steps.flatMap { $0.pieces + [Array("PING\r\n".utf8)] }
    let predicted = forecast.admission(reads, gate: gate)
    let got = mask(try connect().ask(steps))
    let isAdmitted = !got.isClosed && got.lines.contains("PONG")
    return Finding(
      id: question.id, words: question.words,
      expected: .init(lines: predicted.replies.map(\.rawValue), isClosed: predicted.isClosed),
      got: got,
      breaksRule: gate.awaitsConnect && question.mustAdmit.map { $0 != isAdmitted } ?? false)
  }

  /// A reply without the token, should a server repeat it.
  private func mask(_ reply: LiveExchange.Reply) -> LiveExchange.Reply {
    guard let token, !token.isEmpty else { return reply }
    let lines = reply.lines.map { line in
      line.utf8.span.contains(token.bytes.span) ? "a line with the token in it" : line
    }
    return LiveExchange.Reply(lines: lines, isClosed: reply.isClosed)
  }

  private func connect() throws -> LiveExchange {
    try LiveExchange(host: address.host, port: address.port, milliseconds: Self.milliseconds)
  }
}
