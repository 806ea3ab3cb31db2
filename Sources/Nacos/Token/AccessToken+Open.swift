// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto
internal import JSON

extension AccessToken {
  /// Opens a token, or refuses it at the first rule that it breaks.
  ///
  /// Without `now` the time is not judged.
  public init(opening token: Span<UInt8>, key: NacosKey, now: Int64? = nil) throws(Refusal) {
    let parts = try TokenParts(token)
    let algorithm = try parts.algorithm()
    try parts.verify(key, algorithm)
    try self.init(payload: parts.decodedPayload())
    guard let now, exp < now else { return }
    throw Refusal(.time, .expired, field: "exp", "the token ended at \(exp), it is \(now)")
  }

  /// Reads what a token claims without asking whether it is signed.
  public init(reading token: Span<UInt8>) throws(Refusal) {
    let parts = try TokenParts(token)
    _ = try parts.algorithm()
    try self.init(payload: parts.decodedPayload())
  }

  private init(payload: [UInt8]) throws(Refusal) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(taking: payload)
    } catch {
      throw Refusal(
        .structure, .jsonSyntax, field: "payload", offset: error.offset, error.detail)
    }
    let members = try PayloadMembers(document)
    sub = try members.text("sub")
    exp = try members.second("exp")
  }
}
