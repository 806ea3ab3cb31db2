// SPDX-License-Identifier: MIT

import Bytes
import Files
import Foundation
import JSON
import Seeded
import Testing

@testable import Suite

@Suite struct `A file of vectors` {
  private static let seed = UInt64.random(in: 0...UInt64.max)

  static let vector = Vector(
    id: "sample.open.cut", level: .should, clauses: ["sample.lengths"], flags: ["cut"],
    comment: "the end is missing",
    question: VectorQuestion(
      op: "open",
      input: [
        "token": "04AA", "secret": .string(Text([0xFF, 0x00])),
        "big": .integer(lexeme: "18446744073709551616"),
        "ratio": .float(lexeme: "3600.0"), "none": .null, "list": [true, ["a": -1]],
        "long": .string(String(repeating: "ab", count: 400)),
      ], inject: ["nonce": 1], now: .second(1_700_000_000), world: ["users": ["a": "b"]]),
    expectation: Expectation(
      .reject(Check(.structure, "truncated", "iv")), alsoAllowed: ["encoding/base64", "accept"]),
    derivation: Derivation(parent: "sample.open.usual", edit: "sample.cut", arguments: ["to": 3]))

  static let accepted = Vector(
    id: "sample.mint.usual", clauses: ["sample.served"], flags: ["usual"], comment: "as usual",
    question: VectorQuestion(op: "mint", input: ["user": "u"], now: .ownClock),
    expectation: Expectation(.accept(["token": "t"]), comparison: .invariants))

  static let file = VectorFile(
    format: "sample", op: "open", topic: "lengths", about: "What is too short.",
    notes: [
      VectorNote("cut", .modifiedParameter, "A cut token."), VectorNote("usual", .basic, "Usual."),
      VectorNote("unused", .legacy, "Nobody has it."),
    ], groups: [VectorGroup([vector, accepted])])

  @Test func `is read as it was written`() throws {
    let text = Self.file.text
    let read = try VectorFile(JSONValue(parsing: text.span))
    #expect(read.text == text)
    #expect(read.vectors[0].question == Self.vector.question)
    #expect(read.vectors[1].question == Self.accepted.question)
    #expect(read.notes.map(\.flag) == ["cut", "usual"])
    #expect(text.allSatisfy { $0 < 0x80 })
  }

  @Test func `says the type of every scalar, as text`() {
    let text = String(decoding: JSONValue.object(Self.vector.json).encoded, as: UTF8.self)
    for part in [
      #""big":{"int":"18446744073709551616"}"#, #""ratio":{"float":"3600.0"}"#,
      #""secret":{"hex":"ff00"}"#, #""long":{"repeat":"ab","count":"400"}"#, #""none":null"#,
      #""list":[true,{"members":{"a":{"int":"-1"}}}]"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    (#"{"int":"1.0"}"#, "'1.0' is not the integer that it is said to be"),
    (#"{"float":"7"}"#, "'7' is not the float that it is said to be"),
    (#"{"hex":"f"}"#, "hex: 'f' is not hexadecimal"),
    (#"{"words":"f"}"#, "'words' is no type of a value"),
    (#"{"int":7}"#, "'int' is no type of a value"),
    (#"7"#, "an integer stands where a typed value is expected"),
    (#"{}"#, "a typed value has one member, this has 0"),
    (#"{"repeat":"a","count":"-1"}"#, "count: a number of repetitions is expected"),
    (#"{"repeat":"a","count":"99999999999"}"#, "count: a number of repetitions is expected"),
  ])
  func `refuses a value that is not of its type`(text: String, words: String) throws {
    let value = try JSONValue(parsing: text)
    let error = #expect(throws: VectorError.self) { try JSONValue(typed: value) }
    #expect(error?.description == words)
  }

  @Test(arguments: [
    ("id", "a vector: 'id' is missing"),
    ("clauses", "sample.open.cut: the vector: 'clauses' is missing"),
    ("expect", "sample.open.cut: the vector: 'expect' is missing"),
  ])
  func `names the member that a vector lacks`(name: String, words: String) {
    var object = Self.vector.json
    object[name] = nil
    let error = #expect(throws: VectorError.self) { try Vector(.object(object)) }
    #expect(error?.description == words)
  }

  @Test func `has no part or mutation that traps`() throws {
    let text = Self.file.text
    for end in 0..<text.count - 1 {
      #expect(throws: (any Error).self) {
        try VectorFile(JSONValue(parsing: text.span.extracting(0..<end)))
      }
    }
    var random = Seeded(seed: Self.seed)
    for _ in 0..<4000 {
      let mutated = random.mutation(of: text)
      _ = try? VectorFile(JSONValue(parsing: mutated.span))
    }
  }
}

@Suite struct `The index of vectors` {
  private var known: VectorIndex {
    get throws {
      var index = VectorIndex(format: "sample")
      try index.update(with: [`A file of vectors`.vector])
      return index
    }
  }

  @Test func `takes up new ids and keeps the old`() throws {
    var index = try known
    try index.update(with: [`A file of vectors`.vector, `A file of vectors`.accepted])
    #expect(index.digests.map(\.id) == ["sample.open.cut", "sample.mint.usual"])
    #expect(index.faults(of: [`A file of vectors`.vector, `A file of vectors`.accepted]) == [])
  }

  @Test func `lets words change, and no meaning`() throws {
    var index = try known
    var vector = `A file of vectors`.vector
    vector.comment = "other words"
    vector.clauses.append("sample.more")
    #expect(index.faults(of: [vector]) == [])
    vector.question.input["token"] = "04AB"
    let error = #expect(throws: VectorError.self) { try index.update(with: [vector]) }
    #expect(
      error?.description
        == "sample.open.cut: its question or expectation is another; a new meaning needs a new id")
  }

  @Test func `misses an id that is gone`() throws {
    #expect(
      try known.faults(of: []) == ["sample.open.cut: it is gone; an id can be retired, not removed"]
    )
  }

  @Test func `never gives a retired id again`() throws {
    let text = """
      {"format":"sample","vectors":{"sample.open.cut":"0"},
       "retired":[{"id":"sample.open.cut","why":"it was wrong"}]}
      """
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "sample"), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "sample/index.json"))
    let index = try VectorIndex(format: "sample", vectors: folder.path())
    #expect(index.faults(of: []) == [])
    #expect(
      index.faults(of: [`A file of vectors`.vector]).contains("sample.open.cut: the id is retired"))
  }
}
