// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Suite
internal import Zego

extension ZegoModel {
  /// The plaintext with its time and nonce masked, or how the call ended.
  func view(of answer: Answer, to question: Question) -> String {
    guard let token = answer.token else { return answer.ending }
    guard let envelope = reference.layout.read(token.bytes),
      let text = decrypted(envelope, question)
    else { return "a token that does not open" }
    return masked(text) ?? "a token around \(shown(text))"
  }

  private func decrypted(_ envelope: ZegoLayout.Envelope, _ question: Question) -> [UInt8]? {
    let key = question.input["secret"]?.text?.bytes ?? []
    let blocks = reference.layout.decrypt(envelope, key: key)
    guard reference.layout.form == .cbc, let blocks else { return blocks }
    return AESCBC.paddingLength(of: blocks.span).map { Array(blocks.dropLast($0)) } ?? blocks
  }

  private func shown(_ text: [UInt8]) -> String {
    text.isEmpty ? "nothing" : "\(text.count) bytes that are no JSON text"
  }

  /// The JSON text with N for the nonce, T for the time of making and T+n for the end.
  private func masked(_ text: [UInt8]) -> String? {
    guard let document = try? JSONDocument(parsing: text.span),
      let members = JSONValue(document, JSONDocument.root).object
    else { return nil }
    let ctime = members[kind.ctimeName]?.int64
    var shown = ""
    var end = 0
    var index = JSONDocument.root + 1
    while index < document.nodes.count {
      let node = document.nodes[index + 1]
      if let mask = mask(document.text(of: index).display, document, index + 1, ctime) {
        shown += String(decoding: text[end..<node.start], as: UTF8.self) + mask
        end = node.end
      }
      index = node.next
    }
    return shown + String(decoding: text[end...], as: UTF8.self)
  }

  private func mask(
    _ name: String, _ document: JSONDocument, _ node: Int, _ ctime: Int64?
  ) -> String? {
    switch name {
    case "nonce": return "N"
    case kind.ctimeName: return "T"
    case kind.expireName:
      guard let ctime, let expire = JSONValue(document, node).int64 else { return nil }
      let (difference, overflow) = expire.subtractingReportingOverflow(ctime)
      return overflow ? nil : difference < 0 ? "T\(difference)" : "T+\(difference)"
    default: return nil
    }
  }
}
