// SPDX-License-Identifier: MIT

internal import JSON
public import Pages

/// The results of executed pages in one form.
public struct PageReport: Sendable {
  public let name: String
  public let text: @Sendable (PageResults) -> String

  /// The forms, by the names that reports of recordings have; the first is the one without
  /// `--format`.
  public static let all = [
    PageReport(name: "text") { $0.text() },
    PageReport(name: "json") { line($0.summary) },
    PageReport(name: "ndjson") { results in
      results.examples.map { line($0.json) }.joined() + line(results.summary)
    },
    PageReport(name: "junit", text: \.junit),
    PageReport(name: "markdown", text: \.markdown),
  ]

  private static func line(_ object: JSONObject) -> String {
    String(decoding: object.line, as: UTF8.self)
  }
}

extension PageResults {
  /// The files in their order, with what came of the examples of each.
  private var files: [(name: String, examples: [ExampleResult])] {
    var files: [(name: String, examples: [ExampleResult])] = []
    for example in examples {
      if files.last?.name != example.file { files.append((example.file, [])) }
      files[files.count - 1].examples.append(example)
    }
    return files
  }

  fileprivate var summary: JSONObject {
    [
      "summary": .object(Self.numbers(of: examples)),
      "pages": .array(
        files.map { .object(["file": .string($0.name)] + Self.numbers(of: $0.examples)) }),
    ]
  }

  private static func numbers(of examples: [ExampleResult]) -> JSONObject {
    let failed = examples.count { $0.verdict == .failed }
    return [
      "examples": .integer(examples.count), "passed": .integer(examples.count - failed),
      "failed": .integer(failed),
    ]
  }

  fileprivate var junit: String {
    let suites = files.map { file in
      JUnitSuite(name: file.name, class: "assay.pages", cases: file.examples.map(\.junitCase))
    }
    let lines =
      ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
      + [XML.tag("testsuites", [("name", "assay")] + JUnitSuite.numbers(suites.flatMap(\.cases)))]
      + suites.flatMap(\.lines) + ["</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }

  fileprivate var markdown: String {
    let head =
      "## Assay pages: \(isClean ? "all examples pass" : "\(failed) of \(examples.count) examples fail")"
    let numbers = Markdown.table(
      ["page", "examples", "passed", "failed"],
      files.map { file in
        let failed = file.examples.count { $0.verdict == .failed }
        return [
          Markdown.code(file.name), "\(file.examples.count)", "\(file.examples.count - failed)",
          "\(failed)",
        ]
      }, textColumns: 1)
    let failures = examples.filter { $0.verdict == .failed }.map { example in
      "- \(Markdown.code("\(example.file):\(example.line) \(example.id)")):"
        + " \(Markdown.escaped(example.failure?.subject ?? ""))"
    }
    return ([head, ""] + numbers + (failures.isEmpty ? [] : [""] + failures))
      .joined(separator: "\n") + "\n"
  }
}

extension ExampleResult {
  fileprivate var json: JSONObject {
    let place: JSONObject = [
      "file": .string(file), "line": .integer(failure?.line ?? line), "id": .string(id),
      "verdict": .string(verdict.rawValue),
    ]
    guard let failure else { return place }
    return place + [
      "subject": .string(failure.subject), "expected": .string(failure.expected),
      "got": .string(failure.got), "command": .strings(["assay"] + failure.command),
    ]
  }

  fileprivate var junitCase: JUnitCase {
    JUnitCase(id, failure == nil ? .passed : .told("failure", type: "example", detail))
  }
}
