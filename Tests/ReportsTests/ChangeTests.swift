// SPDX-License-Identifier: MIT

internal import Reports
internal import Suite
internal import Testing

@Suite struct `Changes between two files` {
  private typealias Small = SmallVerification

  private static func weak(_ id: String) -> Judgement {
    var judgement = Small.cut(id)
    judgement.severity = .interop
    return judgement
  }

  @Test(arguments: [
    ("agreeing", "cut", Change.Kind.broken, true), ("agreeing", "wrong", .broken, true),
    ("cut", "agreeing", .fixed, false), ("wrong", "agreeing", .fixed, false),
    ("cut", "wrong", .changed, true), ("wrong", "cut", .changed, false),
    ("weak", "cut", .changed, true), ("cut", "weak", .changed, false),
    ("agreeing", "silent", .gone, true), ("cut", "silent", .gone, false),
    ("silent", "agreeing", .new, false), ("silent", "cut", .new, true),
    ("", "agreeing", .new, false), ("", "wrong", .new, true),
    ("agreeing", "", .gone, true), ("wrong", "", .gone, false),
  ])
  func `have a kind, and are for the worse or not`(
    _ before: String, _ after: String, _ kind: Change.Kind, _ isWorse: Bool
  ) throws {
    let changes = Changes(from: Self.rows(before), to: Self.rows(after))
    #expect(changes.all.map(\.kind) == [kind])
    #expect(changes.all.map(\.isWorse) == [isWorse])
    #expect(changes.worse == (isWorse ? 1 : 0))
  }

  @Test(arguments: ["agreeing", "cut", "wrong", "silent", ""])
  func `are none where nothing changed`(_ name: String) {
    #expect(Changes(from: Self.rows(name), to: Self.rows(name)).all.isEmpty)
  }

  private static func rows(_ name: String) -> [Judgement] {
    let makers: [String: (String) -> Judgement] = [
      "agreeing": Small.agreeing, "cut": Small.cut, "wrong": Small.wrong, "silent": Small.silent,
      "weak": weak,
    ]
    return makers[name].map { [$0("r")] } ?? []
  }

  private static let changes = Changes(
    from: [Small.agreeing("a"), Small.cut("b"), Small.agreeing("c")] + many(Small.agreeing),
    to: [Small.cut("a"), Small.agreeing("b"), Small.agreeing("c")] + many(Small.wrong))

  private static func many(_ make: (String) -> Judgement) -> [Judgement] {
    (1...7).map { make("m\($0)") }
  }

  @Test func `are text by kind and clause`() {
    #expect(
      ChangeText(Self.changes, book: Small.book).text == """
        broken: 8 rows
          zego.app-id.kept
            m1  agrees -> unexplained
            m2  agrees -> unexplained
            m3  agrees -> unexplained
            m4  agrees -> unexplained
            m5  agrees -> unexplained
            … and 2 more
          zego.user-id.kept
            a  agrees -> differs (zego.cuts-at-nul + zego.json-order)

        fixed: 1 row
          zego.user-id.kept
            b  differs (zego.cuts-at-nul + zego.json-order) -> agrees

        worse: 8 rows; 10 rows before, 10 after
          8 broken, 0 changed, 0 gone, 0 new, 1 fixed

        """)
  }

  @Test func `are JSON`() {
    let changes = Changes(from: [Small.cut("b")], to: [Small.agreeing("b")])
    #expect(
      String(decoding: changes.json, as: UTF8.self) == #"""
        {"summary":{"before":1,"after":1,"broken":0,"changed":0,"gone":0,"new":0,"fixed":1,\#
        "worse":0},"changes":[{"id":"b","change":"fixed","worse":false,\#
        "clause":"zego.user-id.kept","before":{"verdict":"differs","severity":"security",\#
        "behaviours":["zego.cuts-at-nul","zego.json-order"]},"after":{"verdict":"agrees",\#
        "behaviours":["zego.json-order"]}}]}

        """#)
  }

  @Test func `are shown, not obeyed`() {
    let changes = Changes(from: [], to: [Small.wrong("a\u{1B}[2J\n")])
    let text = ChangeText(changes, book: Small.book).text
    #expect(text.contains("    a\\u{1b}[2J\\u{a}  no answer -> unexplained\n"))
  }
}
