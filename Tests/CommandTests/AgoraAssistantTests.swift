// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Agora tokens of recorded assistants` {
  static let certificate = AgoraSample.certificate
  static let vector = [
    "app_id=\(AgoraSample.appID)", "channel_name=7d72365eb983485397e3e3f9d460bdda",
  ]

  private func mint(_ words: String...) throws -> Assay.Run {
    try Assay.run(["mint"] + words + ["--now", "1700000000"], secret: Self.certificate)
  }

  private func room(_ format: String, _ variant: String, _ more: String...) throws -> Assay.Run {
    let words = ["app_id=\(AgoraSample.appID)", "channel_name=room"]
    return try Assay.run(
      ["mint", format, "--as", variant] + words + more + ["--now", "1700000000"],
      secret: Self.certificate)
  }

  private func open(_ token: String, for user: String) throws -> Assay.Run {
    try Assay.run(
      "open", token, "--now", "1700000001", "--expect", "channel_name=room", "--expect", user,
      secret: Self.certificate)
  }

  @Test func `are the recorded ones, 006`() throws {
    let token =
      "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRBXoFHl"
      + "EAABAAAAR/QQAAEAAQCvKDdW\n"
    let words = Self.vector + ["uid=2882341273", "salt=1", "ts=1111111"]
    let privileges = #"privileges:={"1":1446455471}"#
    let steps = #"steps:=[{"op":"setPrivilege","privilege":1,"expire":1446455471}]"#
    for more in [privileges, steps] {
      let run = try Assay.run(
        ["mint", "agora-006", "--as", "2019-go", more] + words, secret: Self.certificate)
      #expect(run.output == token)
    }
    let java = try Assay.run(
      ["mint", "agora-006", "--as", "2019-java", privileges] + words, secret: Self.certificate)
    #expect(java.status == 0)
    #expect(java.output != token)
  }

  static let recorded007 = """
    007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDc\
    wMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiVwMRhYWRsYmhkbmxgDCaiTj
    """

  @Test func `are the recorded ones, 007`() throws {
    let words = ["uid=2882341273", "salt=1", "issue_ts=1111111", "expire=600"]
    let run = try Assay.run(
      ["mint", "agora-007", "--as", "cpp", "privileges:=[[1,600]]"] + words + Self.vector,
      secret: Self.certificate)
    #expect(run.output == Self.recorded007 + "\n")
    let again = try mint("agora-007", "--as", "cpp", "parse=\(Self.recorded007)")
    #expect(again.output == Self.recorded007 + "\n")
  }

  @Test(arguments: ["go", "java", "php", "python3"])
  func `are the recorded ones, legacy`(variant: String) throws {
    var compared = 0
    for row in try Assay.rows("agora-legacy/\(variant)").prefix(24) {
      let input = try #require(row["input"] as? [String: Any])
      let entry = try #require(input["entry"] as? String)
      var list = try #require(input["args"] as? [Any])
      let place = entry.hasPrefix("sig.") ? 2 : 1
      guard let certificate = list[place] as? String, certificate.count == 32,
        let token = row["token"] as? String, !entry.hasSuffix("relative")
      else { continue }
      list.remove(at: place)
      let text = String(decoding: try JSONSerialization.data(withJSONObject: list), as: UTF8.self)
      let run = try Assay.run(
        "mint", "agora-legacy", "--as", variant, "entry=\(entry)", "args:=\(text)",
        secret: certificate)
      #expect(run.output == token + "\n", "\(row["id"] ?? "")")
      compared += 1
    }
    #expect(compared > 5)
  }

  @Test func `of Java are for a negative number where the uid is above 2147483647`() throws {
    let token = try room("agora-006", "2019-java", "uid=2882341273", "role=attendee").lines[0]
    let refused = try open(String(token), for: "uid=2882341273")
    #expect(refused.status == 1)
    #expect(refused.output.hasPrefix("refused: crypto/uid in uid-crc at byte 38"))
    #expect(try open(String(token), for: "user_account=-1412626023").status == 0)
    let low = try room("agora-006", "2019-java", "uid=2147483647", "role=attendee").lines[0]
    #expect(try open(String(low), for: "uid=2147483647").status == 0)
  }

  @Test func `of Perl for an account are for everybody`() throws {
    let token = try room("agora-006", "2019-perl", "user_account=bob", "role=publisher").lines[0]
    #expect(try open(String(token), for: "uid=1").status == 0)
    let look = try Assay.run("inspect", String(token))
    #expect(look.output.contains("is 0: valid for any uid"))
    #expect(look.output.contains("note: uid CRC is 0: valid for any uid"))
    #expect(look.output.contains("consistent with: perl,"))
  }

  @Test func `of PHP have the order of PHP`() throws {
    let arguments = #"args:=["\#(AgoraSample.appID)","room",7,1,1700003600]"#
    let run = try mint(
      "agora-006", "--as", "builders-php", "entry=006.rtc.buildTokenWithUid", arguments)
    let opened = try open(String(run.lines[0]), for: "uid=7")
    let (first, end) = (#""1":1700003600,"3":1700003600"#, #","2":1700003600,"4":1700003600}"#)
    #expect(opened.output.contains("{" + first + end))
    let own = try room("agora-006", "head-php", "uid=7", #"privileges:={"9":1,"3":2}"#)
    #expect(try open(String(own.lines[0]), for: "uid=7").output.contains(#"{"9":1,"3":2}"#))
  }

  @Test func `have a salt from the range of the assistant`() throws {
    for _ in 0..<8 {
      let token = try room("agora-006", "2019-php", "uid=7").lines[0]
      let opened = try open(String(token), for: "uid=7")
      let salt = opened.output.firstMatch(of: /salt +(\d+)/).flatMap { Int($0.1) }
      #expect((0...100_000).contains(salt ?? -1))
    }
  }

  static let endings: [(words: [String], output: String)] = [
    (["agora-006", "--as", "2019-go", "uid=4294967296"], "inexpressible\n"),
    (["agora-006", "--as", "head-go", "uid=1", "role=admin"], "unsupported\n"),
    (["agora-006", "--as", "2019-python", "uid=1", "role=guest"], "crashed KeyError\n"),
    (["agora-006", "--as", "2019-cpp", "uid=1", "app_id=no"], "refused empty\n"),
    (
      ["agora-006", "--as", "head-csharp", "uid=1", "privileges:=[[1,0],[1,5]]"],
      "crashed System.ArgumentException\n"
    ),
    (["agora-007", "--as", "php", "uid=1"], "crashed TypeError\n"),
    (["agora-007", "--as", "python3", "uid=1", "expire=-1"], "crashed error\n"),
  ]

  @Test(arguments: endings)
  func `can be an error in their place`(words: [String], output: String) throws {
    let more = words.contains { $0.hasPrefix("app_id") } ? Array(Self.vector[1...]) : Self.vector
    let run = try Assay.run(["mint"] + words + more, secret: Self.certificate)
    #expect(run.status == 1)
    #expect(run.output == output)
  }

  static let variants = Assay.variants("agora-006")

  @Test(arguments: variants)
  func `are no trap, whatever the inputs are`(variant: String) throws {
    for value in ["1e400", "-1e400", "null", "[]", "true", String(repeating: "9", count: 400)] {
      let run = try Assay.run(
        "mint", "agora-006", "--as", variant, "app_id:=\(value)", "channel_name:=\(value)",
        "uid:=\(value)", "ts:=\(value)", "privileges:=[[\(value),\(value)]]",
        secret: Self.certificate)
      #expect(run.status <= 1, "\(value)")
    }
  }

  @Test func `show as JSON what the calls returned`() throws {
    let steps = #"steps:=[{"op":"setPrivilege","privilege":1,"expire":0},{"op":"buildToken"}]"#
    let run = try room("agora-006", "2019-go", "uid=1", steps, "--format", "json")
    #expect(run.output.hasPrefix(#"{"outcome":"ok","token":"006970CA35de"#))
    #expect(run.output.contains(#""returns":[{"returned":"006970CA35de"#))
  }

  static let mistakes: [(words: [String], message: String)] = [
    (
      ["agora-006", "--as", "2019-ruby"],
      "agora-006 has no assistant '2019-ruby'; known are 2019-go"
    ),
    (["agora-007", "--as", "perl"], "agora-007 has no assistant 'perl'; known are go"),
    (["agora-006", "--as", "2019-go", "app_id=a"], "channel_name: a value is wanted"),
    (["agora-006", "--as", "2019-go"] + vector, "uid or user_account is wanted, one of them"),
    (["agora-006", "--as", "2019-go", "user=1"] + vector, "user: no such input"),
    (
      ["agora-006", "--as", "2019-go", "uid=1", "role=admin", "steps:=[]"] + vector,
      "steps: a list of calls is wanted, and neither role nor privileges then"
    ),
    (
      ["agora-006", "--as", "2019-go", "uid=1", "privileges:=[1]"] + vector,
      "privileges: an object of a second for each"
    ),
    (
      ["agora-006", "--as", "builders-go", "entry=006.rtc.buildTokenWithUid"],
      "args: a list of the function's arguments, without the certificate, is wanted"
    ),
    (
      ["agora-007", "--as", "go", "app_id=a", #"services:=[{"type":"rtc","user_id":"u"}]"#],
      "services[0].user_id: no such input"
    ),
    (
      ["agora-007", "--as", "go", "uid=1", "--inject", "iv=00"] + vector, "'iv' cannot be injected"
    ),
    (["agora-legacy", "--as", "go", "entry=dk6"], "entry: the function that makes the key"),
    (
      ["agora-legacy", "--as", "go", "entry=dk1.generate", "args:=[1]"],
      "args: a list of app_id, channel_name, ts, random is wanted"
    ),
  ]

  @Test(arguments: mistakes)
  func `are not made of inputs that are none`(words: [String], message: String) throws {
    let run = try Assay.run(["mint"] + words, secret: Self.certificate)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
