// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// The assistants of one format, in the order in which they were judged.
struct FormatGroup {
  let format: String
  private(set) var assistants: [Results.Assistant]

  static func groups(of results: Results) -> [FormatGroup] {
    results.assistants.reduce(into: []) { groups, assistant in
      if let index = groups.firstIndex(where: { $0.format == assistant.format }) {
        groups[index].assistants.append(assistant)
      } else {
        groups.append(FormatGroup(format: assistant.format, assistants: [assistant]))
      }
    }
  }

  /// What tells an assistant from the others of the format.
  func label(of assistant: Results.Assistant) -> String {
    let identity = assistant.identity
    let isAlone = assistants.allSatisfy { $0.identity.name == identity.name }
    let parts = isAlone ? [identity.variant] : [identity.name, identity.variant]
    let label = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return (label.isEmpty ? identity.name : label).printable
  }

  /// The title: the format, and the assistant where there is one alone.
  var title: String {
    let names = Set(assistants.map(\.identity.name))
    guard names.count == 1, let name = names.first else { return format.printable }
    return "\(format): \(name)".printable
  }

  var tally: Tally { assistants.reduce(into: Tally()) { $0 += $1.tally } }
}
