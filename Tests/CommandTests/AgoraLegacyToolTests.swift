// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Single keys from before 006` {
  /// A key of each shape, with what it opens for.
  static let keys: [(entry: String, inputs: [String], wishes: [String], title: String)] = [
    ("dk1.generate", ["channel_name=room"], ["channel_name=room"], "dynamic key 001"),
    ("dk2.generate", room, room, "dynamic key 002"),
    ("dk3.generate", room, room, "dynamic key 003"),
    ("dk4.generateRecordingKey", room, room, "dynamic key 004"),
    ("dk5.generateMediaChannelKey", room, room, "dynamic key 005"),
    ("dk5.generateInChannelPermissionKey", room + ["permission=0"], room, "dynamic key 005"),
    ("sig.generateSignalingToken", account, account, "signaling token"),
    ("sig.generateSignalingToken.relative", account + ["expire=86400"], account, "signaling token"),
  ]
  static let room = ["channel_name=room", "uid=7"]
  static let account = ["user_account=bob"]

  private func mint(_ entry: String, _ inputs: [String]) throws -> String {
    let run = try Assay.run(
      ["mint", "agora-legacy", "entry=\(entry)", "app_id=\(AgoraSample.appID)"] + inputs
        + ["--now", "1700000000"], secret: AgoraSample.certificate)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func open(
    _ token: String, _ wishes: [String], certificate: String = AgoraSample.certificate,
    now: String = "1700000001"
  ) throws -> Assay.Run {
    try Assay.run(
      ["open", token, "--now", now] + wishes.flatMap { ["--expect", $0] }, secret: certificate)
  }

  @Test(arguments: keys)
  func `are minted, opened and taken apart`(
    entry: String, inputs: [String], wishes: [String], title: String
  ) throws {
    let token = try mint(entry, inputs)
    let opened = try open(token, wishes)
    #expect(opened.output.hasPrefix("accepted (agora-legacy)"), "\(opened.output)")
    let other = try open(token, wishes, certificate: AgoraSample.otherCertificate)
    #expect(other.status == 1)
    #expect(other.output.hasPrefix("refused: crypto/"))
    for index in wishes.indices {
      var changed = wishes
      changed[index] += "1"
      #expect(try open(token, changed).status == 1)
    }
    let look = try Assay.run("inspect", token, "--now", "1700000001")
    #expect(look.output.hasPrefix("Agora \(title) (agora-legacy)"))
    #expect(look.output.contains("  structure  ok      every field fits"))
    #expect(look.output.contains("consistent with: "))
  }

  @Test func `of 005 have a byte map that adds up`() throws {
    let token = try mint("dk5.generateInChannelPermissionKey", Self.room + ["permission=3"])
    let look = try Assay.run("inspect", token, "--format", "json")
    let sizes = look.output.matches(of: /"field":"([a-z-]+)","offset":(\d+),"size":(\d+)/)
    let names = [
      "service", "signature-length", "signature", "app-id-length", "app-id", "ts", "random",
      "expire", "extra-count", "key", "value-length", "value",
    ]
    #expect(sizes.map { String($0.1) } == names)
    var end = 0
    for size in sizes {
      #expect(Int(size.2) == end)
      end += Int(size.3) ?? 0
    }
    #expect(look.output.contains(#""bytes":\#(end),"#))
    #expect(look.output.contains(#""permission":"3""#))
  }

  @Test(arguments: keys)
  func `are inspected however broken they are`(
    entry: String, inputs: [String], wishes: [String], title: String
  ) throws {
    let token = try mint(entry, inputs)
    for count in stride(from: 3, through: token.count, by: 7) {
      let run = try Assay.run("inspect", "--format", "json", String(token.prefix(count)))
      #expect(run.status == 0)
      let sizes = run.output.matches(of: /"size":(\d+)/).compactMap { Int($0.1) }
      let bytes = run.output.firstMatch(of: /"bytes":(\d+)/).flatMap { Int($0.1) }
      #expect(bytes == nil || sizes.reduce(0, +) == bytes)
    }
  }

  static let refusals: [(entry: String, wishes: [String], output: String)] = [
    (
      "dk3.generate", ["channel_name=room", "uid=8"],
      "refused: policy/uid in uid: the key is for user 7, not for 8"
    ),
    ("dk3.generate", ["channel_name=hall", "uid=7"], "refused: crypto/signature in signature"),
    ("dk5.generateRecordingKey", room + ["service=media"], "refused: policy/service in service"),
    ("dk4.generatePublicSharingKey", room + ["service=sharing"], "accepted (agora-legacy)"),
    ("dk5.generateRecordingKey", room + ["app_id=00"], "refused: policy/app-id in app-id"),
    ("dk5.generateRecordingKey", room + ["app_id=\(AgoraSample.appID)"], "accepted"),
  ]

  @Test(arguments: refusals)
  func `are refused with the reason`(entry: String, wishes: [String], output: String) throws {
    let run = try open(try mint(entry, Self.room), wishes)
    #expect(run.output.hasPrefix(output), "\(run.output)")
  }

  @Test func `end when they say so`() throws {
    let token = try mint("dk5.generateMediaChannelKey", Self.room + ["expire=1700000010"])
    #expect(try open(token, Self.room).status == 0)
    let late = try open(token, Self.room, now: "1700000010")
    #expect(late.output.hasPrefix("refused: time/expired in expire"))
    let relative = try mint("sig.generateSignalingToken.relative", Self.account + ["expire=5"])
    #expect(relative.contains(":1700000005:"))
  }

  static let mistakes: [(entry: String, wishes: [String], message: String)] = [
    ("dk5.generateMediaChannelKey", [], "a dynamic key 005 opens for a channel and a uid: expect"),
    (
      "dk5.generateMediaChannelKey", ["channel_name=room", "user_account=bob"],
      "a dynamic key 005 opens for a channel and a uid"
    ),
    (
      "dk5.generateMediaChannelKey", room + ["service=rtc"],
      "service: one of media recording sharing"
    ),
    ("dk5.generateMediaChannelKey", room + ["privilege=1"], "'privilege' cannot be expected of"),
    ("dk5.generateMediaChannelKey", room + ["nonce=1"], "'nonce' cannot be expected"),
  ]

  @Test(arguments: mistakes)
  func `open for what they are for alone`(
    entry: String, wishes: [String], message: String
  ) throws {
    let run = try open(try mint(entry, Self.room), wishes)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `are not made of inputs that are none`() throws {
    let words = ["mint", "agora-legacy", "app_id=\(AgoraSample.appID)", "channel_name=room"]
    let mistakes = [
      (
        ["entry=dk9.generate"],
        "entry: the function that makes the key is wanted, one of dk1.generate"
      ),
      (["entry=dk1.generate", "uid=7"], "uid: no such input"),
      (["entry=dk5.generateMediaChannelKey"], "uid: a value is wanted"),
      (["entry=dk5.generateMediaChannelKey", "uid=-1"], "uid: an integer of 0 to 4294967295"),
      (["entry=dk1.generate", "--inject", "salt=1"], "nothing can be injected"),
      (
        ["entry=dk5.generateInChannelPermissionKey", "uid=7", "permission=1"],
        "permission: one of 0 3 is wanted"
      ),
    ]
    for (more, message) in mistakes {
      let run = try Assay.run(words + more, secret: AgoraSample.certificate)
      #expect(run.status == 2)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }
}
