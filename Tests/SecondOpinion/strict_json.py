# SPDX-License-Identifier: MIT
"""A reader of JSON bytes without any leniency, which loses nothing.

An object is a list of pairs, so that a name can stand twice; a text is bytes, so that one that is
not Unicode can be told; a number keeps whether it was written as an integer.
"""

import re
import sys

from vectors import Real

# An integer of any length is one; it is the range that refuses it.
sys.set_int_max_str_digits(0)

BLANKS = re.compile(rb"[ \t\n\r]*")
NUMBER = re.compile(rb"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
PLAIN = re.compile(rb'[^"\\\x00-\x1f]*')
HEX = re.compile(rb"[0-9A-Fa-f]{4}")
ESCAPES = dict(zip(b'"\\/bfnrt', b'"\\/\b\f\n\r\t'))
WORDS = {b"true": True, b"false": False, b"null": None}
# RFC 8259 lets a reader set a limit.
DEEPEST = 64


class Syntax(Exception):
    pass


class Pairs(list):
    """An object: names and values, in their order."""

    def names(self):
        return [name for name, _ in self]

    def repeated(self):
        """The first name that stands twice, or None."""
        names = self.names()
        return next((name for at, name in enumerate(names) if name in names[:at]), None)


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def match(self, pattern):
        found = pattern.match(self.data, self.at)
        if found is None:
            raise Syntax(self.at)
        self.at = found.end()
        return found

    def skip(self, sign):
        """Whether the sign follows; it is read then."""
        self.match(BLANKS)
        here = self.data.startswith(sign, self.at)
        self.at += len(sign) if here else 0
        return here

    def expect(self, sign):
        if not self.skip(sign):
            raise Syntax(self.at)

    def value(self, depth):
        if depth > DEEPEST:
            raise Syntax(self.at)
        if self.skip(b"{"):
            return Pairs(self.sequence(b"}", lambda: self.pair(depth)))
        if self.skip(b"["):
            return self.sequence(b"]", lambda: self.value(depth + 1))
        if self.skip(b'"'):
            return self.text()
        for word, value in WORDS.items():
            if self.skip(word):
                return value
        return self.number()

    def sequence(self, end, element):
        found = []
        if self.skip(end):
            return found
        while True:
            found.append(element())
            if self.skip(end):
                return found
            self.expect(b",")

    def pair(self, depth):
        self.expect(b'"')
        name = self.text()
        self.expect(b":")
        return name, self.value(depth + 1)

    def number(self):
        found = self.match(NUMBER)
        written = found.group().decode()
        return Real(written) if found.group(2) or found.group(3) else int(written)

    def text(self):
        found = b""
        while True:
            found += self.match(PLAIN).group()
            if self.data.startswith(b'"', self.at):
                self.at += 1
                return found
            found += self.escape()

    def escape(self):
        sign = self.data[self.at + 1 : self.at + 2]
        if self.data[self.at : self.at + 1] != b"\\" or not sign:
            raise Syntax(self.at)
        self.at += 2
        if sign != b"u":
            if sign[0] not in ESCAPES:
                raise Syntax(self.at)
            return bytes([ESCAPES[sign[0]]])
        unit = int(self.match(HEX).group(), 16)
        if 0xD800 <= unit < 0xDC00 and self.data.startswith(b"\\u", self.at):
            low = HEX.match(self.data, self.at + 2)
            if low and 0xDC00 <= int(low.group(), 16) < 0xE000:
                self.at = low.end()
                unit = 0x10000 + (unit - 0xD800) * 0x400 + int(low.group(), 16) - 0xDC00
        return chr(unit).encode("utf-8", "surrogatepass")


def parse(data):
    """The one value of the bytes."""
    reader = Reader(data)
    value = reader.value(0)
    reader.match(BLANKS)
    if reader.at != len(data):
        raise Syntax(reader.at)
    return value


def is_text(data):
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
