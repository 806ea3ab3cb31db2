// SPDX-License-Identifier: MIT

import Bytes
import Files
import JSON
import NATS
import Suite
import Testing

@testable import Probing
@testable import Profiles

/// The shipped rows, asked again of the server that is installed here.
@Suite(.serialized) struct `A live nats-server` {
  static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/Vectors/recordings/nats-admission"

  /// Every third row of each group whose server starts, without those that have to wait.
  static func rows() throws -> [Row] {
    var reader = try RecordingReader("\(folder)/2.9.10.jsonl")
    var rows: [Row] = []
    while let batch = try reader.nextBatch() {
      try batch.forEachRow { row, _ in rows.append(row) }
    }
    let answered = rows.filter {
      $0.answer.outcome != .configError && $0.question.input["waitSeconds"] == nil
    }
    return answered.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
  }

  struct Setup: Hashable {
    let configuration: String?
    let arguments: [String]
    let environment: [String: String]

    init(_ question: AdmissionQuestion) {
      configuration = question.file?.display
      arguments = question.arguments.map(\.display)
      environment = Dictionary(
        question.environment.map { ($0.key.display, $0.value.display) }
      ) { first, _ in first }
    }
  }

  @Test func `answers the shipped rows as the profile of its version says`() throws {
    let version = try LiveServer.version()
    let forecast = AdmissionForecast(version: version)
    let model = AdmissionModel()
    let rules = try model.rules(ofVariant: forecast.version)
    let rows = try Self.rows()
    var servers: [Setup: [Row]] = [:]
    for row in rows {
      servers[Setup(try #require(AdmissionQuestion(row.question))), default: []].append(row)
    }
    var asked = 0
    for (setup, rows) in servers {
      let server = try LiveServer(
        configuration: setup.configuration, arguments: setup.arguments,
        environment: setup.environment)
      defer { server.end() }
      for row in rows {
        let question = try #require(AdmissionQuestion(row.question))
        let exchange = try LiveExchange(host: "127.0.0.1", port: server.port, milliseconds: 3000)
        let info = exchange.info
        let reply = try exchange.ask(
          question.pieces.map { .init($0.map { Array($0) }, pings: question.pings) })
        let plan = model.plan(row.question, by: rules, with: .init())
        #expect(reply.lines == plan.lines, "\(row.id)")
        #expect(reply.isClosed == plan.isClosed, "\(row.id)")
        #expect(info.needsCredential == plan.authRequired, "\(row.id)")
        asked += 1
      }
    }
    #expect(Set(rows.compactMap(\.group)).count == 8)
    #expect(asked >= 100)
  }

  /// What the reference calls documented is let in by a real server.
  @Test func `lets in whom the reference lets in`() throws {
    let server = try LiveServer(arguments: ["--auth", "mytoken"])
    defer { server.end() }
    for members in [
      #""auth_token":"mytoken""#, #""verbose":true,"auth_token":"mytoken","lang":"swift""#,
      #""auth_token":"myt\u006Fken","headers":true,"no_responders":true,"protocol":1"#,
      #""tls_required":false,"auth_token":"mytoken","version":"1","echo":false"#,
    ] {
      let line = Array("CONNECT {\(members)}\r\n".utf8)
      var admission = Admission(AdmissionGate(token: ServerSecret("mytoken")))
      admission.receive(line.span)
      #expect(admission.isAdmitted)
      let exchange = try LiveExchange(host: "127.0.0.1", port: server.port, milliseconds: 3000)
      let reply = try exchange.ask([.init([line])])
      #expect(!reply.isClosed && reply.lines.last == "PONG", "\(members)")
    }
  }

  @Test func `is found conformant by the probe`() throws {
    let server = try LiveServer(arguments: ["--auth", "my token/üé"])
    defer { server.end() }
    let address = try ServerAddress("nats://127.0.0.1:\(server.port)")
    let report = try Probe(address, token: "my token/üé").run()
    #expect(report.conforms, "\(report.findings.filter { !$0.agrees })")
    #expect(report.unasked.isEmpty)
    let blind = try Probe(address, token: nil).run()
    #expect(blind.conforms)
    #expect(blind.findings.count + blind.unasked.count == ProbeQuestion.all.count)
    #expect(try !Probe(address, token: "another").run().conforms)
  }

  @Test func `that wants nothing is found conformant, too`() throws {
    let server = try LiveServer()
    defer { server.end() }
    let address = try ServerAddress("nats://127.0.0.1:\(server.port)")
    #expect(try Probe(address, token: "any").run().conforms)
  }
}
