// SPDX-License-Identifier: MIT

internal import Bytes
internal import Pages
internal import Profiles
internal import Suite

/// The ids in the text of pages, each of which must be one.
struct ReferenceCoverage {
  let mentions: Mentions
  /// Clauses, deviations and vectors.
  let known: Set<String>
  /// The names of reasons, with their stages.
  let reasons: Set<String>

  var holes: [String] {
    mentions.pages.flatMap { page in
      page.spans.filter { isUnknown($0.text) }
        .map { "\(page.path):\($0.line): nothing is called '\($0.text)'" }
    }
  }

  private func isUnknown(_ text: String) -> Bool {
    if Self.isID(text) { return !known.contains(text) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, Stage(rawValue: String(parts[0])) != nil else { return false }
    return !reasons.contains(text)
  }

  /// Whether it has the form of an id: words with dots, the first of them a system or a format.
  private static func isID(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, systems.contains(String(parts[0])) else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { $0 == UInt8(ascii: "-") || isWord($0) }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static let systems = Set(
    ["zego", "agora", "nacos", "nats"] + Formats.judges.map(\.format))
}
