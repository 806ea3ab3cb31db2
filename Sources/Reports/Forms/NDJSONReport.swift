// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// One object a row, then the summary: `Vectors/schema/verify-row.schema.json`.
struct NDJSONReport: Report {
  private let book: SpecBook

  init(_ context: ReportContext) {
    book = context.book
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    var writer = LineWriter()
    for judgement in judgements { writer.write(judgement, judgement.sentence(book)) }
    return writer.bytes
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    results.opening.line
  }
}

/// Writes one object a line; what is empty is left out.
private struct LineWriter {
  private(set) var bytes: [UInt8] = []
  private var separator = UInt8(ascii: "{")

  mutating func write(_ judgement: Judgement, _ detail: String) {
    separator = UInt8(ascii: "{")
    write("id", judgement.id)
    write("verdict", judgement.verdict.rawValue)
    write("contract", judgement.inContract ? "in" : "out")
    write("prediction", judgement.prediction.rawValue)
    write("behaviours", judgement.behaviours)
    write("findings", judgement.findings)
    write("clauses", judgement.clauses)
    write("severity", judgement.severity?.rawValue ?? "")
    if let mismatch = judgement.mismatch { write(mismatch) }
    write("detail", detail)
    bytes += "}\n".utf8
  }

  private mutating func write(_ mismatch: Mismatch) {
    write("field", mismatch.field)
    if let offset = mismatch.offset {
      name("offset")
      bytes += String(offset).utf8
    }
    write("expected", mismatch.expected)
    write("got", mismatch.got)
  }

  private mutating func write(_ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    self.name(name)
    Text(text).writeJSON(to: &bytes)
  }

  private mutating func write(_ name: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    self.name(name)
    JSONValue.strings(texts).write(to: &bytes)
  }

  private mutating func name(_ name: String) {
    bytes.append(separator)
    separator = UInt8(ascii: ",")
    Text(name).writeJSON(to: &bytes)
    bytes.append(UInt8(ascii: ":"))
  }
}
