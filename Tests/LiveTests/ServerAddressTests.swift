// SPDX-License-Identifier: MIT

import Bytes
import Probing
import Testing

@Suite struct `The address of a server` {
  @Test(
    arguments: [
      ("nats://localhost", "localhost", 4222, nil), ("nats://a:1", "a", 1, nil),
      ("nats://t@h:65535", "h", 65535, "t"), ("nats://[::1]:5", "::1", 5, nil),
      ("NATS://a%2Fb%20c@h", "h", 4222, "a/b c"), ("nats://a@b@h", "h", 4222, "a@b"),
      ("nats://h/x", "h", 4222, nil),
    ] as [(String, String, UInt16, Text?)])
  func `is read`(text: String, host: String, port: UInt16, token: Text?) throws {
    let address = try ServerAddress(text)
    #expect((address.host, address.port) == (host, port))
    #expect(address.token == token)
  }

  @Test(arguments: [
    "", "nats:", "nats://", "nats://:4222", "nats://h:0", "nats://h:65536", "nats://h:x",
    "nats://u:p@h", "nats://%zz@h", "nats://%4@h", "http://h", "nats://[", "nats://t@",
  ])
  func `is refused, and the token is not told`(text: String) {
    #expect(throws: ServerAddress.Fault.self) { try ServerAddress(text) }
  }
}

@Suite struct `The table of probe questions` {
  @Test func `names each once`() {
    let ids = ProbeQuestion.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
  }

  @Test func `has questions for those who do not know the token`() {
    #expect(ProbeQuestion.all.contains { !$0.needsToken && $0.mustAdmit == false })
    #expect(ProbeQuestion.all.contains { $0.mustAdmit == true })
  }
}
