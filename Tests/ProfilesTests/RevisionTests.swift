// SPDX-License-Identifier: MIT

import Suite
import Testing

@testable import Profiles

@Suite struct `A revised plan` {
  /// A plan that shares steps with a known one must be what it would be without sharing.
  @Test(arguments: Recordings.names)
  func `is the plan that the other rules give`(name: String) throws {
    let (format, variant) = try #require(Recordings.parts(name))
    let model = ZegoModel(format)
    let profile = try #require(model.profiles.first { $0.variant == variant })
    let behaviours = model.deviations.filter { profile.behaviours.contains($0.info.id) }
    let rules = model.rules(behaviours)
    for row in try Recordings.rows(name).enumerated().filter({ $0.offset % 7 == 0 }).map(\.element)
    {
      guard let drawn = model.recover(from: row.answer, to: row.question, by: rules) else {
        continue
      }
      let plan = model.plan(row.question, by: rules, with: drawn)
      for left in behaviours {
        let others = model.rules(behaviours.filter { $0.info.id != left.info.id })
        let revised = others.revise(
          plan, of: row.question, with: drawn, in: model.parts(of: others, unlike: rules))
        #expect(
          (revised ?? plan) == model.plan(row.question, by: others, with: drawn),
          "\(row.id) \(left.info.id)")
      }
    }
  }
}

extension ZegoModel {
  fileprivate func rules(_ behaviours: [Deviation<ZegoRules>]) -> ZegoRules {
    behaviours.reduce(into: reference) { $1.change(&$0) }
  }
}

extension Recordings {
  /// The format and the variant that a recording's path names.
  fileprivate static func parts(_ name: String) -> (ZegoFormat, String)? {
    let words = name.split(separator: "/")
    guard words.count == 2, let format = ZegoFormat(rawValue: String(words[0])) else { return nil }
    return (format, String(words[1].dropLast(".jsonl".count)))
  }
}
