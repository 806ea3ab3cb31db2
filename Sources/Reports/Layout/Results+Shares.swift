// SPDX-License-Identifier: MIT

internal import Suite

extension Results {
  /// Shares out what was made of all rows: each recording has as many as it has rows.
  func shares<Element>(
    of all: [Element]
  ) -> [(assistant: Assistant, own: ArraySlice<Element>)] {
    var rest = all[...]
    return assistants.map { assistant in
      let own = rest.prefix(assistant.tally.rows)
      rest = rest.dropFirst(own.count)
      return (assistant, own)
    }
  }
}
