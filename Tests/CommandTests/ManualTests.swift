// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `The manual` {
  /// The verbs, and the options that the help of each names.
  private func table() throws -> [String: [String]] {
    let overview = try Assay.run("--help").output
    let verbs = overview.matches(of: /(?m)^  ([a-z]+) {2,}[A-Z]/).map { String($0.1) }
    return try Dictionary(
      uniqueKeysWithValues: verbs.map { verb in
        let help = try Assay.run(verb, "--help").output
        return (verb, help.matches(of: #/(?m)^  (--[a-z-]+) /#).map { String($0.1) })
      })
  }

  @Test func `names every option below its verb`() throws {
    let page = try Assay.run("manual").output.replacing("\\-", with: "-")
    let sections = page.split(separator: "\n.SS assay ").dropFirst()
    let table = try table()
    #expect(sections.count == table.count)
    for section in sections {
      let verb = String(section.prefix { $0 != " " })
      let options = section.matches(of: /\n\.BI? "?(--[a-z-]+)/).map { String($0.1) }
      #expect(options == table[verb], "\(verb)")
    }
  }

  @Test func `gives bash the options of each verb`() throws {
    let script = try Assay.run("manual", "--as", "bash").output
    for (verb, options) in try table() {
      #expect(script.contains("    \(verb)) known='\(options.joined(separator: " "))' ;;\n"))
    }
  }

  @Test func `gives fish and zsh each option with its words`() throws {
    let fish = try Assay.run("manual", "--as", "fish").lines
    let zsh = try Assay.run("manual", "--as", "zsh").output
    for (verb, options) in try table() {
      let own = fish.filter { $0.contains("'__fish_seen_subcommand_from \(verb)'") }
      #expect(own.count == options.count)
      let arm = zsh.split(separator: "\n    \(verb))\n").last?.split(separator: " ;;").first ?? ""
      #expect(arm.matches(of: /'\*?--[a-z-]+=?\[/).count == options.count, "\(verb)")
    }
  }

  @Test func `has no other form`() throws {
    let run = try Assay.run("manual", "--as", "tcsh")
    #expect(run.status == 2)
    #expect(run.errors == "assay: '--as' is one of man bash zsh fish, not 'tcsh'\n")
  }
}
