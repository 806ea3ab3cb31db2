// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Testing

/// Answers each connection on a port of its own, until it is ended.
private struct FakeServer {
  let port: String
  private let process = Process()

  private static let script = """
    use IO::Socket::INET;
    my $s = IO::Socket::INET->new(Listen => 9, LocalAddr => "127.0.0.1") or die;
    print $s->sockport;
    close STDOUT;
    while (my $c = $s->accept) {
      $c->autoflush(1);
      print $c $ARGV[0];
      while ($ARGV[1] && ($_ = <$c>)) { print $c $ARGV[1] if /^PING/ }
      close $c;
    }
    """

  init(greeting: String, answer: String = "") throws {
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/perl")
    process.arguments = ["-e", Self.script, greeting, answer]
    process.standardOutput = output
    try process.run()
    port = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }

  /// Kills it: a blocked signal mask is inherited, so that nothing milder need arrive.
  func end() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}

/// One at a time: a process that is started meanwhile would keep the pipes of the others open.
@Suite(.serialized) struct `assay probe` {
  private static let info =
    #"INFO {"server_id":"X","version":"2.10.1","auth_required":true,"max_payload":1}"# + "\r\n"

  @Test func `finds the mistake of a server that lets everybody in`() throws {
    let server = try FakeServer(greeting: Self.info, answer: "PONG\r\n")
    defer { server.end() }
    let run = try Assay.run("probe", "nats://127.0.0.1:\(server.port)")
    #expect(run.status == 1)
    #expect(run.output.contains("nats-server 2.10.1, wants a credential; judged as 2.9.10"))
    #expect(run.output.contains("DIFFERS  wrong-token      PONG"))
    #expect(run.output.contains("not asked without the token: right-token"))
  }

  @Test func `never prints the token`() throws {
    let server = try FakeServer(greeting: Self.info, answer: "-ERR 'sesame-27'\r\nPONG\r\n")
    defer { server.end() }
    for form in ["text", "json"] {
      for words in [
        ["nats://sesame-27@127.0.0.1:\(server.port)"], ["nats://127.0.0.1:\(server.port)"],
      ] {
        let run = try Assay.run(["probe", "--format", form] + words, secret: "sesame-27")
        #expect(run.status == 1)
        #expect(!run.output.contains("sesame-27") && !run.errors.contains("sesame-27"))
      }
    }
  }

  @Test(arguments: [
    "HTTP/1.1 400 Bad Request\r\n\r\n", "INFO nothing\r\n", "INFO {}\r\n", "", "INFO {\"version\":",
    "INFO {\"version\":\"\\u001b[31m\"}\r\n",
  ])
  func `ends with 3 where it is no NATS server`(greeting: String) throws {
    let server = try FakeServer(greeting: greeting)
    defer { server.end() }
    let run = try Assay.run("probe", "nats://127.0.0.1:\(server.port)")
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("no NATS server"))
  }

  @Test(arguments: ["hello\r\n", "\u{1B}[31m\r\n", String(repeating: "PONG\r\n", count: 2000)])
  func `ends with 3 where a server says what none says`(answer: String) throws {
    let server = try FakeServer(greeting: Self.info, answer: answer)
    defer { server.end() }
    #expect(try Assay.run("probe", "nats://127.0.0.1:\(server.port)").status == 3)
  }

  @Test(arguments: [
    "nats://127.0.0.1:1", "nats://u:p@127.0.0.1:4222", "http://127.0.0.1", "nats://",
    "nats://no-such-host.invalid:4222",
  ])
  func `ends with 2 where there is nobody to ask`(address: String) throws {
    let run = try Assay.run("probe", address)
    #expect(run.status == 2)
    #expect(!run.errors.isEmpty)
  }

  @Test func `prints the schema of its JSON`() throws {
    let run = try Assay.run("probe", "--schema")
    #expect(run.status == 0)
    #expect(run.output.contains("probe.schema.json"))
  }

  @Test func `does not speak TLS`() throws {
    let server = try FakeServer(
      greeting: #"INFO {"version":"2.9.10","tls_required":true}"# + "\r\n")
    defer { server.end() }
    let run = try Assay.run("probe", "nats://127.0.0.1:\(server.port)")
    #expect(run.status == 2)
    #expect(run.errors.contains("TLS"))
  }
}
