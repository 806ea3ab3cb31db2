// SPDX-License-Identifier: MIT

/// What the comments in front of a block say about it.
struct PageDirectives {
  /// A text and where it stands.
  struct Directive {
    let text: String
    let place: PagePlace
  }

  /// How a block is checked: by a command for each row, by the lines of one answer, or number by
  /// number.
  enum Kind: String, CaseIterable {
    case check
    case rows
    case numbers
  }

  private(set) var example: Directive?
  private(set) var check: (kind: Kind, directive: Directive)?
  /// The ids of the clauses that the block shows.
  private(set) var shows: Directive?

  var first: Directive? { example ?? check?.directive ?? shows }

  /// Takes a comment that begins with `example:`, `shows:` or the word of a check; others are for
  /// people.
  mutating func add(_ comment: MarkdownComment, _ place: PagePlace) throws(PageError) {
    if let text = Self.text(of: comment, after: "example:") {
      guard example == nil else { throw place.error("a second example id for the same block") }
      guard Self.isID(text) else {
        throw place.error("the example id '\(text)' is not of letters, digits, '.', '-' and '_'")
      }
      example = Directive(text: text, place: place)
    }
    if let text = Self.text(of: comment, after: "shows:") {
      guard shows == nil else { throw place.error("a second list of clauses for the same block") }
      shows = Directive(text: text, place: place)
    }
    for kind in Kind.allCases {
      guard let text = Self.text(of: comment, after: "\(kind.rawValue):") else { continue }
      guard check == nil else { throw place.error("a second check for the same block") }
      check = (kind, Directive(text: text, place: place))
    }
  }

  private static func text(of comment: MarkdownComment, after word: String) -> String? {
    let text = comment.text.utf8.drop(while: \.isBlank)
    guard text.starts(with: word.utf8) else { return nil }
    let rest = text.dropFirst(word.utf8.count).drop(while: \.isBlank)
    let blanks = rest.reversed().prefix(while: \.isBlank).count
    return String(decoding: rest.dropLast(blanks), as: UTF8.self)
  }

  private static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
        default: false
        }
      }
  }
}
