// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON
internal import Probing

extension Verbs {
  static let probe = Verb(
    name: "probe", operands: "nats://HOST:PORT",
    words: "Ask a live NATS server what it does with tokens, and compare with what is known of its"
      + " version. Each question is one short connection that says CONNECT and PING, nothing else."
      + " Without the token only some are asked. The status is 1 where an answer differs, 2 where"
      + " nobody answers, 3 where the server speaks no NATS.",
    flags: [.form, .secretFile, .secretVariable, .schema],
    examples: [
      "assay probe nats://127.0.0.1:4222",
      "assay probe --secret-file token.txt --format json nats://127.0.0.1:4222",
    ],
    run: ProbeRun.run)
}

/// Asks a live server.
private enum ProbeRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    guard !invocation.has(.schema) else {
      let library = try Library(invocation)
      try OutputFile.standardOutput.write(
        try InputFile.contents(of: "\(library.path)/schema/probe.schema.json"))
      return 0
    }
    let address = try address(try invocation.operands(1...1)[0])
    let token = try invocation.secret() ?? address.token
    let report: Probe.Report
    do {
      report = try Probe(address, token: token).run()
    } catch let fault as LiveExchange.Fault {
      try Complaint.say(["\(address.host): \(fault)"])
      return 3
    }
    try OutputFile.standardOutput.write(
      try invocation.isJSON
        ? json(report).line : Array(text(report).utf8))
    return report.conforms ? 0 : 1
  }

  private static func address(_ word: String) throws -> ServerAddress {
    do throws(ServerAddress.Fault) {
      return try ServerAddress(word)
    } catch {
      throw UsageError("the address is none: \(error)", hint: "nats://HOST:PORT")
    }
  }

  // MARK: - Text

  private static func text(_ report: Probe.Report) -> String {
    let kind = report.info.needsCredential ? "wants a credential" : "lets everybody in"
    var text = "nats-server \(report.info.version), \(kind); judged as \(report.profile)\n\n"
    for finding in report.findings {
      text += "\(finding.agrees ? "as known" : "DIFFERS")  \(finding.id.padded(17))"
      text += "\(words(finding.got))\n"
      if !finding.agrees {
        text += "          asked was: \(finding.words)\n"
        text += "          expected:  \(words(finding.expected))\n"
      }
    }
    if !report.unasked.isEmpty {
      text += "\nnot asked without the token: \(report.unasked.joined(separator: " "))\n"
    }
    let differing = report.findings.count { !$0.agrees }
    return text + "\n\(report.findings.count) questions, \(differing) differ\n"
  }

  private static func words(_ reply: LiveExchange.Reply) -> String {
    let end = reply.isClosed ? ["closed"] : []
    return (reply.lines + end).joined(separator: ", ")
  }

  // MARK: - JSON

  private static func json(_ report: Probe.Report) -> JSONValue {
    .object([
      "server": .object([
        "version": .string(report.info.version), "profile": .string(report.profile),
        "auth_required": .bool(report.info.needsCredential),
      ]),
      "questions": .array(report.findings.map(json)),
      "unasked": .strings(report.unasked),
      "summary": .object([
        "asked": .integer(report.findings.count),
        "differs": .integer(report.findings.count { !$0.agrees }),
      ]),
    ])
  }

  private static func json(_ finding: Probe.Finding) -> JSONValue {
    .object([
      "id": .string(finding.id), "asked": .string(finding.words),
      "verdict": .string(finding.agrees ? "agrees" : "differs"),
      "expected": json(finding.expected), "got": json(finding.got),
    ])
  }

  private static func json(_ reply: LiveExchange.Reply) -> JSONValue {
    .object([
      "lines": .strings(reply.lines), "closed": .bool(reply.isClosed),
    ])
  }
}
