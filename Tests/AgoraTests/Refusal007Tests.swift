// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Crypto
import Testing

@Suite struct `A refusal of an AccessToken 007` {
  static let streams: [(edit: @Sendable (inout [UInt8]) -> Void, words: String)] = [
    (
      { $0.removeAll() },
      "encoding/truncated in zlib at byte 0: the compressed bytes have no end"
    ),
    (
      { $0[0] = 0x79 },
      "encoding/zlib in zlib at byte 0: the bytes are not compressed as by zlib"
    ),
    (
      { $0[$0.count - 1] ^= 1 },
      "encoding/zlib.checksum in zlib-checksum at byte 134:"
        + " the checksum is not that of the content"
    ),
    (
      { $0 += [0, 0] },
      "encoding/trailing in zlib at byte 138: 2 bytes after the compressed ones"
    ),
    ({ $0.removeLast(5) }, "encoding/truncated in zlib at byte 133"),
  ]

  @Test(arguments: streams)
  func `names what is wrong with the compressed bytes`(
    edit: @Sendable (inout [UInt8]) -> Void, words: String
  ) throws {
    var stream = try Forge007.stream(of: Recorded007.number.cpp)
    edit(&stream)
    let verdict = Recorded007.verdict(Forge007.token(of: stream))
    #expect(verdict.hasPrefix(words), "\(verdict)")
  }

  @Test func `comes before a bomb is whole`() throws {
    let bomb = try Forge007.compressed([UInt8](repeating: 0, count: 3_000_000))
    #expect(
      Recorded007.verdict(bomb)
        == "encoding/zlib.limit in zlib at byte 0: the content has more than 1048576 bytes")
  }

  @Test func `is told for another version and for text that is no base64`() {
    #expect(
      Recorded007.verdict(Recorded006.number.token)
        == "encoding/version in version at byte 0: the token does not begin with '007'")
    #expect(Recorded007.verdict(Array("007eJ-_".utf8)).hasPrefix("encoding/base64 in base64"))
  }

  @Test func `is told for a signature that does not hold or has another length`() throws {
    let token = Recorded007.number.cpp
    var envelope = try Envelope007(reading: token.span)
    envelope.signature[31] ^= 1
    #expect(
      Recorded007.verdict(try envelope.token)
        == "crypto/signature in signature at byte 2:"
        + " the signature does not hold: another certificate, or changed bytes")
    envelope.signature.removeLast()
    #expect(
      Recorded007.verdict(try envelope.token)
        == "structure/signature.length in signature-length at byte 0:"
        + " the signature has 31 bytes, 32 are expected")
    #expect(
      Recorded007.verdict(try Forge007.compressed([32, 0, 1]))
        == "structure/truncated in signature at byte 2: 32 bytes expected, 1 left")
  }

  /// An info: app id at 2, issue-ts at 34, service-count at 46, the service at 48.
  static let infos: [(edit: @Sendable (inout [UInt8]) -> Void, words: String)] = [
    ({ $0[2] = 0x58 }, "structure/app-id in app-id at byte 36"),
    (
      {
        $0[46] = 0
        $0.removeSubrange(48...)
      },
      "structure/service.count in service-count at byte 80"
    ),
    ({ $0[46] = 2 }, "structure/truncated in service-type at byte 138"),
    (
      { $0[48] = 99 },
      "structure/service.type in service-type at byte 82:"
        + " service 99 is not known, 1 to 8 are"
    ),
    ({ $0[51] = 0xFF }, "structure/truncated in privilege-expire at byte"),
    (
      {
        $0[50] = 2
        $0.insert(contentsOf: [1, 0, 9, 0, 0, 0], at: 58)
      },
      "structure/privilege.duplicate in privilege at byte 92: privilege 1 stands twice"
    ),
    ({ $0.append(0) }, "structure/trailing in services at byte 138: 1 bytes after the last field"),
    ({ $0[0] = 31 }, "structure/app-id in app-id at byte 36"),
  ]

  @Test(arguments: infos)
  func `names the field and its byte`(
    edit: @Sendable (inout [UInt8]) -> Void, words: String
  ) throws {
    var info = try Recorded007.number.access.info.bytes
    edit(&info)
    let verdict = Recorded007.verdict(try Forge007.signed(info))
    #expect(verdict.hasPrefix(words), "\(verdict)")
  }

  @Test func `is told for a permission that stands twice`() throws {
    for resources in [
      [Rtm2Resource(0, permissions: []), Rtm2Resource(0, permissions: [])],
      [Rtm2Resource(0, permissions: [.init(1, names: []), .init(1, names: [])])],
    ] {
      var info = Recorded007.number.access.info
      info.services = [
        Service007(.rtm2(userID: "u", resources: resources), privileges: [])
      ]
      let token = try Forge007.signed(try info.bytes)
      #expect(Recorded007.verdict(token).hasPrefix("structure/permission.duplicate in "))
      let request = Access007(info)
      let error = #expect(throws: Refusal.self) {
        try request.mint(certificate: AgoraCertificate(Recorded007.certificate))
      }
      #expect(error?.reason == "permission.duplicate")
    }
  }

  static let requests: [(edit: @Sendable (inout Info007) -> Void, words: String)] = [
    ({ $0.appID = "970CA35d" }, "policy/app-id in app-id"),
    ({ $0.services = [] }, "policy/service.count in service-count"),
    (
      { $0.services[0].privileges += $0.services[0].privileges },
      "policy/privilege.duplicate in privilege"
    ),
    ({ $0.services[0].body = .rtc(channel: "", uid: "") }, "policy/channel in channel"),
    ({ $0.services[0].body = .rtc(channel: "a", uid: "/") }, "policy/uid in uid at byte 0"),
    (
      { $0.services[0].body = .rtm(userID: Text([UInt8](repeating: 0x61, count: 65_536))) },
      "policy/length in user-id: 65536 are more than the 65535 that 16 bits can tell"
    ),
    (
      {
        let long = Text([UInt8](repeating: 0x61, count: 65_535))
        $0.services = Array(repeating: Service007(.rtm(userID: long), privileges: []), count: 16)
      },
      "policy/length in info"
    ),
  ]

  @Test(arguments: requests)
  func `is told for a request that breaks a rule`(
    edit: @Sendable (inout Info007) -> Void, words: String
  ) {
    var info = Recorded007.number.access.info
    edit(&info)
    let request = Access007(info)
    let error = #expect(throws: Refusal.self) {
      try request.mint(certificate: AgoraCertificate(Recorded007.certificate))
    }
    #expect(error?.description.hasPrefix(words) == true, "\(error?.description ?? "")")
  }
}
