// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// The builder functions above AccessToken 006.
enum BuildCases006 {
  private static let expire: JSONValue = 1_446_455_471

  static let all: [BuildCase006] =
    [
      ("publisher", 1), ("attendee", 0), ("subscriber", 2), ("admin", 101),
    ].map { name, role in
      rtc(name, "the role \(name)", ["build.privileges", "build.expire"], role: role)
    } + [
      rtc("uid-0", "the uid 0", ["build.user", "006.uid-zero"], uid: 0),
      rtc("uid-4294967295", "the largest uid", ["build.user"], uid: 4_294_967_295),
      rtc("uid-over-int", "a uid with the highest bit", ["build.user"], uid: 2_882_341_273),
      rtc("expire-0", "no end", ["build.expire"], expire: 0),
      rtc("account", "a user account", ["build.user"], uid: "alice"),
      rtc("account-0", "the account 0", ["build.user", "006.uid-zero"], uid: "0"),
      rtc(
        "account-subscriber", "a subscriber by account", ["build.privileges"], uid: "alice", role: 2
      ),
      BuildCase006(
        name: "rtm", comment: "a user of RTM", clauses: ["build.rtm", "build.expire"],
        entry: "006.rtm.buildToken", arguments: [user, 1, expire]),
      BuildCase006(
        name: "rtm-digits", comment: "a user of RTM whose account is a number",
        clauses: ["build.rtm"],
        entry: "006.rtm.buildToken", arguments: ["0", 1, expire]),
    ]

  private static let user: JSONValue = "test_user"

  private static func rtc(
    _ name: String, _ comment: String, _ clauses: [String], uid: JSONValue = 12345,
    role: Int = 1, expire: JSONValue = expire
  ) -> BuildCase006 {
    let function = uid.text == nil ? "buildTokenWithUid" : "buildTokenWithUserAccount"
    return BuildCase006(
      name: name, comment: comment, clauses: clauses, entry: "006.rtc.\(function)",
      arguments: ["7d72365eb983485397e3e3f9d460bdda", uid, .integer(role), expire])
  }
}

/// A call of a builder function, in the words of the recordings.
struct BuildCase006: Sendable {
  let name: String
  let comment: String
  let clauses: [String]
  let entry: String
  /// What follows app id and certificate.
  let arguments: [JSONValue]

  var question: VectorQuestion {
    let request = Request006()
    return VectorQuestion(
      op: "build",
      input: [
        "entry": .string(entry), "args": .array([request.appID, request.certificate] + arguments),
      ], inject: request.inject)
  }
}
