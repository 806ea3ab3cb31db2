// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto
internal import JSON

extension AccessToken {
  /// Opens a token, or refuses it at the first rule that it breaks.
  ///
  /// Without `now` the time is not judged.
  public init(
    opening token: Span<UInt8>, key: NacosKey, now: Int64? = nil, checks: Checks = .all
  ) throws(Refusal) {
    let parts = try TokenParts(token, checks: checks)
    let algorithm = try parts.algorithm(checks)
    try parts.verify(key, algorithm, checks)
    try self.init(payload: parts.decodedPayload(checks), checks)
    guard let now, exp < now else { return }
    try checks.refuse(
      Refusal(.time, .expired, field: "exp", "the token ended at \(exp), it is \(now)"))
  }

  /// Reads what a token claims without asking whether it is signed.
  public init(reading token: Span<UInt8>) throws(Refusal) {
    let parts = try TokenParts(token, checks: .all)
    _ = try parts.algorithm(.all)
    try self.init(payload: parts.decodedPayload(.all), .all)
  }

  private init(payload: [UInt8], _ checks: Checks) throws(Refusal) {
    let members = try PayloadMembers(Self.document(payload, checks), checks)
    sub = try members.user()
    exp = try members.end()
  }

  private static func document(
    _ payload: [UInt8], _ checks: Checks
  ) throws(Refusal) -> JSONDocument {
    do throws(JSONError) {
      return try JSONDocument(taking: payload)
    } catch {
      try checks.refuse(
        Refusal(.structure, .jsonSyntax, field: "payload", offset: error.offset, error.detail))
      return .emptyObject
    }
  }
}
