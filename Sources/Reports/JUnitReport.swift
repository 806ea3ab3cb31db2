// SPDX-License-Identifier: MIT

internal import Suite

/// JUnit XML: a case a row; what differs or is unexplained fails.
struct JUnitReport: Report {
  let book: SpecBook
  private var tally = Tally()

  init(book: SpecBook) {
    self.book = book
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    var bytes = tally.rows == 0 ? Array(Self.head.utf8) : []
    for judgement in judgements {
      tally.add(judgement)
      bytes += testCase(judgement).utf8
    }
    return bytes
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    var text = tally.rows == 0 ? Self.head : ""
    for error in results.errors {
      text +=
        "  <testcase classname=\"assay\" name=\"reading\"><error>\(error.description.escaped)</error>"
        + "</testcase>\n"
    }
    return Array((text + "</testsuite>\n").utf8)
  }

  private static let head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"assay\">\n"

  private func testCase(_ judgement: Judgement) -> String {
    let parts = judgement.id.split(separator: "/").dropLast().joined(separator: ".")
    let start = "  <testcase classname=\"\(parts.escaped)\" name=\"\(judgement.id.escaped)\""
    switch judgement.verdict {
    case .agrees: return start + "/>\n"
    case .notJudged: return start + "><skipped/></testcase>\n"
    case .differs, .unexplained:
      let type = (judgement.clauses.first ?? judgement.verdict.rawValue).escaped
      return start + "><failure type=\"\(type)\" message=\"\(judgement.verdict.rawValue)\">"
        + judgement.sentence(book).escaped + "</failure></testcase>\n"
    }
  }
}

extension String {
  /// The text for XML; characters that XML cannot hold become U+FFFD.
  fileprivate var escaped: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
