# SPDX-License-Identifier: MIT
"""The fenced blocks of a page, and what is done with them."""
import re
import shlex

FENCE = re.compile(r"^( *)(`{3,})([^`]*)$")
PLACES = ("after", "before", "replace")


class Mistake(Exception):
    """What the page says does not hold."""


class Output:
    """What a command has to print; `...` is any lines, or any text in a line."""

    def __init__(self, text):
        pieces = [".*" if line == "..." else self.pattern(line) for line in text.splitlines()]
        self.expression = re.compile("".join(p if p == ".*" else p + "\n" for p in pieces), re.S)

    @staticmethod
    def pattern(line):
        return "[^\n]*".join(re.escape(part) for part in line.split("..."))

    def fits(self, text):
        return self.expression.fullmatch(text) is not None


class Block:
    def __init__(self, line, info, text):
        self.line, self.text, self.output = line, text, None
        words = shlex.split(info)
        self.language = words[0] if words else ""
        self.words = [word for word in words[1:] if "=" not in word]
        self.options = dict(word.split("=", 1) for word in words[1:] if "=" in word)

    @property
    def is_file(self):
        return "file" in self.options

    @property
    def is_swift(self):
        return self.options["file"].endswith(".swift")

    def applied(self, old):
        """The file with the block in its place, which one line names and no other line has."""
        place = next((name for name in PLACES if name in self.options), None)
        if place is None:
            return self.text
        lines = (old or "").splitlines(keepends=True)
        found = [i for i, line in enumerate(lines) if line.strip() == self.options[place]]
        if len(found) != 1:
            raise Mistake(f"{len(found)} lines are '{self.options[place]}', 1 is expected")
        start = found[0] + (place == "after")
        end = found[0] + (place != "before")
        return "".join(lines[:start] + [self.text] + lines[end:])


class Blocks:
    """The blocks of a page in their order, each command with the output that follows it."""

    def __init__(self, path):
        self.name = path.name
        self.blocks = list(self.read(path.read_text("utf-8").splitlines(keepends=True)))
        for block, following in zip(self.blocks, self.blocks[1:]):
            if block.language == "sh" and following.language == "text":
                block.output = Output(following.text)

    def __iter__(self):
        return iter(self.blocks)

    @staticmethod
    def read(lines):
        opened = None
        for number, line in enumerate(lines, 1):
            fence = FENCE.match(line.rstrip("\n"))
            if opened is None:
                if fence:
                    opened, text = (number, *fence.groups()), []
            elif fence and len(fence[2]) >= len(opened[2]) and not fence[3].strip():
                yield Block(opened[0], opened[3], "".join(text))
                opened = None
            else:
                text.append(line.removeprefix(opened[1]))
