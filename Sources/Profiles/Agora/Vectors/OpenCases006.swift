// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Tokens of version 006 that open, each in its own way.
enum OpenCases006 {
  static let now: Int64 = 1_700_000_000
  static let end: Int64 = 1_700_086_400
  /// The end of the privilege 1 of the usual token; 2 has none.
  static let privilegeEnd: Int64 = 1_700_003_600

  static let all: [OpenCase006] = users + times + contents + [clock]

  static func opening(
    token: JSONValue, _ request: Request006, wishes: JSONObject, now: VectorQuestion.Moment
  ) -> VectorQuestion {
    var input: JSONObject = [
      "token": token, "app_certificate": request.certificate, "channel_name": request.channel,
      "uid": request.uid,
    ]
    for wish in wishes.members { input[wish.name.display] = wish.value }
    return VectorQuestion(op: VectorQuestion.open, input: input, now: now)
  }

  private static let users: [OpenCase006] = [
    OpenCase006("usual", "a usual token", ["open.encoding", "open.lengths", "open.signature"]),
    OpenCase006("account", "for an account", ["open.signature"]) { $0.request.uid = "alice" },
    OpenCase006("account-of-digits", "a uid asked for as an account", ["open.signature"]) {
      $0.wishes["uid"] = "2882341273"
    },
    OpenCase006("uid-1", "the smallest uid of one user", ["open.signature"], "limit") {
      $0.request.uid = 1
    },
    OpenCase006("uid-4294967295", "the largest uid", ["open.signature"], "sign") {
      $0.request.uid = 4_294_967_295
    },
    OpenCase006("account-0", "for the account 0", ["open.signature"], "any-user") {
      $0.request.uid = "0"
    },
    OpenCase006(
      "any-user-uid-0", "a token for the uid 0, opened for it", ["open.any-uid"], "any-user"
    ) {
      $0.request.uid = 0
    },
    OpenCase006(
      "any-user-5", "a token for the uid 0, opened for the uid 5", ["open.any-uid"], "any-user"
    ) {
      $0.request.uid = 0
      $0.wishes["uid"] = 5
    },
    OpenCase006(
      "any-user-alice", "a token for the uid 0, opened for an account", ["open.any-uid"], "any-user"
    ) {
      $0.request.uid = 0
      $0.wishes["uid"] = "alice"
    },
    OpenCase006(
      "border", "channel room1 and user 23", ["open.channel-crc", "open.uid-crc"], "border"
    ) { ($0.request.channel, $0.request.uid) = ("room1", "23") },
    OpenCase006("channel-64", "a channel of 64 bytes", ["open.channel-crc"], "limit") {
      $0.request.channel = .string(String(MintCases006.characters.suffix(64)))
    },
    OpenCase006("account-255", "an account of 255 bytes", ["open.uid-crc"], "limit") {
      $0.request.uid = .string(String(repeating: "u", count: 255))
    },
  ]

  private static let times: [OpenCase006] = [
    OpenCase006("last-second", "in its last second", ["open.ts"], "limit") {
      $0.now = .second(end - 1)
    },
    OpenCase006("second-0", "at second 0, long before it was made", ["open.ts"], "limit") {
      $0.now = .second(0)
    },
    OpenCase006("ts-4294967295", "in the last second that 32 bits can end", ["open.ts"], "sign") {
      $0.request.inject["ts"] = 4_294_967_295
      $0.now = .second(4_294_967_294)
    },
    OpenCase006("ts-2147483648", "an end after January 2038", ["open.ts"], "sign") {
      $0.request.inject["ts"] = 2_147_483_648
    },
    OpenCase006("privilege", "a privilege in its last second", ["open.privileges"], "limit") {
      $0.wishes["privileges"] = [1]
      $0.now = .second(privilegeEnd - 1)
    },
    OpenCase006("privilege-for-ever", "a privilege without an end", ["open.privileges"], "limit") {
      $0.wishes["privileges"] = [2]
    },
    OpenCase006("privileges", "two privileges", ["open.privileges"]) {
      $0.wishes["privileges"] = [2, 1]
    },
    OpenCase006("privilege-over", "a privilege is over that is not asked for", ["open.privileges"])
    {
      $0.wishes["privileges"] = [2]
      $0.now = .second(privilegeEnd)
    },
    OpenCase006(
      "privilege-4294967295", "a privilege to the end of 32 bits", ["open.privileges"], "sign"
    ) {
      $0.request.steps = [.set(1, 4_294_967_295)]
      $0.wishes["privileges"] = [1]
    },
  ]

  private static let contents: [OpenCase006] = [
    OpenCase006("app", "for the app that is asked for", ["open.app-id"]) {
      $0.wishes["app_id"] = $0.request.appID
    },
    OpenCase006("app-id-capitals", "an app id in capitals", ["open.app-id"], "text") {
      $0.request.appID = "ABCDEFABCDEF0123456789ABCDEFABCD"
      $0.wishes["app_id"] = $0.request.appID
    },
    OpenCase006("no-privileges", "no privilege at all", ["open.lengths"]) { $0.request.steps = [] },
    OpenCase006("all-privileges", "every privilege that there ever was", ["open.lengths"]) {
      $0.request.steps = ((1...12).map { $0 } + [101, 1000]).map { .set(.integer($0), 0) }
    },
    OpenCase006("162-privileges", "a content of more than 1024 bytes", ["open.lengths"], "large") {
      $0.request.steps = (0..<162).map { .set(.integer($0), .integer($0)) }
    },
    OpenCase006(
      "unsorted", "privileges in descending order",
      ["006.privilege-order", "open.lengths"], "order"
    ) {
      $0.change = { $0.content.privileges.reverse() }
      $0.wishes["privileges"] = [1, 2]
    },
    OpenCase006("privilege-65535", "the privileges 0 and 65535", ["open.lengths"], "limit") {
      $0.request.steps = [.set(0, 0), .set(65535, 0)]
      $0.wishes["privileges"] = [0, 65535]
    },
    OpenCase006("salt-4294967295", "the largest salt", ["open.lengths"], "limit") {
      $0.request.inject["salt"] = 4_294_967_295
    },
    OpenCase006("salt-0", "the salt 0", ["open.lengths"], "limit") {
      $0.request.inject["salt"] = 0
    },
  ]

  private static let clock = OpenCase006(
    "clock-far", "good until 2106, by one's own clock", ["open.ts"], "clock"
  ) {
    $0.request.inject["ts"] = 4_294_967_295
    $0.now = .ownClock
  }
}

/// A question to an opener: what the token was made of, and what is asked beside.
struct OpenCase006: Sendable {
  let name: String
  let comment: String
  let clauses: [String]
  let flag: String
  var request = Request006()
  var wishes: JSONObject = [:]
  /// What the token has that the reference writes otherwise.
  var change: @Sendable (inout Draft006) -> Void = { _ in }
  var now = VectorQuestion.Moment.second(OpenCases006.now)

  init(
    _ name: String, _ comment: String, _ clauses: [String], _ flag: String = "usual",
    change: (inout OpenCase006) -> Void = { _ in }
  ) {
    self.name = name
    self.comment = comment
    self.clauses = clauses
    self.flag = flag
    request.steps = [.set(1, .integer(OpenCases006.privilegeEnd)), .set(2, 0)]
    request.inject = ["salt": 0x0102_0304, "ts": .integer(OpenCases006.end)]
    change(&self)
  }

  var question: VectorQuestion {
    get throws {
      let made = OpenCases006.opening(token: request.token, request, wishes: wishes, now: now)
      var draft = try Draft006(made)
      change(&draft)
      return draft.question
    }
  }
}
