// SPDX-License-Identifier: MIT

internal import Reports
internal import Suite
internal import Testing

@Suite struct `The sentence of a judgement` {
  private let book = SmallVerification.book

  @Test func `A difference says what, where, and what is known to do it`() {
    #expect(
      SmallVerification.cut("a").sentence(book)
        == #"user_id at byte 22: "ab\u0000cd" expected, "ab" found (zego.user-id.kept);"#
        + " known as zego.cuts-at-nul: texts are cut at U+0000")
  }

  @Test func `Something new is called so`() {
    #expect(
      SmallVerification.wrong("a").sentence(book)
        == "app_id: 1 & <2> expected, \u{1}|`x`\n found (zego.app-id.kept);"
        + " nothing known does this")
  }

  @Test func `An allowed answer has a sentence only where it breaks a clause`() {
    var judgement = SmallVerification.agreeing("a")
    #expect(judgement.sentence(book) == "")
    judgement.findings = ["zego.app-id.range", "zego.secret.length"]
    #expect(
      judgement.sentence(book) == "allowed, though it breaks zego.app-id.range, zego.secret.length")
  }

  @Test func `Without an answer there is nothing to say`() {
    #expect(SmallVerification.silent("a").sentence(book) == "there is no answer to judge")
  }
}
