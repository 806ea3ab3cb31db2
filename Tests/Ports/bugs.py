# SPDX-License-Identifier: MIT
"""Reads the bugs of ports from `bugs/*.txt`, and writes copies of the port in Python that have them.

    == FORMAT ID...    a bug, and the deviations that it is; `*` stands for any ending
    == FORMAT partly ID...    a bug that is a part of the deviation
    @ FILE             where it is, if not in the file of the format
    - OLD              lines or a part of one, which stand there once
    + NEW              what stands there instead
"""
import dataclasses
import pathlib
import shutil

HERE = pathlib.Path(__file__).parent
FILES = {
    "zego-04-cbc": "zego_04.py", "zego-04-gcm": "zego_04.py", "agora-006": "agora_006.py",
    "agora-007": "agora_007.py", "nacos-jwt": "nacos_jwt.py", "nats-connect": "nats_connect.py",
}


@dataclasses.dataclass
class Edit:
    file: str
    old: str
    new: str


@dataclasses.dataclass
class Bug:
    format: str
    ids: list[str]
    edits: list[Edit]
    is_part: bool = False

    @property
    def name(self):
        return f"{self.ids[0]} in {self.format}"

    def port(self, root, folder):
        """The command of a copy of the port with the bug."""
        shutil.copytree(root / "Ports/python", folder)
        for edit in self.edits:
            path = folder / edit.file
            text = path.read_text("utf-8")
            if text.count(edit.old) != 1:
                raise ValueError(f"{self.name}: {text.count(edit.old)} times: {edit.old}")
            path.write_text(text.replace(edit.old, edit.new), "utf-8")
        return [folder / "adapter.py"]


class Omission(Bug):
    """A check that is nowhere made."""

    def port(self, root, folder):
        return [HERE / "omitting.py", root / "Ports/python", self.ids[0].split(".omits-")[1]]


def written(folder=HERE / "bugs"):
    return [bug for path in sorted(folder.glob("*.txt")) for bug in read(path.read_text("utf-8"))]


def read(text):
    for part in text.split("\n== ")[1:]:
        head, *lines = part.splitlines()
        format, *ids = head.split()
        is_part = ids[0] == "partly"
        yield Bug(format, ids[is_part:], list(edits(lines, FILES[format])), is_part)


def edits(lines, file):
    """Lines to remove and then lines to add are one edit."""
    old, new = [], []
    for line in [*lines, "- "]:
        mark, words = line[:2].rstrip(), line[2:]
        if mark in ("-", "@") and new:
            yield Edit(file, "\n".join(old), "\n".join(new))
            old, new = [], []
        if mark == "@":
            file = words
        elif mark:
            (old if mark == "-" else new).append(words)
