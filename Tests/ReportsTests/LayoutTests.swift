// SPDX-License-Identifier: MIT

internal import Bytes
internal import Foundation
internal import Suite
internal import Testing

@testable internal import Reports

@Suite struct `Layout` {
  @Test(arguments: [("abc", 3), ("令牌", 4), ("e\u{301}", 1), ("ｱ", 1), ("", 0), ("한글", 4)])
  func `Text has the width that a terminal gives it`(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `Columns line up with wide and with long names`() {
    var table = TextTable([.left, .right])
    table.rows = [
      [.init("令牌"), .init("1")], [.init("a title that spans the table")],
      [.init("abcdef"), .init("200")],
    ]
    #expect(
      table.lines(Palette(isOn: false))
        == ["令牌      1", "a title that spans the table", "abcdef  200"])
  }

  @Test func `A name that is too long is cut, and the matrix stays within its width`() {
    let name = String(repeating: "very-long-令牌-", count: 9)
    let assistant = Results.Assistant(
      format: "zego-04-cbc", identity: .init(name: "n", language: "l", variant: name),
      hasProfile: false, tally: SmallVerification.tally([SmallVerification.cut("a")]))
    let text = SmallVerification.rendered("text", [], Results(assistants: [assistant]))
    #expect(text.contains("…"))
    #expect(text.split(separator: "\n").allSatisfy { $0.description.displayWidth <= 110 })
  }

  @Test func `Words wrap, and a word that is too long stays whole`() {
    #expect("ab cd efghij k".wrapped(to: 5) == ["ab cd", "efghij", "k"])
  }

  @Test func `What moves the cursor or turns the direction is shown, not obeyed`() {
    #expect("a\u{1B}[2J\n\u{202E}b".printable == "a\\u{1b}[2J\\u{a}\\u{202e}b")
  }

  @Test func `Whatever an id or a value holds, the XML is well formed`() {
    let scalars =
      (0...0x2FF).compactMap { Unicode.Scalar($0 as UInt32) }
      + ["\u{FFFE}", "\u{FFFF}", "\u{1F600}", "\u{2028}"]
    let hostile = String(String.UnicodeScalarView(scalars)) + "]]>"
    var judgement = SmallVerification.wrong(hostile)
    judgement.mismatch?.got = hostile
    let results = Results(
      assistants: [
        .init(
          format: hostile, identity: .init(name: hostile, language: "", variant: hostile),
          hasProfile: true, tally: SmallVerification.tally([judgement]))
      ], failures: [hostile])
    for xml in [
      SmallVerification.rendered("junit"),
      SmallVerification.rendered("junit", [[judgement]], results),
    ] {
      #expect(isWellFormed(xml))
    }
  }

  /// Asks a parser that shares no code with the writer.
  private func isWellFormed(_ xml: String) -> Bool {
    let process = Process()
    let input = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", "import sys, xml.dom.minidom as x; x.parse(sys.stdin.buffer)",
    ]
    process.standardInput = input
    guard (try? process.run()) != nil else { return false }
    input.fileHandleForWriting.write(Data(xml.utf8))
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test func `Markdown keeps its table whatever a cell holds`() {
    #expect(Markdown.escaped("a|b\n<i> @x *y* `z`") == #"a\|b\\u{a}&lt;i> &#64;x \*y\* \`z\`"#)
    #expect(Markdown.code("a|`b`") == #"`a\|'b'`"#)
  }
}
