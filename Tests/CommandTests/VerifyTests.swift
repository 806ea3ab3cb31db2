// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Verify` {
  @Test func `finds nothing unexplained in the shipped recordings`() throws {
    let run = try Assay.run("verify", "--format", "json")
    #expect(run.status == 0)
    #expect(run.output.contains(#""unexplained":0"#))
    #expect(!run.output.contains(#""incomplete""#))
    #expect(run.output.hasPrefix(#"{"summary":{"rows":15845,"agrees":"#))
    #expect(run.output.contains(#""predicted":{"bytes":15353,"meaning":456,"none":36}"#))
  }

  @Test(arguments: ["text", "json", "ndjson", "junit", "markdown"])
  func `gives equal bytes however many jobs there are`(form: String) throws {
    let path = "Vectors/recordings/zego-03"
    let one = try Assay.run("verify", "--format", form, "--jobs", "1", path)
    let four = try Assay.run("verify", "--format", form, "--jobs", "4", path)
    #expect(one.output == four.output)
    #expect(one.output.count > 100)
  }

  @Test func `writes a line a row and the summary`() throws {
    let run = try Assay.run(
      "verify", "--format", "ndjson", "--only", "zego-03/cpp/0045.*",
      "Vectors/recordings/zego-03/cpp.jsonl")
    #expect(run.lines.count == 3)
    #expect(
      run.lines[0].hasPrefix(#"{"id":"zego-03/cpp/0045.1","verdict":"differs","contract":"in""#))
    #expect(run.lines[0].contains(#""behaviours":["zego.cuts-at-nul""#))
    #expect(run.lines[2].hasPrefix(#"{"summary":{"rows":2,"#))
  }

  @Test func `fails on another recording that differs, and says why`() throws {
    let run = try Assay.run("verify", "Vectors/recordings/zego-03/cpp.jsonl")
    #expect(run.status == 1)
    #expect(run.output.contains("fails: "))
    #expect(run.output.contains("zego.cuts-at-nul"))
  }

  @Test func `reads the standard input`() throws {
    let run = try Assay.run(
      "verify", "--format", "json", "-", input: try Assay.recording("zego-04-cbc/java-posix"))
    #expect(run.output.contains(#""summary":{"rows":14,"#))
  }

  static let broken: [(text: String, message: String)] = [
    ("", ":1:1: the file is empty"),
    ("{\"recording\":1", ":1:1: the first line has no end"),
    ("[]\n", ":1:1: a JSON object is expected"),
    ("{\"recording\":2}\n", ":1:1: recording: version 1 is expected in the first line"),
    (header("no-format"), "format: 'no-format' is not known"),
    (header() + "{\"id\":\"a\"\n", ":2:10: ',' or '}' is expected, the end of the text found"),
    (header() + "{\"id\":1}\n", ":2:7: id: a string is expected"),
    (header() + "{\"id\":\"a\"}\n", ":2:1: op: the member is missing"),
    (
      header() + "{\"id\":\"a\",\"op\":\"mint\",\"input\":{},\"outcome\":\"fine\"}\n",
      ":2:44: outcome: one of ok refused"
    ),
    (
      header()
        + "{\"id\":\"a\",\"op\":\"mint\",\"input\":{\"user_id\":{\"hex\":\"6\"}},\"outcome\":\"ok\"}\n",
      ":2:42: length in hex at byte 1"
    ),
    (
      header()
        + "{\"id\":\"a\",\"op\":\"mint\",\"input\":{\"p\":{\"repeat\":\"a\",\"count\":999999999}}}\n",
      "count: 999999999 × 1 bytes are more than the 67108864 left to the line"
    ),
  ]

  static func header(_ format: String = "zego-03") -> String {
    "{\"recording\":1,\"format\":\"\(format)\",\"assistant\":{\"name\":\"p\",\"language\":\"go\"}}\n"
  }

  @Test(arguments: broken)
  func `names file, line and column of what it cannot read`(
    text: String, message: String
  ) throws {
    try Assay.withFile(text) { path in
      let run = try Assay.run("verify", "--format", "json", path)
      #expect(run.status == 2)
      #expect(run.errors.contains(path))
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.output.contains(#""incomplete":true"#))
    }
  }

  @Test func `keeps the rows before one that it cannot read`() throws {
    let lines = try Assay.recording("zego-03/go").split(separator: "\n").prefix(4)
    try Assay.withFile(lines.joined(separator: "\n") + "\n{\"id\":\n") { path in
      let run = try Assay.run("verify", "--format", "ndjson", path)
      #expect(run.status == 2)
      #expect(run.lines.count == 4)
      #expect(run.errors.contains("\(path):5:7: "))
    }
  }

  @Test func `refuses a line beyond every bound`() throws {
    let line = String(repeating: " ", count: (32 << 20) + 1)
    try Assay.withFile(Self.header() + line) { path in
      let run = try Assay.run("verify", path)
      #expect(run.status == 2)
      #expect(run.errors.contains(":2:33554432: the line is longer than 33554432 bytes"))
    }
    try Assay.withFile(line) { path in
      let run = try Assay.run("verify", path)
      #expect(run.status == 2)
      #expect(run.errors.contains(":1:1: the first line has no end"))
    }
  }

  @Test func `says where a line is not UTF-8`() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try (Data(Self.header().utf8) + Data("{\"id\":\"a".utf8) + Data([0xFF]) + Data("\"}\n".utf8))
      .write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let run = try Assay.run("verify", url.path())
    #expect(run.status == 2)
    #expect(run.errors.contains(":2:9: the line is not UTF-8"))
  }
}

@Suite struct `A verification of nothing` {
  @Test func `fails, for a pattern may be mistyped`() throws {
    let run = try Assay.run("verify", "--only", "zego-05/*")
    #expect(run.status == 1)
    #expect(run.output.contains("nothing was judged"))
    #expect(run.output.contains("fails: no row id matches 'zego-05/*'"))
  }

  @Test func `fails, for a recording may be cut to its header`() throws {
    try Assay.withFile(Verify.header()) { path in
      let run = try Assay.run("verify", path)
      #expect(run.status == 1)
      #expect(run.output.contains("fails: the recordings have no row"))
    }
  }
}

@Suite struct `The gate of a port` {
  static func port(_ name: String) throws -> String {
    let text = try Assay.recording(name)
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    return String(text[..<end].replacing("zego_server_assistant", with: "some-port") + text[end...])
  }

  @Test func `explains a port without a profile by known deviations`() throws {
    try Assay.withFile(try Self.port("zego-04-cbc/node")) { path in
      let run = try Assay.run("verify", path)
      #expect(run.status == 1)
      #expect(run.output.contains("(no profile)"))
      #expect(run.output.contains("zego.secret-in-utf16"))
      #expect(run.output.contains("fails: "))
    }
  }

  /// Rows that no two known deviations explain, by recording.
  static let unexplained = ["zego-03/cpp": 1, "zego-03/node": 2]

  @Test(arguments: [
    "zego-03/cpp", "zego-03/go", "zego-03/node", "zego-03/python", "zego-04-cbc/go",
    "zego-04-cbc/java", "zego-04-cbc/php", "zego-04-gcm/node", "zego-04-gcm/python",
  ])
  func `explains all but a few rows of an assistant by known deviations`(name: String) throws {
    try Assay.withFile(try Self.port(name)) { path in
      let run = try Assay.run("verify", "--format", "json", path)
      let count = Self.unexplained[name] ?? 0
      #expect(run.output.contains(#""unexplained":\#(count),"notJudged""#), "\(run.output)")
    }
  }

  private func verify(_ baseline: String) throws -> Assay.Run {
    try Assay.withFile(try Self.port("zego-04-cbc/java-posix")) { path in
      try Assay.withFile(baseline, suffix: ".json") { known in
        try Assay.run("verify", "--baseline", known, path)
      }
    }
  }

  private func entry(_ match: String, _ observed: String = "differs") -> String {
    #"{"match":"\#(match)","observed":"\#(observed)","reason":"known"}"#
  }

  @Test func `opens for what the baseline names`() throws {
    let known = (87...91).map { entry("zego-04-cbc/java-posix/00\($0).*") }
      .joined(separator: ",")
    let run = try verify(#"{"baseline":1,"known":[\#(known)]}"#)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func `stays shut where a known failure passes, or nothing matches`() throws {
    let passing = try verify(
      #"{"baseline":1,"known":[\#(entry("zego-04-cbc/java-posix/*"))]}"#)
    #expect(passing.status == 1)
    #expect(passing.output.contains("known as differs, now agrees"))
    let unmatched = try verify(#"{"baseline":1,"known":[\#(entry("no-such-row"))]}"#)
    #expect(unmatched.status == 1)
    #expect(unmatched.output.contains("baseline: 'no-such-row' matches no row"))
  }

  @Test func `refuses a baseline without a reason`() throws {
    let run = try verify(#"{"baseline":1,"known":[{"match":"*","observed":"differs"}]}"#)
    #expect(run.status == 2)
    #expect(run.errors.contains("entry 1: 'reason' is missing"))
  }
}
