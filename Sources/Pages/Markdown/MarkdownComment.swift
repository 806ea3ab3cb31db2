// SPDX-License-Identifier: MIT

/// The text between `<!--` and `-->`, and the line where it begins.
struct MarkdownComment: Equatable {
  let line: Int
  let text: String

  /// The comments of an HTML block, or nothing where it has anything else.
  static func all(in html: String, line: Int) -> [MarkdownComment]? {
    var comments: [MarkdownComment] = []
    var rest = Array(html.utf8)[...]
    var line = line
    while true {
      line += skipBlanks(&rest)
      guard !rest.isEmpty else { return comments }
      guard rest.starts(with: "<!--".utf8) else { return nil }
      rest = rest.dropFirst(4)
      guard let end = rest.firstRange(of: Array("-->".utf8)) else { return nil }
      let text = rest[..<end.lowerBound]
      comments.append(MarkdownComment(line: line, text: String(decoding: text, as: UTF8.self)))
      line += text.count { $0 == UInt8(ascii: "\n") }
      rest = rest[end.upperBound...]
    }
  }

  /// Skips blanks and returns the number of line ends among them.
  private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) -> Int {
    let blanks = rest.prefix { $0 == UInt8(ascii: " ") || $0 == 9 || $0 == 10 }
    rest = rest.dropFirst(blanks.count)
    return blanks.count { $0 == 10 }
  }
}
