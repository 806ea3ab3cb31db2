// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Single Agora tokens` {
  static let certificate = AgoraSample.certificate
  static let appID = AgoraSample.appID

  private func mint(_ format: String, _ more: String...) throws -> Assay.Run {
    let words = ["mint", format, "app_id=\(Self.appID)", "channel_name=room"] + more
    return try Assay.run(words + ["--now", "1700000000"], secret: Self.certificate)
  }

  private func token(_ run: Assay.Run) -> String {
    #expect(run.status == 0, "\(run.errors)")
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func `are minted and opened again, 006`() throws {
    let token = token(try mint("agora-006", "uid=7", "role=publisher"))
    let expected = ["--expect", "channel_name=room", "--expect"]
    func open(_ user: String, now: String = "1700000001") throws -> Assay.Run {
      try Assay.run(
        ["open", token, "--now", now] + expected + [user], secret: Self.certificate)
    }
    let opened = try open("uid=7")
    #expect(opened.status == 0)
    #expect(opened.output.hasPrefix("accepted (agora-006)"))
    #expect(opened.output.contains("  ts            1700086400\n"))
    #expect(opened.output.contains(#"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"10":0,"11":0,"12":0}"#))
    #expect(try open("uid=8").output.hasPrefix("refused: crypto/uid in uid-crc at byte 38"))
    #expect(try open("uid=7", now: "1700086400").output.hasPrefix("refused: time/expired in ts"))
  }

  static let wrong: [(channel: String, uid: String, certificate: String, output: String)] = [
    ("hall", "7", certificate, "refused: crypto/channel in channel-crc at byte 34"),
    ("room", "8", certificate, "refused: crypto/uid in uid-crc at byte 38"),
    ("hall", "8", certificate, "refused: crypto/channel in channel-crc at byte 34"),
    (
      "room", "7", AgoraSample.otherCertificate, "refused: crypto/signature in signature at byte 2"
    ),
    ("room", "7", "secret", "refused: policy/certificate in certificate"),
  ]

  @Test(arguments: wrong)
  func `say what they were opened with that is wrong`(
    channel: String, uid: String, certificate: String, output: String
  ) throws {
    let run = try Assay.run(
      "open", token(try mint("agora-006", "uid=7", "role=publisher")), "--now", "1700000001",
      "--expect", "channel_name=\(channel)", "--expect", "uid=\(uid)", secret: certificate)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix(output), "\(run.output)")
  }

  @Test func `are minted and opened again, 007`() throws {
    let token = token(
      try mint("agora-007", "user_account=0", #"privileges:={"1":600}"#, "expire=3600"))
    func open(_ wish: String, now: String = "1700000001") throws -> Assay.Run {
      try Assay.run("open", token, "--now", now, "--expect", wish, secret: Self.certificate)
    }
    #expect(try open("privilege=1").output.hasPrefix("accepted (agora-007)"))
    #expect(try open("user_account=0").status == 0)
    #expect(try open("uid=0").output.hasPrefix("refused: policy/uid in uid"))
    #expect(try open("service=rtm").output.hasPrefix("refused: policy/service in service-type"))
    #expect(
      try open("privilege=1", now: "1700000600").output
        .hasPrefix("refused: time/privilege.expired in privilege-expire"))
    #expect(try open("uid=0", now: "1700003600").output.hasPrefix("refused: time/expired"))
  }

  @Test func `have the salt that is given and another one where none is`() throws {
    let fixed = try mint("agora-006", "uid=7", "--inject", "salt=1")
    #expect(try mint("agora-006", "uid=7", "--inject", "salt=1").output == fixed.output)
    #expect(try mint("agora-006", "uid=7").output != fixed.output)
  }

  @Test func `hold every service`() throws {
    let services = #"""
      [{"type":"rtm2","user_id":"u","permissions":[[1,0,["c"]],[0,0,[]]],"privileges":[[1,600]]},
       {"type":"apaas","room_uuid":"r","user_uuid":"u","role":-1},{"type":"fcdn","channel_name":"c",
       "uid":0},{"type":"chat","user_id":"u"},{"type":"fpa"},{"type":"streaming",
       "channel_name":"c","uid":"0"},{"type":"rtm","user_id":"u"},
       {"type":"rtc","channel_name":"c","uid":1}]
      """#
    let run = try Assay.run(
      "mint", "agora-007", "app_id=\(Self.appID)", "services:=\(services)", "--now", "1700000000",
      secret: Self.certificate)
    let opened = try Assay.run(
      "open", token(run), "--now", "1700000001", "--format", "json", secret: Self.certificate)
    let types = opened.output.matches(of: /"type":"([a-z0-9]+)"/).map { String($0.1) }
    #expect(types == ["rtc", "rtm", "streaming", "fpa", "chat", "fcdn", "apaas", "rtm2"])
    #expect(opened.output.contains(#""permissions":[[0,0,[]],[1,0,["c"]]]"#))
    #expect(opened.output.contains(#""role":-1"#))
  }

  static let mistakes: [(words: [String], message: String)] = [
    (["agora-006", "uid=7", "uid2=8"], "uid2: no such input"),
    (["agora-006"], "uid or user_account is wanted, one of them"),
    (["agora-006", "uid=4294967296"], "uid: an integer of 0 to 4294967295 is wanted"),
    (["agora-006", "uid=7", "role=guest"], "role: one of"),
    (["agora-006", "uid=7", "privileges:=[1]"], "privileges: an object of a second for each"),
    (["agora-006", "uid=7", "--inject", "nonce=1"], "'nonce' cannot be injected"),
    (["agora-006", "uid=7", "--inject", "salt=-1"], "salt: an integer of 0 to 4294967295"),
    (["agora-007", "services:=[{}]"], "services[0].type: one of"),
    (
      ["agora-007", #"services:=[{"type":"rtm","user_id":"u","uid":1}]"#],
      "services[0].uid: no such input"
    ),
  ]

  @Test(arguments: mistakes)
  func `are not made of inputs that are none`(words: [String], message: String) throws {
    let run = try Assay.run(
      ["mint"] + words + ["app_id=\(Self.appID)", "channel_name=room"], secret: Self.certificate)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `are not made for names that break a rule`() throws {
    let run = try Assay.run(
      "mint", "agora-006", "app_id=\(Self.appID)", "channel_name=a/b", "uid=1",
      secret: Self.certificate)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("refused channel"))
  }

  @Test func `of a 006 open for a channel and a user alone`() throws {
    let token = token(try mint("agora-006", "uid=7"))
    let run = try Assay.run("open", token, secret: Self.certificate)
    #expect(run.status == 2)
    #expect(run.errors.contains("a 006 opens for a channel and a user"))
  }

  @Test(arguments: ["agora-006", "agora-007"])
  func `are inspected however broken they are`(format: String) throws {
    let token = token(try mint(format, "uid=0", #"privileges:={"1":0,"2":600}"#))
    for count in 3...token.count {
      let run = try Assay.run("inspect", "--format", "json", String(token.prefix(count)))
      #expect(run.status == 0)
      #expect(run.output.hasPrefix(#"{"format":"\#(format)""#))
    }
    let whole = try Assay.run("inspect", token, "--now", "1700000001", secret: Self.certificate)
    #expect(whole.output.contains("is 0: valid for any uid"))
    #expect(whole.output.contains("1, join the channel"))
    #expect(whole.output.contains("no end of its own"))
    #expect(!(whole.output + whole.errors).contains(Self.certificate))
  }

  @Test(arguments: [
    ("003", "dynamic key 003"), ("004", "dynamic key 004"), ("005AAAA", "dynamic key 005"),
    ("1:970CA35d:1:ff", "signaling token"),
    ("04" + String(repeating: "0", count: 88), "dynamic key 001"),
    ("007" + String(repeating: "0", count: 107), "dynamic key 002"),
  ])
  func `of before are known by their beginning`(token: String, title: String) throws {
    let run = try Assay.run("inspect", token)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Agora \(title) (agora-legacy)"))
  }
}
