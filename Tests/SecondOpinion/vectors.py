# SPDX-License-Identifier: MIT
"""What the opinions on vectors share: loading the files, drawing cases, reading typed values.

A text is read as bytes, an integer as int, a float as Real; members are a dictionary.
"""

import json
from pathlib import Path

from recordings import rows_of


class Real(float):
    """A float, which is of another type than an integer of the same value."""


def text_of(value):
    return value.encode("utf-8", "surrogatepass")


SCALARS = {
    "text": text_of,
    "hex": bytes.fromhex,
    "int": int,
    "float": Real,
    "members": lambda members: {name: typed(value) for name, value in members.items()},
}


def typed(value):
    """The value that a typed one stands for."""
    if isinstance(value, list):
        return [typed(element) for element in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"repeat", "count"}:
        return text_of(value["repeat"]) * int(value["count"])
    ((kind, content),) = value.items()
    return SCALARS[kind](content)


def members(object_):
    return {name: typed(value) for name, value in (object_ or {}).items()}


def same(left, right):
    """Whether two values are equal and of one type throughout; to Python, 1 equals true."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return set(left) == set(right) and all(same(left[name], right[name]) for name in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


class Vector:
    """A vector with its typed values resolved."""

    def __init__(self, row):
        self.id, self.op, self.level = row["id"], row["op"], row["level"]
        self.input, self.inject = members(row["in"]), members(row.get("inject"))
        self.world = members(row.get("world"))
        now = row.get("now")
        self.now = now if now in (None, "port") else typed(now)
        self.compare, self.expect = row.get("compare"), row["expect"]
        self.answer = members(self.expect.get("answer"))
        self.derived = row.get("derivedFrom")

    def __getitem__(self, name):
        """As a row of a recording, for a message."""
        return getattr(self, name)


def rows(folder, form):
    """The vectors of a format as they are written, in the order of its files."""
    files = [json.loads(path.read_text()) for path in sorted(Path(folder, form).glob("*-*.json"))]
    return [row for file in files for group in file["groups"] for row in group["vectors"]]


def load(folder, form):
    return [Vector(row) for row in rows(folder, form)]


def draw(assay, form, count):
    """As many cases as asked for, of a generator that is asked now."""
    return [Vector(row) for row in rows_of(assay, "generate", "--format", form, "--count", count)]
