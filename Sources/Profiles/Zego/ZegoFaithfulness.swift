// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite
internal import Zego

/// Judges whether a token says what was asked, and nothing else.
struct ZegoFaithfulness {
  let model: ZegoModel
  let question: Question
  /// In contract every member has its documented type; outside, another scalar may say the same.
  let isStrict: Bool

  func mismatch(of token: Text?) -> Mismatch? {
    guard let token else { return .noToken("zego") }
    do throws(Refusal) {
      let sealed = try Sealed(token: token.bytes.span, prefix: prefix)
      guard sealed.form == model.reference.layout.form else {
        return Mismatch(
          "zego.iv.length", field: "iv-length", offset: 8,
          expected: "\(model.reference.layout.form.ivLength)", got: "\(sealed.iv.count)")
      }
      let secret = try ZegoSecret(question.input["secret"]?.text ?? Text([]))
      return mismatch(of: try sealed.plaintext(secret: secret), header: sealed.expire)
    } catch {
      return Mismatch(
        ZegoModel.clauses[error.reason] ?? "zego.cipher", field: error.field, offset: error.offset,
        expected: "a token that opens", got: error.detail)
    }
  }

  private var prefix: String { model.kind == .token03 ? "03" : "04" }

  private func mismatch(of plaintext: [UInt8], header: Int64) -> Mismatch? {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: plaintext.span)
    } catch {
      return Mismatch(
        "zego.json.text", field: "plaintext", offset: error.offset,
        expected: "one JSON object", got: error.detail)
    }
    do throws(Failure) {
      let nodes = try nodes(of: document)
      let names = model.kind.members
      let ctime = names.firstIndex(of: model.kind.ctimeName).map { JSONValue(document, nodes[$0]) }
      for (name, node) in zip(names, nodes) {
        let comparison = MemberComparison(
          faithfulness: self, name: name, node: document.nodes[node],
          got: JSONValue(document, node), header: header, ctime: ctime ?? .null)
        if let mismatch = comparison.mismatch { return mismatch }
      }
      return nil
    } catch {
      return error.mismatch
    }
  }

  private struct Failure: Error {
    let mismatch: Mismatch
  }

  /// The nodes of the members in the documented order; each stands once, and no other does.
  private func nodes(of document: JSONDocument) throws(Failure) -> [Int] {
    guard document.nodes[JSONDocument.root].kind == .object else {
      throw failure("plaintext", 0, "no object")
    }
    let names = model.kind.members
    var found = [Int](repeating: 0, count: names.count)
    var index = JSONDocument.root + 1
    while index < document.nodes.count {
      let offset = document.nodes[index].start
      guard let member = names.firstIndex(where: { document.isString(index, $0) }) else {
        let name = document.text(of: index).display
        throw failure(name, offset, "'\(name)' too")
      }
      guard found[member] == 0 else {
        throw failure(names[member], offset, "'\(names[member])' twice")
      }
      found[member] = index + 1
      index = document.nodes[index + 1].next
    }
    if let missing = found.firstIndex(of: 0) {
      throw failure(names[missing], 0, "no '\(names[missing])'")
    }
    return found
  }

  private func failure(_ field: String, _ offset: Int, _ got: String) -> Failure {
    let expected = model.kind.members.joined(separator: ", ")
    return Failure(
      mismatch: Mismatch(
        "zego.json.members", field: field, offset: offset, expected: expected, got: got))
  }
}

extension ZegoModel {
  /// The clause that an unreadable token breaks, by the reason of the refusal.
  static let clauses: [String: String] = [
    "prefix": "zego.prefix", "base64": "zego.base64", "iv.length": "zego.iv.length",
    "truncated": "zego.ciphertext.length", "trailing": "zego.ciphertext.length",
    "ciphertext.length": "zego.ciphertext.length", "mode": "zego.mode", "padding": "zego.padding",
    "tag": "zego.tag", "secret.length": "zego.key",
  ]
}
