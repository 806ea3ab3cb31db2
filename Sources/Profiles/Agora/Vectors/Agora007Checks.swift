// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// The checks of an opener of AccessToken 007, in the order in which they are made.
enum Agora007Checks {
  static let table: [OpenerCheck] = certificate + encoding + layout + verdicts

  /// The check with a reason and a field.
  static func check(
    _ reason: String, _ field: String, at stage: Stage? = nil
  ) throws -> OpenerCheck {
    let found = table.first { known in
      known.check.covers(Check(stage ?? known.check.stage, reason, field))
    }
    guard let check = found else {
      throw VectorError("no opener of agora-007 has the check \(reason) of \(field)")
    }
    return check
  }

  private static func check(
    _ stage: Stage, _ reason: String, _ field: String, _ clause: String, _ words: String
  ) -> OpenerCheck {
    OpenerCheck("agora.007", stage, reason, field, clause: clause, .security, words)
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

  private static let layout = [
    check(
      .structure, "truncated", "", "agora.007.open.layout",
      "where the content ends within a field, what is there is taken"),
    check(
      .structure, "signature.length", "signature-length", "agora.007.open.layout",
      "a signature may have any length"),
    check(
      .structure, "app-id", "app-id", "agora.007.open.layout", "any text is taken as an app id"),
    check(
      .structure, "service.count", "service-count", "agora.007.open.layout",
      "a token may open no service at all"),
    check(
      .structure, "service.type", "service-type", "agora.007.open.layout",
      "a service of an unknown type is passed over"),
    check(
      .structure, "privilege.duplicate", "privilege", "agora.007.open.layout",
      "a privilege may stand twice"),
    check(
      .structure, "permission.duplicate", "", "agora.007.open.layout",
      "a type of resources and a permission may stand twice"),
    check(
      .structure, "trailing", "services", "agora.007.open.trailing",
      "bytes after the last service are not looked at"),
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
