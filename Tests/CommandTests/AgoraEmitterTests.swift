// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Agora tokens as inspect sees them` {
  private func inspect(_ token: String) throws -> (text: String, emitters: [String]) {
    let run = try Assay.run("inspect", token, "--format", "json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return (try Assay.run("inspect", token).output, json?["emitters"] as? [String] ?? [])
  }

  private func mint(_ format: String, _ more: String...) throws -> String {
    let run = try Assay.run(
      ["mint", format, "app_id=\(AgoraSample.appID)", "channel_name=room", "uid=7"] + more,
      secret: AgoraSample.certificate)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(arguments: ["agora-006", "agora-007", "agora-legacy"])
  func `are consistent with the assistant that made them`(format: String) throws {
    var found = 0
    for variant in Assay.variants(format) {
      let first = try Assay.rows("\(format)/\(variant)").first {
        $0["token"] is String && $0["op"] as? String != "reopen"
      }
      guard let token = first?["token"] as? String else { continue }
      #expect(try inspect(token).emitters.contains(variant), "\(variant)")
      found += 1
    }
    #expect(found >= 6)
  }

  @Test func `tell by the order of the privileges and by the salt`() throws {
    let mixed = try mint(
      "agora-006", "--as", "2019-perl", #"privileges:={"1":5,"101":5,"2":5}"#, "salt=200000")
    #expect(
      try inspect(mixed).emitters == [
        "2019-perl", "2019-perl-chars", "head-ruby", "head-csharp",
      ])
    let low = try mint("agora-006", #"privileges:={"1":5}"#, "--inject", "salt=100000")
    #expect(try inspect(low).emitters.contains("2019-php"))
    let high = try mint("agora-006", #"privileges:={"1":5}"#, "--inject", "salt=100000000")
    let emitters = try inspect(high).emitters
    #expect(emitters.contains("2019-java"))
    for variant in ["2019-php", "2019-go", "2019-python"] { #expect(!emitters.contains(variant)) }
  }

  @Test func `are told by language, with the variants where not all fit`() throws {
    let text = try inspect(
      try mint("agora-006", #"privileges:={"1":5,"101":5,"2":5}"#, "--inject", "salt=7")
    ).text
    #expect(text.contains("consistent with: go (2019, head), java (2019, 2019-ascii,"))
    #expect(Self.emitterLines(text).allSatisfy { $0.count <= 102 })
    #expect(Self.emitterLines(text).count > 1)
    let plain = try inspect(try mint("agora-007", "--inject", "salt=7")).text
    #expect(plain.contains("consistent with: go, java, python2, python3, node, cpp"))
  }

  private static func emitterLines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasPrefix("consistent") }.prefix { !$0.isEmpty }
  }

  @Test func `show whose compression they have`() throws {
    let own = try inspect(try mint("agora-007")).text
    #expect(own.contains("note: the content is compressed as by zlib at its default level\n"))
    let recorded = try Assay.rows("agora-007/go").first?["token"] as? String
    let other = try inspect(try #require(recorded)).text
    #expect(other.contains("note: the content is not compressed as by zlib at its default level"))
  }

  @Test func `are not sought where a message is far too long`() throws {
    let many = (1...1000).map { #""\#($0)":0"# }.joined(separator: ",")
    let token = try mint("agora-006", "privileges:={\(many)}")
    #expect(!(try inspect(token).text.contains("consistent with")))
  }
}

@Suite struct `A comparison of Agora answers` {
  @Test func `lines up, however long the names are`() throws {
    let run = try Assay.run("compare", "agora-006/0014")
    let titles = run.lines.filter { $0.hasPrefix("agora-006/0014: ") }
    #expect(titles.count == 2)
    for part in run.output.components(separatedBy: "agora-006/0014: ").dropFirst() {
      let rows = part.split(separator: "\n").filter {
        $0.contains(#/^ +[a-z0-9]+-\S+ +(agrees|differs|notJudged) /#)
      }
      #expect(rows.count > 8)
      let columns = rows.compactMap { row in
        row.firstMatch(of: #/(agrees|differs|notJudged) /#).map {
          row.distance(from: row.startIndex, to: $0.range.lowerBound)
        }
      }
      #expect(Set(columns).count == 1)
    }
  }

  @Test func `shows an answer to its end, in lines of a bounded width`() throws {
    let run = try Assay.run("compare", "agora-006/0014")
    #expect(run.output.contains("101:0\n"))
    let answers = run.lines.filter { $0.contains("agrees") || $0.hasPrefix("          ") }
    #expect(answers.allSatisfy { $0.count <= 160 && !$0.contains("…") })
    #expect(!run.output.contains("app_certificate"))
  }
}
