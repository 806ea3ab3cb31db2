// SPDX-License-Identifier: MIT

/// The verbs and options that stand in executed examples.
struct CommandCoverage {
  private let commands: [[String]]

  init(_ mentions: Mentions) { commands = mentions.commands }

  var holes: [String] {
    Verbs.all.flatMap { verb -> [String] in
      let own = commands.filter { $0.first == verb.name }
      guard !own.isEmpty else { return ["no example runs 'assay \(verb.name)'"] }
      let missing = verb.flags.filter { !Self.uses($0, own) }
      return missing.map { "no example runs 'assay \(verb.name) \($0.name)'" }
    } + common
  }

  /// Every verb has these; one example is enough.
  private var common: [String] {
    [Flag.vectors, Flag.help].filter { !Self.uses($0, commands) }
      .map { "no example runs 'assay VERB \($0.name)'" }
  }

  private static func uses(_ flag: Flag, _ commands: [[String]]) -> Bool {
    commands.joined().contains { $0 == flag.name || $0.hasPrefix("\(flag.name)=") }
  }
}
