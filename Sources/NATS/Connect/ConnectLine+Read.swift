// SPDX-License-Identifier: MIT

public import Bytes
internal import JSON

extension ConnectLine {
  /// Reads a line as a server does; its end may be missing.
  public init(
    reading line: Span<UInt8>, longestArgument: Int = Self.longestArgument, checks: Checks = .all
  ) throws(Refusal) {
    let argument = try Self.argument(of: line, checks: checks)
    if argument.count > longestArgument {
      try checks.refuse(
        Refusal(
          .structure, .lineLength, field: "argument", offset: argument.lowerBound,
          "\(argument.count) bytes, at most \(longestArgument) are expected"))
    }
    self.init(
      members: try Self.members(
        of: line.extracting(argument), at: argument.lowerBound, checks))
    _ = try credentials(checks: checks)
  }

  /// Where the JSON object of a line stands.
  public static func argument(
    of line: Span<UInt8>, checks: Checks = .all
  ) throws(Refusal) -> Range<Int> {
    let verb = Array(verb.utf8)
    let isVerb =
      line.count >= verb.count && verb.indices.allSatisfy { line[$0] & 0xDF == verb[$0] }
    if !isVerb {
      try checks.refuse(
        Refusal(.structure, .verb, field: "verb", offset: 0, "'\(Self.verb)' is expected"))
    }
    var start = min(verb.count, line.count)
    while start < line.count, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    let end = line.firstIndex(of: 0x0A, from: start) ?? line.count
    if end < line.count - 1 {
      try checks.refuse(
        Refusal(
          .structure, .lineTrailing, field: "line", offset: end + 1,
          "\(line.count - end - 1) bytes after the end of the line"))
    }
    return start..<(end > start && line[end - 1] == 0x0D ? end - 1 : end)
  }

  private static func members(
    of text: Span<UInt8>, at offset: Int, _ checks: Checks
  ) throws(Refusal) -> JSONObject {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: text)
    } catch {
      try checks.refuse(
        Refusal(
          .structure, .jsonSyntax, field: "argument", offset: offset + error.offset, error.detail))
      return [:]
    }
    guard let members = value.object else {
      try checks.refuse(
        Refusal(
          .structure, .jsonSyntax, field: "argument", offset: offset, "an object is expected"))
      return [:]
    }
    return members
  }
}
