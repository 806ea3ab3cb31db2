// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Testing

@Suite struct `A refusal of an AccessToken 006` {
  static let tokens: [(text: String, words: String)] = [
    ("", "encoding/version in version at byte 0: the token does not begin with '006'"),
    ("007eJx", "encoding/version in version at byte 0: the token does not begin with '006'"),
    ("006970CA35d", "structure/truncated in app-id at byte 3: 32 bytes expected, 8 left"),
    (
      "006970CA35de60c44645bbae8a215061b33",
      "structure/truncated in signature-length at byte 0: 2 bytes expected, 0 left"
    ),
    (
      "006970CA35de60c44645bbae8a215061b33IAC",
      "encoding/base64 in base64 at byte 38: 3 symbols, no multiple of 4"
    ),
    (
      "006970CA35de60c44645bbae8a215061b33IA-V",
      "encoding/base64 in base64 at byte 37: '-' is no base64 symbol"
    ),
    (
      "006970CA35de60c44645bbae8a215061b33IACV",
      "structure/truncated in signature at byte 2: 32 bytes expected, 1 left"
    ),
    (
      "006970CA35de60c44645bbae8a215061bXX" + Recorded006.number.content,
      "structure/app-id in app-id at byte 3:"
        + " '970CA35de60c44645bbae8a215061bXX' is not of hexadecimal digits"
    ),
  ]

  @Test(arguments: tokens)
  func `says which layer breaks, and where`(text: String, words: String) {
    #expect(Recorded006.number.verdict(Array(text.utf8)) == words)
  }

  static let contents: [(edit: @Sendable (inout [UInt8]) -> Void, words: String)] = [
    (
      { $0[0] = 31 }, "structure/truncated in message at byte 43: 4325 bytes expected, 17 left"
    ),
    (
      { $0.replaceSubrange(0..<34, with: [0, 0]) },
      "structure/signature.length in signature-length at byte 0:"
        + " the signature has 0 bytes, 32 are expected"
    ),
    ({ $0[42] = 15 }, "structure/trailing in message at byte 59: 1 bytes after the last field"),
    ({ $0[42] = 17 }, "structure/truncated in message at byte 44: 17 bytes expected, 16 left"),
    (
      { $0[52] = 2 },
      "structure/privilege.count in privilege-count at byte 52:"
        + " 2 privileges take 12 bytes, 6 are left"
    ),
    (
      {
        $0[52] = 2
        $0[42] = 22
        $0 += [1, 0, 9, 9, 9, 9]
      }, "structure/privilege.duplicate in privilege at byte 60: privilege 1 stands twice"
    ),
    (
      { $0[2] ^= 1 },
      "crypto/signature in signature at byte 2:"
        + " channel and uid are the token's: another certificate or app id, or changed bytes"
    ),
    (
      { $0[34] ^= 1 },
      "crypto/channel.crc in channel-crc at byte 34:"
        + " the signature holds, the CRC-32 is that of another channel"
    ),
    (
      { $0[38] ^= 1 },
      "crypto/uid.crc in uid-crc at byte 38:"
        + " the signature holds, the CRC-32 is that of another uid"
    ),
  ]

  @Test(arguments: contents)
  func `names the field and its byte`(
    edit: @Sendable (inout [UInt8]) -> Void, words: String
  ) throws {
    var bytes = try Recorded006.number.bytes
    edit(&bytes)
    #expect(Recorded006.number.verdict(Recorded006.number.token(of: bytes)) == words)
  }

  @Test(arguments: [
    (
      "other" as Text, AgoraUser.uid(2_882_341_273),
      "crypto/channel in channel-crc at byte 34:"
        + " the token is for another channel; its uid is the given one"
    ),
    (
      "7d72365eb983485397e3e3f9d460bdda", .uid(1),
      "crypto/uid in uid-crc at byte 38:"
        + " the token is for another uid; its channel is the given one"
    ),
    (
      "other", .uid(1),
      "crypto/channel in channel-crc at byte 34: the token is for another channel and another uid"
    ),
  ])
  func `tells channel and uid apart`(channel: Text, user: AgoraUser, words: String) {
    #expect(Recorded006.number.verdict(channel: channel, user: user) == words)
  }

  @Test func `finds the border of channel and uid that the signature does not see`() {
    let (one, other) = (Recorded006.room1, Recorded006.room12)
    #expect(one.verdict(other.token).hasPrefix("crypto/channel.crc"))
    #expect(other.verdict(one.token).hasPrefix("crypto/channel.crc"))
  }

  @Test func `is told for another certificate`() {
    var known = Recorded006.number
    known.certificate = "5CFd2fd1755d40ecb72977518be15d3c"
    #expect(known.verdict().hasPrefix("crypto/signature in signature"))
    known.certificate = "short"
    #expect(
      known.verdict()
        == "policy/certificate in certificate:"
        + " the certificate has 5 bytes, 32 hexadecimal digits are expected")
  }

  @Test func `is told for another app`() {
    let wishes = Access006.Expectation(appID: "0b5e9f1c2d3a4e5f60718293a4b5c6d7")
    #expect(Recorded006.number.verdict(expecting: wishes).hasPrefix("policy/app-id in app-id"))
  }

  static let requests: [(edit: @Sendable (inout Recorded006) -> Void, words: String)] = [
    ({ $0.access.appID = "" }, "policy/app-id in app-id"),
    ({ $0.channel = "" }, "policy/channel in channel: the text has 0 bytes, 1 to 64 are expected"),
    ({ $0.channel = Text([UInt8](repeating: 0x61, count: 65)) }, "policy/channel in channel"),
    ({ $0.channel = "a*b" }, "policy/channel in channel at byte 1"),
    ({ $0.channel = "é" }, "policy/channel in channel at byte 0"),
    ({ $0.user = .account("") }, "policy/uid in uid: the text has 0 bytes"),
    ({ $0.user = .account(Text([UInt8](repeating: 0x61, count: 256))) }, "policy/uid in uid"),
    ({ $0.access.privileges += $0.access.privileges }, "policy/privilege.duplicate in privilege"),
    (
      { $0.access.privileges = (0..<10_921).map { AgoraPrivilege($0, expire: 0) } },
      "policy/privilege.count in message-length"
    ),
  ]

  @Test(arguments: requests)
  func `is told for a request that breaks a rule`(
    edit: @Sendable (inout Recorded006) -> Void, words: String
  ) {
    var known = Recorded006.number
    edit(&known)
    let error = #expect(throws: Refusal.self) { try known.mint() }
    #expect(error?.description.hasPrefix(words) == true, "\(error?.description ?? "")")
  }

  @Test func `is none for the most privileges that a message holds`() throws {
    var known = Recorded006.number
    known.access.privileges = (0..<10_920).map { AgoraPrivilege($0, expire: UInt32($0)) }
    #expect(try known.open(Array(known.mint().utf8)) == known.access)
  }

  @Test func `says nothing against the 89 characters`() throws {
    var known = Recorded006.number
    let characters = (0x20...0x7E).filter { !Array("\"'*/\\`".utf8).contains($0) }
    #expect(characters.count == 89)
    known.user = .account(Text(characters))
    #expect(try known.open(Array(known.mint().utf8)) == known.access)
  }
}
