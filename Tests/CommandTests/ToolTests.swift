// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `The command` {
  @Test func `fits its help into 79 columns and shows an example for each verb`() throws {
    let overview = try Assay.run("--help").output
    let verbs = overview.matches(of: /(?m)^  ([a-z]+) {2,}[A-Z]/).map { String($0.1) }
    #expect(verbs.count >= 10)
    for verb in verbs {
      let help = try Assay.run(verb, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("$ assay \(verb)"))
      for line in (overview + help.output).split(separator: "\n") { #expect(line.count <= 79) }
    }
  }

  static let mistakes: [(words: [String], message: String)] = [
    (["verfy"], "there is no verb 'verfy'\nassay: hint: did you mean 'verify'?"),
    (
      ["verify", "--fromat"],
      "'verify' has no option '--fromat'\nassay: hint: did you mean '--format'?"
    ),
    (["verify", "--format"], "'--format' wants a value: FORM"),
    (
      ["verify", "--format", "pdf"],
      "'--format' is one of text json ndjson junit markdown html tap github badge, not 'pdf'"
    ),
    (["verify", "--jobs", "0"], "'--jobs' wants a number of 1 to 256, not '0'"),
    (["verify", "/no/such/file.jsonl"], "/no/such/file.jsonl: no such file or folder"),
    (["open", "04AAAA"], "a secret is wanted\nassay: hint: give --secret-file"),
    (["mint", "zego-05"], "'mint' wants a format first"),
    (
      ["explain", "zego.cuts-at-nil"],
      "nothing is called 'zego.cuts-at-nil'\nassay: hint: did you mean 'zego.cuts-at-nul'?"
    ),
    (["compare", "zego-03/9999"], "no row belongs to zego-03/9999"),
    (["list", "things"], "there is no list of 'things'"),
  ]

  @Test(arguments: mistakes)
  func `says what is wrong and what to do next`(words: [String], message: String) throws {
    let run =
      switch words.count {
      case 1: try Assay.run(words[0])
      case 2: try Assay.run(words[0], words[1])
      default: try Assay.run(words[0], words[1], words[2])
      }
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}

@Suite struct `Single tokens` {
  static let secret = "assay-example-secret-of-32-bytes"

  private func mint(_ format: String, _ more: String = "payload=") throws -> String {
    let run = try Assay.run(
      "mint", format, "app_id=1", "user_id=demo", "effective_time_in_seconds=3600", more,
      "--now", "1700000000", secret: Self.secret)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(arguments: ["zego-04-cbc", "zego-04-gcm"])
  func `are minted and opened again`(format: String) throws {
    let token = try mint(format)
    let opened = try Assay.run(
      "open", token, "--now", "1700000001", "--expect", "user_id=demo", secret: Self.secret)
    #expect(opened.status == 0)
    #expect(opened.output.hasPrefix("accepted (\(format))"))
    let late = try Assay.run("open", token, "--now", "1700003600", secret: Self.secret)
    #expect(late.status == 1)
    #expect(late.output.hasPrefix("refused: time/expired in expire"))
  }

  @Test func `are inspected however broken they are`() throws {
    let token = try mint("zego-04-cbc")
    for count in 0...token.count {
      let run = try Assay.run(
        "inspect", "-", "--format", "json", input: String(token.prefix(count)))
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("{\"format\":"))
    }
  }

  @Test func `never show the secret`() throws {
    let token = try mint("zego-04-cbc")
    for verb in ["inspect", "open"] {
      let run = try Assay.run(verb, token, "--now", "1700000001", secret: Self.secret)
      #expect(!(run.output + run.errors).contains(Self.secret))
    }
    let row = try Assay.run("explain", "zego-04-cbc/node/0001.1")
    #expect(row.output.contains("(32 bytes)"))
    #expect(!row.output.contains("fa94dd0f974cf2e293728a1234567890"))
  }

  @Test func `are made as an assistant would make them`() throws {
    let run = try Assay.run(
      "mint", "zego-04-cbc", "--as", "cpp", "app_id=1", "user_id=demo",
      "effective_time_in_seconds=3600", "payload=", "--now", "1795228517", secret: Self.secret)
    let look = try Assay.run("inspect", run.lines[0].description, secret: Self.secret)
    #expect(look.output.contains("'vpqgpu2su8n0ps6a'"))
    #expect(look.lines.last?.hasSuffix("cpp") == true)
  }
}

@Suite struct `Predictions` {
  @Test(arguments: ["zego-03/cpp", "zego-04-cbc/php", "zego-04-gcm/node"])
  func `give back the recorded tokens and codes`(name: String) throws {
    let run = try Assay.run("predict", "Vectors/recordings/\(name).jsonl")
    let recorded = try Assay.recording(name).split(separator: "\n").dropFirst().map(Answer.init)
    let predicted = run.lines.dropFirst().map(Answer.init)
    #expect(predicted.count == recorded.count)
    #expect(predicted.elementsEqual(recorded))
  }

  /// What a row answers, read with nothing of the suite's own.
  struct Answer: Equatable {
    let id, outcome, token, code: String

    init(_ line: Substring) {
      let row = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
      let error = row["error"] as? [String: Any] ?? [:]
      id = row["id"] as? String ?? ""
      outcome = row["outcome"] as? String ?? ""
      token = row["token"] as? String ?? row["tokenHex"] as? String ?? ""
      code = (error["code"] as? NSNumber)?.stringValue ?? error["code"] as? String ?? ""
    }
  }
}

@Suite struct `Executed pages` {
  static let page = "Docs/spec/zego-server-assistant.md"

  @Test func `pass as they are`() throws {
    let run = try Assay.run("pages", "test", Self.page)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test(arguments: [
    ("AAEAABAgMEBQ", "AAEAABAgMEBR"),
    ("| reject | crypto | tag |", "| reject | crypto | padding |"),
    ("| `zego.app-id.range` | MUST |", "| `zego.app-id.range` | SHOULD |"),
    ("of 124 bytes", "of 125 bytes"), ("? 1\n", ""),
  ])
  func `fail where anything expected is changed`(old: String, new: String) throws {
    let text = try String(contentsOf: Assay.root.appending(path: Self.page), encoding: .utf8)
    let range = try #require(text.range(of: old))
    try Assay.withFile(text.replacingCharacters(in: range, with: new), suffix: ".md") { path in
      let run = try Assay.run("pages", "test", path)
      #expect(run.status == 1, "\(run.output)")
      #expect(run.output.contains(path))
    }
  }
}
