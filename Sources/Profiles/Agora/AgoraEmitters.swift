// SPDX-License-Identifier: MIT

internal import Suite

/// The recorded assistants that may have made a token.
struct AgoraEmitters {
  /// The longest message for which every profile is asked; no assistant's own token is as long.
  static let longestMessage = 4096

  let variants: [String]
  /// The same by language: one whose variants are all here stands for them.
  let words: [String]

  init(_ profiles: [Profile], where isConsistent: (Profile) -> Bool) {
    let found = profiles.filter(isConsistent).map { Variant($0.variant) }
    let known = Dictionary(grouping: profiles.map { Variant($0.variant) }, by: \.language)
    let groups = Dictionary(grouping: found, by: \.language)
    var seen: Set<String> = []
    variants = found.map(\.name)
    words = found.map(\.language).filter { seen.insert($0).inserted }.map { language in
      let group = groups[language] ?? []
      guard group.count < known[language]?.count ?? 0 else { return language }
      return "\(language) (\(group.map(\.rest).joined(separator: ", ")))"
    }
  }

  /// The name of a variant, as in `2019-java-ascii` or `go`.
  private struct Variant {
    let name: String
    let language: String
    /// The age of the code, and what sets it apart.
    let rest: String

    init(_ name: String) {
      let parts = name.split(separator: "-").map(String.init)
      let place = parts.count > 1 ? 1 : 0
      let others = parts.enumerated().filter { $0.offset != place }.map(\.element)
      self.name = name
      language = parts.isEmpty ? name : parts[place]
      rest = others.isEmpty ? name : others.joined(separator: "-")
    }
  }
}

extension Inspection {
  mutating func show(_ found: AgoraEmitters) {
    emitters = found.variants
    emitterGroups = found.words
  }
}
