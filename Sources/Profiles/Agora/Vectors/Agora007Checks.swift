// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// The checks of an opener of AccessToken 007, in the order in which they are made.
enum Agora007Checks {
  static let table: [OpenerCheck] = certificate + encoding + frame + services + verdicts

  /// The check with a reason and a field.
  static func check(_ reason: String, _ field: String) throws -> OpenerCheck {
    guard let check = table.first(where: { $0.check.reason == reason && $0.check.field == field })
    else { throw VectorError("no opener of agora-007 has the check \(reason) of \(field)") }
    return check
  }

  private static func check(
    _ stage: Stage, _ reason: String, _ field: String, _ clause: String, _ words: String
  ) -> OpenerCheck {
    OpenerCheck("agora.007", stage, reason, field, clause: clause, .security, words)
  }

  private static func truncated(_ fields: String...) -> [OpenerCheck] {
    fields.map { field in
      check(
        .structure, "truncated", field, "agora.007.open.layout",
        "a token that ends in its \(field) is read as if the rest were there")
    }
  }

  private static let certificate = [
    check(
      .policy, "certificate", "certificate", "agora.certificate.hex",
      "any text is taken as a certificate")
  ]

  private static let encoding = [
    check(
      .encoding, "version", "version", "agora.007.open.encoding",
      "the first three characters are cut off unseen"),
    check(
      .encoding, "base64", "base64", "agora.007.open.encoding",
      "what is no base64 symbol is skipped, and padding is not looked at"),
    check(
      .encoding, "zlib", "zlib", "agora.007.open.inflate",
      "the header of the stream is not looked at, and it counts up to where it breaks"),
    check(
      .encoding, "truncated", "zlib", "agora.007.open.inflate",
      "a stream without its end counts as far as it goes"),
    check(
      .encoding, "zlib.checksum", "zlib-checksum", "agora.007.open.inflate",
      "the checksum of the stream is not compared"),
    check(
      .encoding, "zlib.limit", "zlib", "agora.007.open.inflate",
      "whatever a stream stands for is inflated"),
    check(
      .encoding, "trailing", "zlib", "agora.007.open.trailing",
      "bytes after the stream are not looked at"),
  ]

  private static let frame =
    truncated("signature-length", "signature") + [
      check(
        .structure, "signature.length", "signature-length", "agora.007.open.layout",
        "a signature may have any length")
    ] + truncated("app-id-length", "app-id") + [
      check(
        .structure, "app-id", "app-id", "agora.007.open.layout", "any text is taken as an app id")
    ] + truncated("issue-ts", "expire", "salt", "service-count") + [
      check(
        .structure, "service.count", "service-count", "agora.007.open.layout",
        "a token may open no service at all")
    ]

  private static let services =
    truncated("service-type") + [
      check(
        .structure, "service.type", "service-type", "agora.007.open.layout",
        "a service of an unknown type is passed over")
    ] + truncated("privilege-count", "privilege", "privilege-expire") + [
      check(
        .structure, "privilege.duplicate", "privilege", "agora.007.open.layout",
        "a privilege may stand twice")
    ] + truncated(
      "channel-length", "channel", "uid-length", "uid", "account-length", "account",
      "room-uuid-length", "room-uuid", "user-uuid-length", "user-uuid", "role", "user-id-length",
      "user-id", "resource-count", "resource-type")
    + [
      check(
        .structure, "permission.duplicate", "resource-type", "agora.007.open.layout",
        "a type of resources may stand twice")
    ] + truncated("permission-count", "permission") + [
      check(
        .structure, "permission.duplicate", "permission", "agora.007.open.layout",
        "a permission may stand twice")
    ] + truncated("name-count", "name-length", "name") + [
      check(
        .structure, "trailing", "services", "agora.007.open.trailing",
        "bytes after the last service are not looked at")
    ]

  private static let verdicts = [
    check(
      .crypto, "signature", "signature", "agora.007.open.signature",
      "the signature is not verified"),
    check(
      .time, "not-yet", "issue-ts", "agora.007.open.issue", "a token is good before its issue"),
    check(.time, "expired", "expire", "agora.007.open.expiry", "a token is good for ever"),
    check(
      .policy, "app-id", "app-id", "agora.007.open.app-id", "a token for another app opens"),
    check(
      .policy, "service", "service-type", "agora.007.open.channel",
      "a token opens a service that it does not name"),
    check(
      .policy, "channel", "channel", "agora.007.open.channel",
      "a token opens a channel that it does not name"),
    check(.policy, "uid", "uid", "agora.007.open.channel", "a token of another user opens"),
    check(
      .policy, "privilege.missing", "privilege", "agora.007.open.privileges",
      "a token gives a privilege that it does not hold"),
    check(
      .time, "privilege.expired", "privilege-expire", "agora.007.open.privileges",
      "a privilege is good as long as its token"),
  ]
}
