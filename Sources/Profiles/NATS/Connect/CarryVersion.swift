// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Takes the client's version back out of a line.
enum CarryVersion {
  private static let longest = 40

  /// The usual one where it stands there, or another that looks like a version.
  static func found(in line: [UInt8], usually version: String) -> String? {
    let mark = Array("\"version\":".utf8)
    guard !line.span.contains(Array("\"version\":\"\(version)\"".utf8).span) else { return version }
    guard let start = line.indices.first(where: { line[$0...].starts(with: mark) }) else {
      return nil
    }
    let value = line[(start + mark.count)...].drop { $0 == 0x20 }
    guard value.first == UInt8(ascii: "\"") else { return nil }
    let text = Array(value.dropFirst().prefix { $0 != UInt8(ascii: "\"") })
    return isVersion(text) ? text.display : nil
  }

  private static func isVersion(_ text: [UInt8]) -> Bool {
    (1...longest).contains(text.count)
      && text.allSatisfy { $0.isLetter || $0.isDigit || ".-+_".utf8.contains($0) }
  }
}
