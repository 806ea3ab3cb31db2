// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `The vectors by command` {
  /// A copy of everything that is shipped as data, but for the recordings.
  private final class Copy {
    let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      let vectors = Assay.root.appending(path: "Vectors")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in try FileManager.default.contentsOfDirectory(atPath: vectors.path())
      where name != "recordings" {
        try FileManager.default.copyItem(
          at: vectors.appending(path: name), to: folder.appending(path: name))
      }
      try FileManager.default.createDirectory(
        at: folder.appending(path: "recordings"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func replace(_ old: String, by new: String, in name: String) throws {
      let url = folder.appending(path: name)
      let text = try String(contentsOf: url, encoding: .utf8)
      let range = try #require(text.range(of: old))
      try text.replacingCharacters(in: range, with: new).write(
        to: url, atomically: true, encoding: .utf8)
    }

    func run(_ words: String...) throws -> Assay.Run {
      try Assay.run(words + ["--vectors", folder.path()])
    }
  }

  @Test func `are what the generator makes, lint finds nothing, the proof holds`() throws {
    let format = "zego-04-gcm"
    #expect(try Assay.run("generate", "--check").status == 0)
    #expect(try Assay.run("lint").status == 0)
    let proof = try Assay.run("prove", "--format", format)
    #expect(proof.status == 0)
    #expect(proof.output.contains("; 0 faults"))
  }

  @Test func `are written again where a file is gone`() throws {
    let copy = try Copy()
    let file = copy.folder.appending(path: "zego-03/open-crypto.json")
    let before = try Data(contentsOf: file)
    try FileManager.default.removeItem(at: file)
    let check = try copy.run("generate", "--check")
    #expect(check.status == 1)
    #expect(check.output.contains("zego-03/open-crypto.json: missing"))
    #expect(try copy.run("generate").status == 0)
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `fail each gate where an expectation was changed`() throws {
    let copy = try Copy()
    let name = "zego-04-gcm/open-crypto.json"
    try copy.replace(#""reason": "tag""#, by: #""reason": "padding""#, in: name)
    let check = try copy.run("generate", "--check")
    #expect(check.status == 1)
    #expect(check.output.contains("\(name): it is not what the generator writes"))
    let lint = try copy.run("lint", "--format", "zego-04-gcm")
    #expect(lint.status == 1)
    #expect(lint.output.contains("a new meaning needs a new id"))
    #expect(try copy.run("prove", "--format", "zego-04-gcm").status == 1)
  }

  @Test func `are refused with the place where a file is broken`() throws {
    let copy = try Copy()
    try copy.replace(#""level": "MUST""#, by: #""level": "OUGHT""#, in: "zego-03/open-good.json")
    let lint = try copy.run("lint")
    #expect(lint.status == 2)
    #expect(lint.errors.contains("open-good.json"))
    #expect(lint.errors.contains("'level' is not one of MUST SHOULD MAY"))
  }

  @Test func `do not give an id another meaning`() throws {
    let copy = try Copy()
    let index = "zego-03/index.json"
    let text = try String(contentsOf: copy.folder.appending(path: index), encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.contains("zego-03.open.usual") })
    try copy.replace(String(line), by: #"    "zego-03.open.usual": "0000000000000000","#, in: index)
    let run = try copy.run("generate")
    #expect(run.status == 1)
    #expect(run.errors.contains("zego-03.open.usual: its question or expectation is another"))
  }

  @Test(arguments: ["zego.omits-crypto-tag.tag", "zego.omits-structure-truncated", "zego.aes-128"])
  func `are not proved with a broken copy in the place of the reference`(id: String) throws {
    let run = try Assay.run("prove", "--format", "zego-04-gcm", "--without", id)
    #expect(run.status == 1)
    #expect(run.output.contains("the reference fails it"))
  }

  @Test func `name what cannot be left out`() throws {
    let run = try Assay.run("prove", "--without", "zego.omits-nothing")
    #expect(run.status == 2)
    #expect(run.errors.contains("nothing that can be left out or done wrong"))
  }

  @Test func `are drawn, and judged as they come`() throws {
    let cases = try Assay.run(
      "generate", "--format", "zego-04-cbc", "--count", "300", "--seed", "11")
    #expect(cases.lines.count == 300)
    let trial = try Assay.withFile(cases.output) { try Assay.run("prove", $0) }
    #expect(trial.status == 0)
    #expect(trial.output.hasPrefix("300 cases: "))
    for (old, new, status) in [
      (#""verdict":"accept""#, #""verdict":"reject""#, 2),
      (#""reason":"expired""#, #""reason":"base64""#, 1),
    ] {
      let changed = cases.output.replacing(old, with: new)
      #expect(try Assay.withFile(changed) { try Assay.run("prove", $0) }.status == status)
    }
    #expect(try Assay.run(["prove", "-"], input: "").status == 1)
  }

  @Test func `are exported with a manifest that shows drift`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path()
    #expect(try Assay.run("export", "--to", path, "--format", "zego-04-gcm").status == 0)
    for name in ["MANIFEST", "zego-04-gcm/open-good.json", "zego-04-cbc/clauses.json", "LICENSE"] {
      #expect(
        FileManager.default.fileExists(atPath: folder.appending(path: name).path()), "\(name)")
    }
    #expect(try Assay.run("export", "--to", path, "--check").status == 0)
    try "[]".write(
      to: folder.appending(path: "zego-04-gcm/open-good.json"), atomically: true, encoding: .utf8)
    let drift = try Assay.run("export", "--to", path, "--check")
    #expect(drift.status == 1)
    #expect(drift.output == "zego-04-gcm/open-good.json: changed\n")
    #expect(try Assay.run("export").status == 2)
  }

  @Test func `are listed, shown and explained`() throws {
    let id = "zego-04-gcm.open.last-tag-bit"
    #expect(try Assay.run("list", "vectors", "--type", "zego-04-gcm").output.contains(id))
    let shown = try Assay.run("show", id, "--format", "json")
    #expect(shown.output.hasPrefix(#"{"id":"\#(id)","level":"MUST""#))
    let explained = try Assay.run("explain", id)
    for words in ["zego.open.tag", "zego.edit.flip-ciphertext", "zego.omits-crypto-tag.tag"] {
      #expect(explained.output.contains(words))
    }
  }

  @Test func `a clause that several formats have is shown as a format has it`() throws {
    let words = "where a service has one"
    let shown = try ["006", "007"].map {
      try Assay.run("show", "agora.channel.text", "--type", "agora-\($0)").output
    }
    #expect(shown.map { $0.contains(words) } == [false, true])
  }
}
