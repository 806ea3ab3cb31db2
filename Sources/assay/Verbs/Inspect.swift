// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
  static let inspect = Verb(
    name: "inspect", operands: "TOKEN",
    words: "Take a token apart without a key: every byte, each layer, who may have made it."
      + " With the secret also the claims. A broken token is no error. - reads the token from"
      + " the standard input.",
    flags: [.form, .figure, .secretFile, .secretVariable, .now, .showSecrets],
    examples: [
      "assay inspect 04AAAAAGsB...", "assay inspect --secret-file secret.txt - < token.txt",
    ],
    run: InspectRun.run)
}

extension Flag {
  fileprivate static let figure = Flag("--figure", nil, "draw the fields side by side")
  fileprivate static let showSecrets = Flag(
    "--show-secrets", nil, "show tokens and passwords inside, which are masked otherwise")
}

/// Shows a token.
private enum InspectRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let token = try invocation.token()
    let (secret, now) = (try invocation.secret(), try invocation.now())
    let found = Formats.tools.lazy.compactMap { $0.inspect(token, secret: secret, now: now) }.first
    guard let inspection = found else {
      let text = "no known format: \(token.count) bytes that begin with \(start(of: token))\n"
      try OutputFile.standardOutput.write(
        try invocation.isJSON ? "{\"format\":null}\n" : text)
      return 0
    }
    if invocation.has(.figure) {
      try OutputFile.standardOutput.write(LayoutFigure(fields: inspection.fields).text)
      return 0
    }
    let view = InspectionView(invocation.has(.showSecrets) ? inspection : inspection.masked)
    try OutputFile.standardOutput.write(
      try invocation.isJSON ? view.json.line : Array(view.text.utf8))
    return 0
  }

  private static func start(of token: [UInt8]) -> String {
    "'\(String(decoding: token.prefix(16).map { (0x21...0x7E).contains($0) ? $0 : 0x3F }, as: UTF8.self))'"
  }
}

extension Invocation {
  /// The only operand as a token; `-` reads it from the standard input.
  func token() throws -> [UInt8] {
    let operand = try operands(1...1)[0]
    guard operand == "-" else { return Array(operand.utf8) }
    let bytes = try InputFile.contents(of: "-", limit: 16 << 20)
    return Array(bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
  }
}

/// An inspection as text and as JSON.
private struct InspectionView {
  let inspection: Inspection

  init(_ inspection: Inspection) {
    self.inspection = inspection
  }

  var text: String {
    let parts = [
      [inspection.title + " (\(inspection.format))"], layers, byteMap, claims, emitters,
      inspection.notes.map { "note: \($0)" },
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var layers: [String] {
    inspection.layers.map { layer in
      let mark = layer.holds.map { $0 ? "ok" : "broken" } ?? "-"
      return "  \(layer.stage.rawValue.padded(11))\(mark.padded(8))\(layer.words)"
    }
  }

  private var byteMap: [String] {
    let rows = inspection.fields.map { field in
      "  \(String(field.range.lowerBound).leftPadded(6))\(String(field.range.count).leftPadded(7))"
        + "  \(field.name.padded(18))\(shown(field).padded(36))\(field.meaning)"
    }
    let sum = inspection.fields.reduce(0) { $0 + $1.range.count }
    let head = "  offset   size  field             bytes                               meaning"
    return [head] + rows + [
      "        \(String(sum).leftPadded(7))  of \(inspection.byteCount) bytes"
    ]
  }

  private func shown(_ field: Inspection.FieldView) -> String {
    let isWhole = field.bytes.count == field.range.count && field.bytes.count <= 16
    return isWhole ? Hex.encode(field.bytes) : "\(Hex.encode(field.bytes.prefix(14)))…"
  }

  private var claims: [String] {
    guard let plaintext = inspection.plaintext else { return [] }
    guard let members = plaintext.object?.members else {
      return ["  plaintext  " + String(decoding: plaintext.encoded, as: UTF8.self)]
    }
    return members.map {
      "  \($0.name.display.padded(14))\(String(decoding: $0.value.encoded, as: UTF8.self))"
    }
  }

  private var emitters: [String] {
    guard inspection.layers.contains(where: { $0.stage == .structure && $0.holds == true }),
      let emitters = inspection.emitters
    else { return [] }
    guard !emitters.isEmpty else { return ["consistent with no recorded assistant"] }
    let words = inspection.emitterGroups ?? emitters
    let lines = "consistent with: \(words.joined(separator: ", "))".wrapped(to: 100)
    return lines.enumerated().map { ($0.offset == 0 ? "" : "  ") + $0.element }
  }

  var json: JSONValue {
    var object: JSONObject = [
      "format": .string(inspection.format), "title": .string(inspection.title),
      "layers": .array(inspection.layers.map(json)),
      "bytes": .integer(inspection.byteCount),
      "fields": .array(inspection.fields.map(json)),
      "emitters": .strings(inspection.emitters ?? []),
      "notes": .strings(inspection.notes),
    ]
    if let plaintext = inspection.plaintext {
      object.members.append(.init(name: "plaintext", value: plaintext))
    }
    return .object(object)
  }

  private func json(_ layer: Inspection.Layer) -> JSONValue {
    .object([
      "stage": .string(layer.stage.rawValue), "holds": layer.holds.map { .bool($0) } ?? .null,
      "words": .string(layer.words),
    ])
  }

  private func json(_ field: Inspection.FieldView) -> JSONValue {
    .object([
      "field": .string(field.name), "offset": .integer(field.range.lowerBound),
      "size": .integer(field.range.count), "hex": .string(Hex.encode(field.bytes)),
      "meaning": .string(field.meaning),
    ])
  }
}
