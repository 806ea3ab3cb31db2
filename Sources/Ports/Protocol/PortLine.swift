// SPDX-License-Identifier: MIT

internal import JSON

/// A line that a port wrote.
enum PortLine {
  case hello(JSONValue)
  /// With the name of the question, and the message as it came.
  case answer(String, JSONValue)
  /// Something else, such as what an SDK prints.
  case stray

  /// Text in front of a message on the same line is stray, too; the message still counts.
  static func read(_ line: ArraySlice<UInt8>) -> (line: PortLine, hasStray: Bool) {
    if line.isEmpty { return (.stray, false) }
    if let message = message(line) { return (message, false) }
    for start in [#"{"seq""#, #"{"hello""#] {
      guard let found = line.firstRange(of: Array(start.utf8)) else { continue }
      if let message = message(line[found.lowerBound...]) { return (message, true) }
    }
    return (.stray, true)
  }

  private static func message(_ line: ArraySlice<UInt8>) -> PortLine? {
    guard line.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"),
      let value = try? JSONValue(parsing: line.span)
    else { return nil }
    if let name = value["seq"]?.string { return .answer(name, value) }
    return value["hello"] == nil ? nil : .hello(value)
  }
}
