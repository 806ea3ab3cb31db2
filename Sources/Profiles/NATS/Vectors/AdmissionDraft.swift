// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// A server with its configuration, and what a client sends it.
struct AdmissionDraft: Sendable {
  /// How a server is started.
  struct Server: Sendable {
    /// The token, where the configuration just states it.
    var token: Text?
    var configuration: Text?
    var arguments: [Text] = []
    var environment: JSONObject = [:]

    /// A configuration with a token in quotes.
    init(token: Text) {
      let quoted = token.bytes.flatMap { Self.escapes[$0] ?? [$0] }
      self.token = token
      configuration = Text(
        Array("authorization { token: \"".utf8) + quoted + Array("\" }\n".utf8))
    }

    init(
      configuration: Text?, arguments: [Text] = [], environment: JSONObject = [:]
    ) {
      self.configuration = configuration
      self.arguments = arguments
      self.environment = environment
    }

    private static let escapes: [UInt8: [UInt8]] = [
      0x00: Array("\\x00".utf8), 0x09: Array("\\t".utf8), 0x0A: Array("\\n".utf8),
      0x0D: Array("\\r".utf8), 0x22: Array("\\\"".utf8), 0x5C: Array("\\\\".utf8),
    ]

    var json: JSONObject {
      [
        "token": token.map { .string($0) } ?? .null,
        "conf": configuration.map { .string($0) } ?? .null,
        "args": .array(arguments.map { .string($0) }), "env": .object(environment),
      ]
    }
  }

  var server: Server
  var line: ConnectDraft
  /// What comes in front of the line.
  var before: Text = ""
  /// What is sent when the server has answered the first line.
  var later: [Text] = []
  /// The sizes of the pieces in which the line arrives.
  var sizes: [Int] = []
  /// How many seconds a client waits that sends no PING behind its line.
  var wait: String?

  init(_ server: Server, _ line: ConnectDraft) {
    (self.server, self.line) = (server, line)
  }

  /// A server with a token, and a client that sends one.
  init(_ token: Text = "mytoken", sent: Text? = nil) {
    self.init(Server(token: token), ConnectDraft(token: sent ?? token))
  }

  /// The same with something changed.
  func with(_ change: (inout AdmissionDraft) -> Void) -> AdmissionDraft {
    var draft = self
    change(&draft)
    return draft
  }

  var question: VectorQuestion {
    let first = before.bytes + line.bytes
    var input: JSONObject = [
      "config": .object(server.json), "connectHex": Self.hex(first),
      "ping": .bool(wait == nil),
    ]
    if !later.isEmpty {
      input["sendsHex"] = .array([Self.hex(first)] + later.map { Self.hex($0.bytes) })
    }
    if !sizes.isEmpty { input["chunkSizes"] = .array(sizes.map { .integer($0) }) }
    if let wait { input["waitSeconds"] = .float(lexeme: wait) }
    return VectorQuestion(op: AdmissionVectors.admit, input: input)
  }

  private static func hex(_ bytes: [UInt8]) -> JSONValue { .string(Hex.encode(bytes)) }
}
