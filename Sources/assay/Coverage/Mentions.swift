// SPDX-License-Identifier: MIT

internal import Pages

/// What all pages tell of, to be looked up.
struct Mentions {
  let pages: [PageMentions]
  /// The pages that list a clause.
  private var listing: [String: [String]] = [:]
  /// How many examples are about an id alone, not in a list of many.
  private var showing: [String: Int] = [:]
  /// Every word of every example.
  private(set) var words: Set<String> = []
  /// The words of each example, with the page, where it is not a line of a list.
  private var examples: [(path: String, words: Set<String>)] = []
  private(set) var commands: [[String]] = []

  init(_ pages: [PageMentions]) {
    self.pages = pages
    for page in pages {
      for clause in page.clauses { listing[clause, default: []].append(page.path) }
      for example in page.examples { add(example, of: page.path) }
    }
  }

  private mutating func add(_ example: PageExample, of path: String) {
    commands += example.commands
    let words = Set(example.texts.flatMap(Self.words) + example.shows)
    self.words.formUnion(words)
    guard !example.isListed else { return }
    examples.append((path, words))
    for word in words { showing[word, default: 0] += 1 }
  }

  func page(_ path: String) -> PageMentions? { pages.first { $0.path == path } }

  func pages(listing clause: String) -> [String] { listing[clause] ?? [] }

  func examples(about id: String) -> Int { showing[id] ?? 0 }

  /// Whether an example of a page has all of some words.
  func hasExample(of path: String, with words: [String]) -> Bool {
    examples.contains { $0.path == path && words.allSatisfy($0.words.contains) }
  }

  /// The words of a text; dots and hyphens are inside of words.
  private static func words(_ text: String) -> [String] {
    text.utf8.split { !isPart($0) }.map { part in
      String(decoding: part.reversed().drop { $0 == UInt8(ascii: ".") }.reversed(), as: UTF8.self)
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
