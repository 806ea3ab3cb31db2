// SPDX-License-Identifier: MIT

internal import Bytes

/// A value of a server's configuration, with the type that its spelling gave it.
enum ConfValue {
  case text(Text)
  case integer(Int64)
  case float(Double)
  case flag(Bool)
  case date
  case array([ConfValue])
  case map(ConfMap)

  var text: Text? { if case .text(let text) = self { text } else { nil } }
  var map: ConfMap? { if case .map(let map) = self { map } else { nil } }
}

/// A block of a configuration: of members with one name the last counts.
final class ConfMap {
  struct Entry {
    let name: Text
    var value: ConfValue
    /// Whether a variable refers to it: then it may have any name.
    var isVariable = false
  }

  private(set) var entries: [Entry] = []

  subscript(name: Text) -> ConfValue? {
    entries.first { $0.name == name }?.value
  }

  func set(_ name: Text, _ value: ConfValue) {
    guard let index = entries.firstIndex(where: { $0.name == name }) else {
      return entries.append(Entry(name: name, value: value))
    }
    entries[index] = Entry(name: name, value: value)
  }

  /// The value of a name to which something refers.
  func refer(to name: Text) -> ConfValue? {
    guard let index = entries.firstIndex(where: { $0.name == name }) else { return nil }
    entries[index].isVariable = true
    return entries[index].value
  }
}
