// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos
internal import Suite

/// The checks of the reference as a reader of tokens, in the order in which it makes them.
enum NacosTokenChecks {
  static let table: [OpenerCheck] = keys + texts + headers + [signature] + payloads + [expiry]

  private static let keys: [OpenerCheck] = [
    check(
      .encoding, .secretBase64, "secret", "nacos.key.base64", .interop,
      "a key that is no Base64 is decoded all the same"),
    check(
      .policy, .secretLength, "secret", "nacos.key.length", .security,
      "a key of fewer than 32 bytes is used"),
  ]

  private static let texts: [OpenerCheck] = [
    check(
      .encoding, .blank, "token", "nacos.token.present", .interop,
      "an empty token is taken for one"),
    check(
      .structure, .parts, "token", "nacos.parts.three", .interop,
      "parts are not counted: a missing one is empty, one too many is left aside"),
  ]

  private static let headers: [OpenerCheck] = [
    check(
      .encoding, .base64, "header", "nacos.parts.base64url", .interop,
      "what is no symbol is skipped in the header"),
    check(
      .crypto, .algorithm, "alg", "nacos.alg.none", .security,
      "whatever algorithm the header names, HS256 is assumed"),
    check(
      .structure, .header, "header", "nacos.header.text", .interop,
      "the text of the header is not compared"),
  ]

  private static let signature = check(
    .crypto, .signature, "signature", "nacos.signature.checked", .security,
    "the signature is not compared")

  private static let payloads: [OpenerCheck] = [
    check(
      .encoding, .base64, "payload", "nacos.parts.base64url", .interop,
      "what is no symbol is skipped in the payload"),
    check(
      .structure, .jsonSyntax, "payload", "nacos.payload.members", .interop,
      "a payload that is no JSON is taken for an empty object"),
    check(
      .structure, .memberType, "payload", "nacos.payload.members", .interop,
      "a payload that is no object is taken for an empty one"),
    check(
      .claims, .memberDuplicate, "sub", "nacos.payload.members", .interop,
      "of several users the last counts"),
    check(
      .claims, .memberDuplicate, "exp", "nacos.payload.members", .interop,
      "of several ends the last counts"),
    check(
      .claims, .memberType, "sub", "nacos.payload.types", .interop,
      "a user that is no text is read as it is written"),
    check(
      .claims, .memberMissing, "sub", "nacos.sub.present", .security,
      "a token for nobody is accepted"),
    check(
      .claims, .memberMissing, "exp", "nacos.exp.present", .security, "a missing end is read as 0"),
    check(
      .claims, .memberType, "exp", "nacos.payload.types", .interop,
      "an end that is no integer is read as 0"),
  ]

  private static let expiry = check(
    .time, .expired, "exp", "nacos.exp.checked", .security, "the end is not compared with the clock"
  )

  private static func check(
    _ stage: Stage, _ reason: NacosReason, _ field: String, _ clause: String,
    _ severity: Severity, _ words: String
  ) -> OpenerCheck {
    OpenerCheck("nacos", stage, reason.rawValue, field, clause: clause, severity, words)
  }
}
