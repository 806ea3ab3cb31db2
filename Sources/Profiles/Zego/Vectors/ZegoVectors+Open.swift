// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// What an opener is asked: tokens that are good, and what edits make of them.
extension ZegoVectors {
  func openFiles() throws -> [VectorFile] {
    [
      file("open", "good", "Tokens that open, each in its own way.", try good),
      file("open", "encoding", "The text of a token: prefix and base64.", try negatives(encoding)),
      file(
        "open", "structure", "Fields, lengths and what is missing or too much.",
        try negatives(truncations + lengths)),
      file("open", "crypto", "Keys, padding, tags and changed bytes.", try negatives(cipher)),
      file(
        "open", "claims", "The encrypted object: its JSON, its members, their types and ranges.",
        try negatives(syntax + missing + repeated + types + ranges + expiries)),
      file(
        "open", "policy", "Time, and for whom a token is opened.",
        try negatives(policy + (kind == .token03 ? [] : rooms)) + clockwork),
    ]
  }

  var editNotes: [VectorNote] {
    editTable.map { VectorNote($0.info.id, Self.bug(of: $0.info.id), $0.info.words) }
  }

  private static func bug(of edit: String) -> VectorNote.Bug {
    switch edit {
    case "zego.edit.key", "zego.edit.tag", "zego.edit.expect", "zego.edit.now", "zego.edit.secret":
      .authenticationBypass
    case "zego.edit.flip-bit", "zego.edit.flip-ciphertext", "zego.edit.swap-blocks": .malleability
    case "zego.edit.prefix", "zego.edit.replace-text", "zego.edit.base64", "zego.edit.unused-bits":
      .encoding
    default: .modifiedParameter
    }
  }

  // MARK: - Negatives

  /// A name, a comment, the edit with its arguments, and the check that refuses.
  typealias Negative = (
    name: String, comment: String, edit: String, arguments: JSONObject, check: Check
  )

  func negatives(_ rows: [Negative]) throws -> [Vector] {
    try rows.map { row in
      guard let edit = editTable.first(where: { $0.info.id == "zego.edit.\(row.edit)" }) else {
        throw VectorError("\(row.name): there is no edit '\(row.edit)'")
      }
      var draft = ZegoDraft(kind)
      try edit.change(&draft, row.arguments)
      let clause = check(covering: row.check)?.info.clause
      guard let clause else {
        throw VectorError("\(row.name): there is no check \(row.check.words)")
      }
      return VectorMaker(self, op: "open").reject(
        row.name, row.comment, clauses: [clause], flags: [edit.info.id], draft.question,
        by: row.check,
        derivation: Derivation(
          parent: "\(format).open.usual", edit: edit.info.id, arguments: row.arguments))
    }
  }

  static let prefix = Check(.encoding, "prefix", "prefix")
  static let base64 = Check(.encoding, "base64", "base64")
  static let ivLength = Check(.structure, "iv.length", "iv-length")
  static let ciphertextLength = Check(.structure, "ciphertext.length", "ciphertext-length")
  static let syntax = Check(.claims, "json.syntax", "plaintext")
  static let unknown = Check(.claims, "member.unknown", "plaintext")

  static func truncated(_ field: String) -> Check { Check(.structure, "truncated", field) }

  var trailing: Check {
    Check(.structure, "trailing", kind == .token04GCM ? "mode" : "ciphertext")
  }
}
