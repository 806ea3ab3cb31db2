// SPDX-License-Identifier: MIT

internal import Bytes

/// method | request-target | version.
struct HTTPRequestLine {
  let method: Text
  let path: [UInt8]
  let query: [UInt8]
  let version: Text

  init(reading lines: inout HTTPLines) throws(Refusal) {
    var line: [UInt8] = []
    while line.isEmpty { line = try lines.next("request-line") }
    let parts = line.split { HTTPCharacters.isBlank($0) }
    guard parts.count == 3, line.first.map(HTTPCharacters.isBlank) == false,
      line.last.map(HTTPCharacters.isBlank) == false
    else {
      throw Self.refusal("method", "a method, a target and a version are expected")
    }
    method = Text(Array(parts[0]))
    version = Text(Array(parts[2]))
    guard parts[0].allSatisfy(HTTPCharacters.isToken) else {
      throw Self.refusal("method", "'\(method)' is no method")
    }
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw Self.refusal(
        "version", "HTTP/1.1 is expected, '\(version)' is given",
        reason: version.bytes.starts(with: Array("HTTP/".utf8)) ? .version : .line)
    }
    (path, query) = try Self.target(parts[1])
  }

  private static func target(
    _ target: ArraySlice<UInt8>
  ) throws(Refusal) -> (path: [UInt8], query: [UInt8]) {
    guard target.allSatisfy(HTTPCharacters.isTarget) else {
      throw refusal("request-target", "a character that must be encoded", reason: .target)
    }
    let parts = target.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    let path = withoutAuthority(parts.first ?? [])
    guard path.first == UInt8(ascii: "/") else {
      throw refusal(
        "request-target", "'\(Text(Array(target)))' does not begin with '/'", reason: .target)
    }
    return (Array(path), Array(parts.dropFirst().first ?? []))
  }

  /// The path of an absolute form, `http://authority/path`.
  private static func withoutAuthority(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let scheme = Array("http://".utf8)
    guard path.starts(with: scheme) else { return path }
    let rest = path.dropFirst(scheme.count)
    return rest.firstIndex(of: UInt8(ascii: "/")).map { rest[$0...] } ?? Array("/".utf8)[...]
  }

  private static func refusal(
    _ field: String, _ words: String, reason: HTTPReason = .line
  ) -> Refusal {
    Refusal(reason, field: field, offset: 0, words)
  }
}
