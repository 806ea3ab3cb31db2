// SPDX-License-Identifier: MIT

public import Bytes
internal import JSON

extension ConnectLine {
  /// Reads a line as a server does; its end may be missing.
  public init(
    reading line: Span<UInt8>, longestArgument: Int = Self.longestArgument
  ) throws(Refusal) {
    let argument = try Self.argument(of: line)
    guard argument.count <= longestArgument else {
      throw Refusal(
        .structure, .lineLength, field: "argument", offset: argument.lowerBound,
        "\(argument.count) bytes, at most \(longestArgument) are expected")
    }
    try self.init(json: line.extracting(argument), at: argument.lowerBound)
  }

  /// Where the JSON object of a line stands.
  public static func argument(of line: Span<UInt8>) throws(Refusal) -> Range<Int> {
    let verb = Array(verb.utf8)
    let isVerb =
      line.count >= verb.count && verb.indices.allSatisfy { line[$0] & 0xDF == verb[$0] }
    guard isVerb else {
      throw Refusal(.structure, .verb, field: "verb", offset: 0, "'\(Self.verb)' is expected")
    }
    var start = verb.count
    while start < line.count, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    let end = line.firstIndex(of: 0x0A, from: start) ?? line.count
    guard end >= line.count - 1 else {
      throw Refusal(
        .structure, .lineTrailing, field: "line", offset: end + 1,
        "\(line.count - end - 1) bytes after the end of the line")
    }
    return start..<(end > start && line[end - 1] == 0x0D ? end - 1 : end)
  }

  private init(json text: Span<UInt8>, at offset: Int) throws(Refusal) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: text)
    } catch {
      throw Refusal(
        .structure, .jsonSyntax, field: "argument", offset: offset + error.offset, error.detail)
    }
    guard let members = value.object else {
      throw Refusal(
        .structure, .jsonSyntax, field: "argument", offset: offset, "an object is expected")
    }
    self.init(members: members)
    _ = try credentials()
  }
}
