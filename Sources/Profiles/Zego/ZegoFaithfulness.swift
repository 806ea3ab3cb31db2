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
    guard let token else {
      return Mismatch("zego.served", field: "token", expected: "a token", got: "none")
    }
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

  private var prefix: StaticString { model.kind == .token03 ? "03" : "04" }

  private func mismatch(of plaintext: [UInt8], header: Int64) -> Mismatch? {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: plaintext.span)
    } catch {
      return Mismatch(
        "zego.json.text", field: "plaintext", offset: error.offset,
        expected: "one JSON object", got: error.detail)
    }
    let members: [String: Int]
    switch indexed(document) {
    case .success(let found): members = found
    case .failure(let failure): return failure.mismatch
    }
    for name in model.kind.members {
      let comparison = MemberComparison(
        faithfulness: self, document: document, node: members[name] ?? 0, name: name,
        header: header, ctime: value(model.kind.ctimeName, document, members))
      if let mismatch = comparison.mismatch { return mismatch }
    }
    return nil
  }

  private func value(
    _ name: String, _ document: JSONDocument, _ members: [String: Int]
  ) -> JSONValue {
    members[name].map { JSONValue(document, $0) } ?? .null
  }

  private struct Failure: Error {
    let mismatch: Mismatch
  }

  /// The node of each member; each stands once, and no other does.
  private func indexed(_ document: JSONDocument) -> Result<[String: Int], Failure> {
    func fail(_ field: String, _ offset: Int, _ got: String) -> Result<[String: Int], Failure> {
      .failure(
        Failure(
          mismatch: Mismatch(
            "zego.json.members", field: field, offset: offset,
            expected: model.kind.members.joined(separator: ", "), got: got)))
    }
    guard document.nodes[JSONDocument.root].kind == .object else {
      return fail("plaintext", 0, "no object")
    }
    var members: [String: Int] = [:]
    var index = JSONDocument.root + 1
    while index < document.nodes.count {
      let name = document.text(of: index).display
      let offset = document.nodes[index].start
      guard model.kind.members.contains(name) else { return fail(name, offset, "'\(name)' too") }
      guard members.updateValue(index + 1, forKey: name) == nil else {
        return fail(name, offset, "'\(name)' twice")
      }
      index = document.nodes[index + 1].next
    }
    if let missing = model.kind.members.first(where: { members[$0] == nil }) {
      return fail(missing, 0, "no '\(missing)'")
    }
    return .success(members)
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
