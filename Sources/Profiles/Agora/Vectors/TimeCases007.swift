// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Requests about times and salts, and those that leave them to the implementation.
enum TimeCases007 {
  private typealias Calls = Calls007

  static let all = lives + drawn + given + repeated

  private static func mint(
    _ name: String, _ comment: String, _ clause: String, _ flag: String, _ more: JSONObject = [:],
    salt: JSONValue = 1, at now: Int64 = Calls.issued
  ) -> Case007 {
    Case007(
      name, comment, clauses: ["agora.007.\(clause)", "agora.served"], flags: [flag],
      Calls.mint([Calls.rtc()], more, salt: salt, at: now))
  }

  private static let lives = [
    mint("life-zero", "A life of 0 stands as it is", "expire", "boundary", ["expire": 0]),
    mint("life-one", "A life of a second", "expire", "boundary", ["expire": 1]),
    mint("life-day", "A life of a day", "expire", "usual", ["expire": 86_400]),
    mint(
      "life-sign-bit", "A life that is negative where 32 bits have a sign", "expire", "width",
      ["expire": 2_147_483_648]),
    mint("life-max", "The longest life", "expire", "width", ["expire": 4_294_967_295]),
    mint(
      "life-beyond-end", "A life whose end is beyond 32 bits stands as it is", "expire", "width",
      ["expire": 4_294_967_295], at: 4_294_967_295),
  ]

  private static let drawn = [
    mint("salt-zero", "The salt 0", "key", "boundary", salt: 0),
    mint("salt-8-digits", "A salt of 8 digits", "key", "usual", salt: 99_999_999),
    mint("salt-sign-bit", "A salt with the highest bit", "key", "width", salt: 2_147_483_648),
    mint("salt-max", "The greatest salt", "key", "width", salt: 4_294_967_295),
    mint("clock-one", "Issued in the second 1", "issue-ts", "boundary", at: 1),
    mint("clock-2019", "Issued in 2019", "issue-ts", "usual", at: 1_563_500_117),
    mint("clock-2038", "Issued beyond 31 bits", "issue-ts", "width", at: 2_147_483_648),
    mint(
      "clock-2106", "Issued in the last second of 32 bits", "issue-ts", "width", at: 4_294_967_295),
  ]

  private static let given = [
    mint(
      "given-both", "Salt and time of issue that the caller sets", "salt.given", "given",
      ["salt": 12345, "issue_ts": 1_563_500_117]),
    mint("given-salt-zero", "The salt 0 is a salt", "salt.given", "given", ["salt": 0]),
    mint(
      "given-salt-max", "The greatest salt", "salt.given", "given", ["salt": 4_294_967_295]),
    mint(
      "given-time-zero", "The time of issue 0 is a time, not the lack of one", "issue-ts",
      "given", ["issue_ts": 0]),
    mint(
      "given-time-max", "The last second of 32 bits", "issue-ts", "given",
      ["issue_ts": 4_294_967_295]),
    mint(
      "given-null", "A salt and a time that are null are not given", "issue-ts", "given",
      ["salt": .null, "issue_ts": .null]),
  ]

  private static let repeated = [
    Case007(
      "build-twice", "A token that is built twice is the same",
      clauses: ["agora.007.repeat"], flags: ["repeated"],
      Calls.mint([Calls.rtc()], ["build_twice": true, "salt": 1, "issue_ts": 1_111_111])
    ).recorded
  ]

  // MARK: - By the implementation's own clock

  /// Requests whose salt and time are the implementation's own.
  static let ownClock: [Case007] = [
    own("own-rtc", "A channel", Calls.mint([Calls.rtc()])),
    own("own-any-user", "A channel, for every user", Calls.mint([Calls.rtc(uid: 0)])),
    own("own-rtm", "Messages", Calls.mint([Calls.rtm()])),
    own("own-all", "All eight services", Calls.mint(Calls.allServices)),
  ]

  static func own(_ name: String, _ comment: String, _ question: VectorQuestion) -> Case007 {
    var question = question
    question.inject = [:]
    question.now = .ownClock
    return Case007(
      name, comment, clauses: ["agora.007.layout", "agora.007.key"], flags: ["own-clock"],
      question)
  }
}
