// SPDX-License-Identifier: MIT

/// A node of the tree of a page: a block, or a part of a line.
struct MarkdownNode: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// The page itself.
    case group
    case paragraph
    case heading(level: Int)
    case quote
    /// `start` is the first number, where it has numbers.
    case list(start: String?, isTight: Bool)
    case item
    case table
    case row(isHeader: Bool)
    case cell(Alignment?)
    case emphasis
    case strong
    case link(url: String, title: String)
    case image(url: String, title: String)
    case text(String)
    case code(String)
    case codeBlock(info: String, text: String)
    case html(String)
    case htmlBlock(String)
    case rule
    case softBreak
    case lineBreak
  }

  enum Alignment: String, Sendable {
    case left
    case center
    case right
  }

  let kind: Kind
  let line: Int
  var children: [MarkdownNode] = []
  /// The id by which a link finds it, where the page gives it one.
  var anchor: String?
  /// The id of the example that it is.
  var example: String?

  init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  /// The words of it and of what is in it, without marks.
  var plainText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}
