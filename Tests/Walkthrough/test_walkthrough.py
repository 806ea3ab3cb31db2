# SPDX-License-Identifier: MIT
"""A page that is wrong has to fail."""
import pathlib
import tempfile
import unittest

from page import Blocks
from walkthrough import Walk

WRITE = "```text file=a.txt\none\ntwo\n```\n"


class Walking(unittest.TestCase):
    def walk(self, text):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder, "page.md")
            page.write_text(text, "utf-8")
            walk = Walk(Blocks(page), pathlib.Path(folder), "/bin/sh")
            return walk.run(), walk.passed

    def fails(self, text, words):
        mistake, _ = self.walk(text)
        self.assertIn(words, mistake or "nothing")

    def holds(self, text, passed):
        self.assertEqual(self.walk(text), (None, passed))

    def test_files_and_commands_in_order(self):
        self.holds(WRITE + "```sh\ncat a.txt\n```\n\n```text\none\ntwo\n```\n", 2)

    def test_blocks_inside_lists_lose_their_indentation(self):
        self.holds("1. A\n\n   ```sh\n   echo '  a'\n   ```\n\n   ```text\n     a\n   ```\n", 1)

    def test_a_block_has_its_place(self):
        block = "```text file=a.txt {}\nnew\n```\n```sh\ncat a.txt\n```\n```text\n{}\n```\n"
        for place, lines in [
            ("after=one", "one\nnew\ntwo"), ("before=one", "new\none\ntwo"),
            ("replace=two", "one\nnew"), ("at=end", "one\ntwo\nnew"),
        ]:
            self.holds(WRITE + block.format(place, lines), 3)

    def test_a_place_that_is_not_one_line(self):
        self.fails(WRITE + "```text file=a.txt after=three\nx\n```\n", "0 lines are 'three'")
        self.fails(
            "```text file=a.txt\na\na\n```\n```text file=a.txt after=a\nx\n```\n", "2 lines are 'a'")

    def test_another_output(self):
        self.fails("```sh\necho a\n```\n```text\nb\n```\n", "another output")
        self.fails("```sh\necho a; echo b\n```\n```text\na\n```\n", "another output")

    def test_what_may_vary(self):
        self.holds("```sh\nseq 9\n```\n```text\n1\n...\n9\n```\n", 1)
        self.holds("```sh\necho from 1 to 2\n```\n```text\nfrom ... to 2\n```\n", 1)
        self.fails("```sh\nprintf 'from\\n to 2'\n```\n```text\nfrom ... to 2\n```\n", "another output")

    def test_errors_where_they_are_shown(self):
        command = "echo a >&2; echo b"
        self.holds(f"```sh\n{command}\n```\n```text\nb\n```\n", 1)
        self.holds(f"```sh terminal\n{command}\n```\n```text\na\nb\n```\n", 1)

    def test_another_status(self):
        self.fails("```sh\nfalse\n```\n", "the status is 1, 0 is expected")
        self.fails("```sh status=1\ntrue\n```\n", "the status is 0, 1 is expected")
        self.holds("```sh status=1\nfalse\n```\n", 1)


if __name__ == "__main__":
    unittest.main()
