// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Testing

@Suite struct LegacyRefusalTests {
  /// A token, what is changed in it, and the refusal as `stage/reason field offset`.
  struct Case: Sendable, CustomTestStringConvertible {
    let token: String
    var range: Range<Int>?
    var text = ""
    let refusal: String

    var testDescription: String { "\(token.prefix(3)) \(refusal)" }

    var bytes: [UInt8] {
      var bytes = Array(token.utf8)
      if let range { bytes.replaceSubrange(range, with: text.utf8) }
      return bytes
    }
  }

  private static let key1 = LegacySample.textKeys[0].2
  private static let key3 = LegacySample.textKeys[2].2
  private static let key5 = LegacySample.packedKeys[0].1
  private static let signaling = LegacySample.signalingToken

  static let cases: [Case] = [
    .init(token: key3, range: 0..<3, text: "004", refusal: "encoding/version version 0"),
    .init(token: key3, range: 3..<4, text: "B", refusal: "encoding/hex signature 3"),
    .init(token: key3, range: 43..<44, text: "g", refusal: "encoding/hex app-id 43"),
    .init(token: key3, range: 75..<76, text: "-", refusal: "encoding/number ts 75"),
    .init(token: key3, range: 75..<85, text: "4294967296", refusal: "encoding/number ts 75"),
    .init(token: key3, range: 85..<86, text: "F", refusal: "encoding/hex random 85"),
    .init(token: key3, range: 93..<94, text: " ", refusal: "encoding/number uid 93"),
    .init(token: key3, range: 103..<104, text: "x", refusal: "encoding/number expire 103"),
    .init(token: key3, range: 112..<113, refusal: "structure/truncated expire 103"),
    .init(token: key3, range: 113..<113, text: "0", refusal: "structure/trailing expire 113"),
    .init(token: key3, range: 93..<94, text: "1", refusal: "policy/uid uid -"),
    .init(token: key3, range: 112..<113, text: "2", refusal: "crypto/signature signature 3"),
    .init(token: key1, range: 89..<90, text: "6", refusal: "crypto/signature signature 0"),
    .init(token: key5, range: 0..<3, text: "006", refusal: "encoding/version version 0"),
    .init(token: key5, range: 4..<5, text: "*", refusal: "encoding/base64 content 4"),
    .init(token: key5, range: 3..<5, text: "BQ", refusal: "structure/service service 0"),
    .init(token: key5, range: 6..<7, text: "p", refusal: "structure/signature.length signature 2"),
    .init(token: key5, range: 7..<11, text: "ADdk", refusal: "encoding/hex signature 5"),
    .init(token: key5, range: 62..<63, text: "R", refusal: "structure/app-id app-id 44"),
    .init(token: key5, range: 102..<103, text: "B", refusal: "structure/permission extra 74"),
    .init(token: key5, range: 103..<107, text: "", refusal: "structure/truncated extra 74"),
    .init(token: key5, range: 103..<107, text: "AAAA", refusal: "structure/trailing extra 76"),
    .init(token: key5, range: 100..<101, text: "A", refusal: "crypto/signature signature 4"),
    .init(token: signaling, range: 0..<1, text: "2", refusal: "encoding/version version 0"),
    .init(token: signaling, range: 2..<3, text: "", refusal: "encoding/app-id app-id 2"),
    .init(token: signaling, range: 2..<3, text: "g", refusal: "encoding/hex app-id 2"),
    .init(token: signaling, range: 35..<36, text: "x", refusal: "encoding/number expire 35"),
    .init(token: signaling, range: 35..<35, text: "0", refusal: "encoding/number expire 35"),
    .init(token: signaling, range: 35..<45, text: "", refusal: "encoding/number expire 35"),
    .init(token: signaling, range: 45..<46, text: "", refusal: "structure/truncated expire 35"),
    .init(token: signaling, range: 46..<47, text: "", refusal: "structure/truncated digest 46"),
    .init(token: signaling, range: 78..<78, text: "0", refusal: "structure/trailing digest 78"),
    .init(token: signaling, range: 77..<78, text: "3", refusal: "crypto/digest digest -"),
  ]

  @Test(arguments: cases)
  func `a broken key is refused at its first fault`(broken: Case) {
    #expect(
      Self.refusal { () throws(Refusal) in
        try LegacySample.open(broken.bytes, like: broken.token, checking: true)
      } == broken.refusal)
  }

  /// What a request must not be.
  @Test(arguments: [
    (
      "policy/app-id app-id -", "970CA35de60c44645bbae8a215061b3",
      "5CFd2fd1755d40ecb72977518be15d3b", "c"
    ),
    (
      "policy/app-id app-id -", "g70CA35de60c44645bbae8a215061b33",
      "5CFd2fd1755d40ecb72977518be15d3b", "c"
    ),
    ("policy/certificate certificate -", "970CA35de60c44645bbae8a215061b33", "", "c"),
    (
      "policy/channel channel -", "970CA35de60c44645bbae8a215061b33",
      "5CFd2fd1755d40ecb72977518be15d3b", ""
    ),
    (
      "policy/channel channel 1", "970CA35de60c44645bbae8a215061b33",
      "5CFd2fd1755d40ecb72977518be15d3b", "a/b"
    ),
  ])
  func `a request outside of the rules is refused`(
    refusal: String, appID: String, certificate: String, channel: String
  ) {
    #expect(
      Self.refusal { () throws(Refusal) in
        _ = try LegacyCredentials(appID: Text(appID), certificate: Text(certificate))
        _ = try LegacyRequest(channel: Text(channel), ts: 0, random: 0)
      } == refusal)
  }

  @Test func `a channel has 64 bytes at most`() throws {
    _ = try LegacyRequest(
      channel: Text([UInt8](repeating: 0x61, count: 64)), ts: 0, random: 0)
    #expect(throws: Refusal.self) {
      try LegacyRequest(channel: Text([UInt8](repeating: 0x61, count: 65)), ts: 0, random: 0)
    }
  }

  @Test func `an account is valid text`() throws {
    let credentials = try LegacySample.credentials()
    let refusal = Self.refusal { () throws(Refusal) in
      _ = try SignalingToken(account: Text([0x61, 0xFF]), credentials, expire: 0)
    }
    #expect(refusal == "policy/account account -")
    _ = try SignalingToken(account: "", credentials, expire: 0)
  }

  /// Every word of the closed list is used by a case above, or by a test of its own.
  @Test func `every reason has a case`() {
    let shown = Self.cases.compactMap { $0.refusal.split(whereSeparator: { "/ ".contains($0) })[1] }
    let elsewhere: Set<Substring> = ["expired", "certificate", "channel", "account"]
    #expect(
      Set(LegacyReason.allCases.map { Substring($0.rawValue) })
        == Set(shown).union(elsewhere))
  }

  private static func refusal(_ body: () throws(Refusal) -> Void) -> String? {
    do throws(Refusal) {
      try body()
      return nil
    } catch {
      let offset = error.offset.map(String.init) ?? "-"
      return "\(error.stage.rawValue)/\(error.reason) \(error.field) \(offset)"
    }
  }
}
