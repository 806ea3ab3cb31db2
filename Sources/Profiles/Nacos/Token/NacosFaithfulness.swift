// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// Judges whether a token says what was asked, and nothing else.
struct NacosFaithfulness {
  let user: Text?
  let lifetime: Int64
  let question: NacosTokenQuestion

  func mismatch(of token: Text?) -> Mismatch? {
    guard let token else { return .noToken("nacos") }
    guard let key = NacosKeyContract(question.secret).bytes else {
      return Mismatch("nacos.key.base64", field: "key", expected: "no token", got: "a token")
    }
    do throws(DocumentedToken.Flaw) {
      return try mismatch(of: DocumentedToken(token.bytes, key: key))
    } catch {
      return Mismatch(
        error.clause, field: error.field, offset: error.offset, expected: error.expected,
        got: "another text")
    }
  }

  private func mismatch(of token: DocumentedToken) -> Mismatch? {
    guard token.isSigned else {
      return Mismatch(
        "nacos.signature", field: "signature", expected: "that of this key", got: "another")
    }
    guard let user, token.payload["sub"] == .string(user) else {
      return Mismatch(
        "nacos.claims", field: "sub", expected: user?.display ?? "no token",
        got: token.payload["sub"]?.text?.display ?? "none")
    }
    let (end, overflow) = question.now.addingReportingOverflow(lifetime)
    guard !overflow, token.payload["exp"]?.int64 == end else {
      let got = token.payload["exp"]?.int64.map(String.init) ?? "no integer"
      return Mismatch("nacos.exp.sum", field: "exp", expected: "\(end)", got: got)
    }
    return nil
  }
}
