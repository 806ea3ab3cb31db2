// SPDX-License-Identifier: MIT

/// The address of a link on a page.
struct PageURL {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// What stands before a colon, where it names a way to get there.
  var scheme: String? {
    let head = text.prefix { !":/?#".contains($0) }
    guard head.endIndex < text.endIndex, text[head.endIndex] == ":" else {
      return text.hasPrefix("//") ? "//" : nil
    }
    return head.lowercased()
  }

  /// The path, and the anchor after `#`.
  var parts: (path: String, anchor: String?) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil)
  }

  /// The page and the id, where it leads to an example of another page.
  var example: (path: String, id: String)? {
    let (path, anchor) = parts
    guard scheme == nil, !path.isEmpty, let anchor, anchor.hasPrefix("example-") else { return nil }
    return (path, String(anchor.dropFirst(8)))
  }
}
