// SPDX-License-Identifier: MIT

internal import Bytes
internal import Pages
internal import Suite

/// Expected and got, cut at the same places, so that they stand below each other.
struct AlignedPair {
  /// A line in three pieces: what is the same, the first character that differs, and the rest.
  struct Line {
    let same: String
    let first: String
    let rest: String

    func write(to html: inout HTML) {
      html.element("code", ["class": "aligned"]) { html in
        html.words(same)
        if !first.isEmpty { html.element("mark", words: first) }
        html.words(rest)
      }
    }
  }

  private static let kept = 32

  let expected: Line
  let got: Line

  init(_ mismatch: Mismatch) {
    let texts = [mismatch.expected.printable, mismatch.got.printable]
    guard mismatch.offset != nil else {
      expected = Line(same: texts[0], first: "", rest: "")
      got = Line(same: texts[1], first: "", rest: "")
      return
    }
    let count = zip(texts[0], texts[1]).prefix { $0 == $1 }.count
    expected = Self.line(texts[0], same: count)
    got = Self.line(texts[1], same: count)
  }

  private static func line(_ text: String, same count: Int) -> Line {
    let same = text.prefix(count)
    let tail = text.dropFirst(count)
    return Line(
      same: same.count > kept ? "…\(same.suffix(kept))" : String(same),
      first: tail.first.map(String.init) ?? "(the end)", rest: String(tail.dropFirst()))
  }
}
