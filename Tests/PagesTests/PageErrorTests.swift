// SPDX-License-Identifier: MIT

import Foundation
import Pages
import Testing

@Suite struct `A page that cannot be executed` {
  private func words(_ page: String) -> String? {
    do throws(PageError) {
      _ = try Page(path: "p.md", bytes: Array(page.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("", "p.md:1: no example on the page is executed"),
    ("# Title\n\ntext\n", "p.md:1: no example on the page is executed"),
    ("a\r\n", "p.md:1: a byte 13, expected lines that end with a line feed"),
    ("a\nb\0", "p.md:2: a byte 0, expected lines that end with a line feed"),
    (
      "a\n\n```console\n$ assay\n```\n",
      "p.md:3: no example id: expected '<!-- example: ID -->' before the console block"
    ),
    (
      "<!-- check: assay -->\n| a |\n|-|\n| b |\n",
      "p.md:2: no example id: expected '<!-- example: ID -->' before the table"
    ),
    (
      "<!-- example: a -->\n| a |\n|-|\n| b |\n",
      "p.md:1: the table has an example id but no check"
    ),
    ("<!-- example: a -->\ntext\n", "p.md:1: the comment stands before nothing that is executed"),
    ("<!-- example: a -->\n", "p.md:1: the comment stands before nothing that is executed"),
    (
      "x\n\n<!-- check: assay -->\n- | a |\n  |-|\n",
      "p.md:3: the comment stands before nothing that is executed"
    ),
    (
      "- <!-- example: a -->\n\n```console\n$ assay\n```\n",
      "p.md:1: the comment stands before nothing that is executed"
    ),
    (
      "<!-- example: a -->\n```text\nx\n```\n",
      "p.md:1: the comment stands before nothing that is executed"
    ),
    (
      "<!-- example: a -->\n<b>x</b>\n",
      "p.md:1: the comment stands before nothing that is executed"
    ),
    (
      "<!-- example: -->\n", "p.md:1: the example id '' is not of letters, digits, '.', '-' and '_'"
    ),
    (
      "<!-- example: a/1 -->\n",
      "p.md:1: the example id 'a/1' is not of letters, digits, '.', '-' and '_'"
    ),
    (
      "<!-- example: a -->\n<!-- example: b -->\n", "p.md:2: a second example id for the same block"
    ),
    ("<!-- check: a -->\n<!-- check: b -->\n", "p.md:2: a second check for the same block"),
    (
      "<!-- example: a -->\n<!-- check: assay -->\n```console\n$ assay\n```\n",
      "p.md:2: a check stands before a table or a paragraph, not before a console block"
    ),
    (
      "<!-- example: a -->\n```console\n$ assay\n```\n<!-- example: a -->\n```console\n$ assay\n```\n",
      "p.md:5: the example id 'a' is used twice"
    ),
    (
      "```sh\nx\n$ assay verify\n```\n",
      "p.md:3: a command outside of a console block is not executed"
    ),
    ("    $ assay verify\n", "p.md:1: a command outside of a console block is not executed"),
  ])
  func `says where and why`(page: String, words: String) {
    #expect(self.words(page) == words)
  }

  @Test(arguments: [
    ("", 2, "the console block has no command"),
    ("text", 3, "a console block begins with '$ assay'"),
    ("$ ", 3, "no command after '$'"),
    ("$ A=b", 3, "no command after '$'"),
    ("$ A=b ls", 3, "the command 'ls' is not 'assay'"),
    ("$ a=b assay", 3, "the command 'a=b' is not 'assay'"),
    ("$ ls", 3, "the command 'ls' is not 'assay'"),
    ("$ ./assay", 3, "the command './assay' is not 'assay'"),
    ("$ assay\n$ rm -rf x", 4, "the command 'rm' is not 'assay'"),
    ("$ assay 'a", 3, "the quote ' is not closed"),
    ("$ assay \"a", 3, "the quote \" is not closed"),
    ("$ assay \"a\\", 3, "nothing follows the backslash"),
    ("$ assay a\\", 3, "nothing follows the backslash"),
    ("$ assay \"$HOME\"", 3, "'$' inside \" is for a shell; use '"),
    ("$ assay a | head", 3, "'|' is for a shell, and no shell runs here; quote it to mean itself"),
    ("$ assay < file", 3, "'<' is for a shell, and no shell runs here; quote it to mean itself"),
    ("$ assay # x", 3, "'#' is for a shell, and no shell runs here; quote it to mean itself"),
    ("$ assay $(x)", 3, "'$' is for a shell, and no shell runs here; quote it to mean itself"),
    ("$ assay\n? 1\nmore", 5, "output after the exit status"),
    ("$ assay\n? 1\n? 2", 5, "output after the exit status"),
  ])
  func `has a transcript that is wrong`(console: String, line: Int, words: String) {
    let page = "<!-- example: a -->\n```console\n\(console)\n```\n"
    #expect(
      self.words(page.replacing("console\n\n", with: "console\n")) == "p.md:\(line): \(words)")
  }

  @Test(arguments: ["exit=", "exit=256", "exit=-1", "exit=+1", "exit=1x", "Exit=1", "skip"])
  func `has a fence with words that are not known`(info: String) {
    #expect(
      words("<!-- example: a -->\n```console \(info)\n$ assay\n```\n")
        == "p.md:2: '\(info)' after 'console' is not known, expected exit=0 … exit=255")
  }

  @Test(arguments: [
    ("assay {b}", "| a |\n|-|\n| 1 |", 2, "the table has no column 'b'"),
    ("assay {a}", "| a |\n|-|\n| 1 |", 3, "no column of the table expects anything"),
    ("assay {a}", "| a | *b* |\n|-|-|\n| 1 | 2 |", 3, "no column of the table expects anything"),
    ("assay", "| a |\n|-|", 2, "the table has no case"),
    ("assay", "| a | a |\n|-|-|\n| 1 | 2 |", 3, "the column 'a' stands twice in the table"),
    ("assay", "| a | |\n|-|-|\n| 1 | 2 |", 3, "a column has no header"),
    ("assay", "| exit |\n|-|\n| 0 |\n| |", 6, "the exit status '' is not 0 … 255"),
    ("verify", "| a |\n|-|\n| 1 |", 2, "the command 'verify' is not 'assay'"),
    ("assay 'x", "| a |\n|-|\n| 1 |", 2, "the quote ' is not closed"),
  ])
  func `has a table that is wrong`(check: String, table: String, line: Int, words: String) {
    #expect(
      self.words("<!-- example: a -->\n<!-- check: \(check) -->\n\(table)\n")
        == "p.md:\(line): \(words)")
  }

  @Test func `is not UTF-8 or too long`() {
    let broken = Array("one\ntwo ".utf8) + [0xC3, 0x28]
    #expect(throws: PageError(path: "p", line: 2, words: "the bytes at offset 8 are not UTF-8")) {
      try Page(path: "p", bytes: broken)
    }
    #expect(throws: PageError.self) {
      try Page(path: "p", bytes: Array(repeating: 0x61, count: Page.limit + 1))
    }
  }
}
