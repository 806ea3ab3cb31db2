// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The way to a member of a JSON object: names, or indices of an array, with dots between them; `#`
/// is the number of its elements.
struct MemberPath {
  let steps: [Substring]

  init(_ text: String) {
    steps = text.split(separator: ".", omittingEmptySubsequences: false)
  }

  func value(in root: JSONValue) -> JSONValue? {
    var value = root
    for step in steps {
      guard let next = Self.value(at: step, in: value) else { return nil }
      value = next
    }
    return value
  }

  private static func value(at step: Substring, in value: JSONValue) -> JSONValue? {
    if step == "#" {
      return (value.array?.count ?? value.object?.members.count).map { .integer($0) }
    }
    guard let values = value.array else { return value[String(step)] }
    guard let index = Int(step), values.indices.contains(index) else { return nil }
    return values[index]
  }
}

extension JSONValue {
  /// The value as a cell of a table writes it: strings raw, everything else as JSON.
  var cell: [UInt8] { text?.bytes ?? encoded }
}
