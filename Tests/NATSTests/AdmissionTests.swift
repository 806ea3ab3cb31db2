// SPDX-License-Identifier: MIT

import Bytes
import NATS
import Seeded
import Testing

@Suite struct `A client before it is let in` {
  static let gate = AdmissionGate(token: ServerSecret("mytoken"))
  static let right = #"CONNECT {"verbose":false,"auth_token":"mytoken"}"# + "\r\n"
  static let strict = AdmissionRules()
  static let server = AdmissionRules.natsServer

  static func admit(
    _ reads: [String], _ rules: AdmissionRules = strict, gate: AdmissionGate = gate
  ) -> Admission {
    var admission = Admission(gate, rules: rules)
    for read in reads { admission.receive(Array(read.utf8).span) }
    return admission
  }

  @Test(arguments: [strict, server])
  func `is let in with the right token`(rules: AdmissionRules) {
    let admission = Self.admit([Self.right + "PING\r\n"], rules)
    #expect(admission.isAdmitted)
    #expect(admission.replies == [.pong])
  }

  @Test func `is told OK where it does not forbid it`() {
    #expect(Self.admit(["CONNECT {\"auth_token\":\"mytoken\"}\r\n"]).replies == [.ok])
  }

  @Test(arguments: [
    ("CONNECT {\"auth_token\":\"mytoken2\"}\r\n", "token.mismatch"),
    ("CONNECT {\"auth_token\":\"\"}\r\n", "token.mismatch"), ("CONNECT {}\r\n", "token.missing"),
    ("CONNECT{\"auth_token\":\"mytoken\"}\r\n", "blank"),
    ("CONNECT {\"auth_token\":\"mytoken\"}\n", "line.end"),
    ("CONNECT {\"auth_token\":\r\"mytoken\"}\r\n", "line.end"), ("CONNECT \r\n", "line.end"),
    ("PING\r\n", "verb"), (" CONNECT {}\r\n", "verb"), ("CONN {}\r\n", "operation"),
    ("CONNECT {\"auth_token\":\"mytoken\",\"user\":\"a\"}\r\n", "credentials"),
    ("CONNECT {\"auth_token\":\"mytoken\",\"protocol\":2}\r\n", "protocol.version"),
    ("CONNECT {\"auth_token\":\"mytoken\",\"no_responders\":true}\r\n", "headers"),
  ])
  func `is refused for a reason`(line: String, reason: String) {
    let admission = Self.admit([line])
    #expect(admission.refusal?.reason == reason)
    #expect(admission.isClosed && !admission.isAdmitted)
  }

  @Test func `may have a line of 4096 bytes`() {
    let start = #"{"auth_token":"mytoken"}"#
    for (length, isFine) in [(4096, true), (4097, false)] {
      let padding = String(repeating: " ", count: length - start.utf8.count)
      for rules in [Self.strict, Self.server] {
        let line = "CONNECT \(start)\(padding)" + "\r\n"
        #expect(Self.admit([line], rules).isAdmitted == isFine, "\(length)")
        let halves = [String(line.prefix(700)), String(line.dropFirst(700))]
        #expect(Self.admit(halves, rules).isAdmitted == isFine, "\(length) in two")
      }
    }
  }

  @Test func `is heard however its line is cut`() {
    let bytes = Array(Self.right.utf8)
    for place in bytes.indices {
      for rules in [Self.strict, Self.server] {
        var admission = Admission(Self.gate, rules: rules)
        admission.receive(Array(bytes[..<place]).span)
        #expect(!admission.isAdmitted && !admission.isClosed)
        admission.receive(Array(bytes[place...]).span)
        #expect(admission.isAdmitted, "\(place)")
      }
    }
  }

  /// A CR drops the last byte of what its line has in one read; in later reads it goes alone.
  @Test(arguments: [
    (["CONNECT {\"auth_token\":\r\"mytoken\"}\n"], false),
    (["CONNECT {\"auth_token\":\r\"mytoken\"} \n"], true),
    (["CONNECT {\"auth_token\":\"mytoken\"}\r\r\n"], true),
    (["CONNECT {\"auth_token\":", "\r\"mytoken\"\r}\n"], true),
    (["CONNECT {\"auth_token\":\"myt\r-", "oken\"}\n"], false),
    (["CONNECT\r{\"auth_token\":\"mytoken\"}\n"], true),
    (["CONNECT \n{\"auth_token\":\"mytoken\"}\r\n"], true),
  ])
  func `has its CRs dropped as nats-server drops them`(reads: [String], isAdmitted: Bool) {
    #expect(Self.admit(reads, Self.server).isAdmitted == isAdmitted)
  }

  @Test func `says CONNECT again, and is checked again`() {
    let wrong = #"CONNECT {"auth_token":"x"}"# + "\r\n"
    #expect(Self.admit([Self.right, "CONNECT {}\r\n"], Self.server).isAdmitted)
    #expect(Self.admit([Self.right, wrong], Self.server).isClosed)
    #expect(Self.admit([Self.right, Self.right], Self.strict).isClosed)
  }

  @Test func `is refused when its time is over`() {
    var admission = Self.admit([String(Self.right.dropLast(2))])
    admission.timeOut()
    #expect(admission.replies == [.timeout])
    var admitted = Self.admit([Self.right])
    admitted.timeOut()
    #expect(admitted.isAdmitted)
  }

  @Test func `needs no token where the server has none`() {
    let open = AdmissionGate()
    #expect(Self.admit(["PING\r\n", Self.right], gate: open).isAdmitted)
    #expect(Self.admit(["CONNECT {}\r\n"], gate: open).isAdmitted)
    #expect(Self.admit([" \r\n"], gate: open).isClosed)
  }

  @Test func `may say what is no matter of admission, once it is in`() {
    #expect(Self.admit([Self.right, "SUB a 1\r\n"]).isBeyond)
    #expect(!Self.admit(["SUB a 1\r\n"]).isBeyond)
  }

  @Test func `with a user that needs no password is free until it names a token`() {
    var gate = AdmissionGate()
    gate.users = ["a": ServerSecret("b")]
    gate.freeUser = "a"
    #expect(!gate.announcesCredential)
    #expect(Self.admit(["CONNECT {}\r\n"], Self.server, gate: gate).isAdmitted)
    #expect(Self.admit(["PING\r\n"], Self.server, gate: gate).replies == [.pong])
    #expect(Self.admit([Self.right], Self.server, gate: gate).isClosed)
  }

  @Test(arguments: [strict, server])
  func `is never let in where a bit of its token is flipped`(rules: AdmissionRules) throws {
    let bytes = Array(Self.right.utf8)
    let token = try #require(Self.right.firstRange(of: "mytoken"))
    let start = Self.right.utf8.distance(from: Self.right.startIndex, to: token.lowerBound)
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      var admission = Admission(Self.gate, rules: rules)
      admission.receive(flipped.span)
      let isToken = (start..<start + 7).contains(bit / 8)
      #expect(!isToken || !admission.isAdmitted, "bit \(bit)")
    }
  }

  @Test func `never makes the server trap`() {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    for _ in 0..<20_000 {
      var bytes = Array((Self.right + "PING\r\n" + Self.right).utf8)
      for _ in 0...Int.random(in: 0...5, using: &random) {
        bytes[.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      for rules in [Self.strict, Self.server] {
        var admission = Admission(Self.gate, rules: rules)
        var rest = bytes[...]
        while !rest.isEmpty {
          let read = rest.prefix(.random(in: 1...80, using: &random))
          admission.receive(Array(read).span)
          rest = rest.dropFirst(read.count)
        }
        admission.timeOut()
      }
    }
  }
}
