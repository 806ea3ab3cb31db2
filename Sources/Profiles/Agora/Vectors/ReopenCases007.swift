// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Tokens that are loaded and built again.
struct ReopenCases007 {
  private typealias Calls = Calls007

  let all: [Case007]

  init() throws { all = try Self.recorded + Self.made() }

  private static func reopen(
    _ name: String, _ comment: String, _ clause: String, _ token: JSONValue,
    flag: String = "reopened"
  ) -> Case007 {
    Case007(
      name, comment, clauses: ["agora.007.\(clause)"], flags: [flag], Calls.reopen(token))
  }

  private static let recorded = [
    reopen(
      "rtc", "A channel, as the library zlib compressed it", "rebuild", RecordedTokens007.join),
    reopen("rtc-go", "A channel, by Go", "rebuild", RecordedTokens007.joinGo),
    reopen("rtc-dotnet", "A channel, by SharpZipLib", "rebuild", RecordedTokens007.joinDotNet),
    reopen("all", "All services, by Node.js", "rebuild", RecordedTokens007.allNode),
    reopen("all-go", "All services, by Go", "rebuild", RecordedTokens007.allGo),
    reopen("all-dotnet", "All services, by SharpZipLib", "rebuild", RecordedTokens007.allDotNet),
  ].map(\.recorded)

  private static func made() throws -> [Case007] {
    func made(
      _ name: String, _ comment: String, _ clause: String, _ services: [JSONValue],
      _ more: JSONObject = [:], salt: JSONValue = 1, flag: String = "reopened",
      shape: Tokens007.Shape? = nil
    ) throws -> Case007 {
      reopen(
        name, comment, clause, try Tokens007.token(services, more, salt: salt, shape: shape),
        flag: flag)
    }
    return [
      try made(
        "numbers", "Salt, time of issue and life come from the token", "parse",
        [Calls.rtc()], ["issue_ts": 1_563_500_117, "expire": 86_400], salt: 4_294_967_295),
      try made(
        "numbers-zero", "They may all be 0", "parse", [Calls.rtc()],
        ["issue_ts": 0, "expire": 0], salt: 0, flag: "boundary"),
      try made("role", "The role -1 of a room", "rebuild", [Calls.apaas(role: -1)], flag: "width"),
      try made("role-zero", "The role 0 of a room", "rebuild", [Calls.apaas(role: 0)]),
      try made(
        "two-channels", "Two services of one type", "rebuild",
        [Calls.rtc("room2", uid: 2), Calls.rtc("room1", uid: 1)]),
      try made("empty-user", "A token for every user stays one", "rebuild", [Calls.rtc(uid: 0)]),
      try made("text-zero", "The account 0 stays one", "rebuild", [Calls.rtc(uid: "0")]),
      try made(
        "permissions", "Permissions come back", "rebuild",
        [Calls.rtm2([[0, 0, ["a", ""]], [1, 65535, []]])]),
      try made(
        "four-privileges", "Four privileges for one time", "rebuild",
        [Calls.rtc(may: [[1, 600], [2, 600], [3, 600], [4, 600]])]),
      try made(
        "text-32768", "A text whose length has the highest of 16 bits", "rebuild",
        [Calls.rtm(Calls.text("u", 32768))], flag: "size"),
      try made("no-privilege", "A service without privileges", "rebuild", [Calls.fpa(may: [])]),
      try made("chinese", "Texts in Chinese", "rebuild", [Calls.apaas("教室一", "学生")], flag: "text"),
      try made(
        "stored", "A stream of stored blocks", "parse", [Calls.rtc()], flag: "compression",
        shape: Tokens007.stored([50])),
      try made(
        "level-9", "A stream of the highest level", "parse", Calls.allServices,
        flag: "compression", shape: Tokens007.level(9)),
    ] + [try otherCertificate()]
  }

  /// Loading does not look at the signature: the certificate is the caller's.
  private static func otherCertificate() throws -> Case007 {
    let token = try Tokens007.token([Calls.rtc()])
    return Case007(
      "other-certificate", "A token of another certificate is signed with the caller's",
      clauses: ["agora.007.parse"], flags: ["reopened"],
      Calls.reopen(token, certificate: Calls.otherCertificate))
  }
}
