// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Ports
import Testing

@Suite struct `The plan of an examination` {
  @Test func `The text of a run gives it back, the version of the suite with it`() {
    let plan = Examination.Plan(
      seed: "7", vectors: "ab", formats: ["zego-03"], only: ["a*"], skip: ["b"], challenge: "c",
      shard: (2, 3), suite: "1.2.3")
    let read = Examination.Plan(run: plan.run)
    #expect(read == plan)
    #expect(read?.suite == "1.2.3")
  }

  @Test func `A run of before versions were kept is read, and keeps its text`() throws {
    let old =
      #"{"seed":"7","vectors":"ab","formats":[],"only":[],"skip":[],"challenge":"","shard":[1,1]}"#
    let run = String(
      decoding: Base64.standard.encode(Array(old.utf8), after: []), as: UTF8.self)
    let plan = try #require(Examination.Plan(run: run))
    #expect(plan.suite == "")
    #expect(plan.run == run)
  }
}
