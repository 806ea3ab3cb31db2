#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Asks real PyPI packages the vectors: each conforms but for its known failures, which are
diagnosed as what the recorded assistant of the same code is known for.

usage: check_pypi.py ASSAY ROOT
"""

import collections
import json
import pathlib
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pypi_questions
from pypi_ports import Assay, Port
from tally import Tally


@dataclass
class Package:
    name: str
    adapter: str
    format: str
    # How many vectors of each operation it answers rightly, at least.
    right: dict
    # The recorded assistants whose behaviours are its own, and those of them that are to be named.
    assistants: list
    named: set
    # Rows for which the diagnosis names a deviation that is not the package's.
    misnamed: dict


PACKAGES = [
    Package("agora-token-builder", "agora_token_builder", "agora-006",
            right={"mint": 116, "reopen": 55, "build": 13},
            assistants=["builders-python3", "2019-python"],
            named={"agora.uid-python", "agora.uid-python2", "agora.numbers-raise-python"},
            misnamed={}),
    Package("nats-py", "nats_py", "nats-connect",
            right={"carry": 100},
            assistants=["python"],
            named={"nats.address-python", "nats.one-kind"},
            misnamed={"nats-connect.carry.handler-url": ["nats.handler-first"]}),
]
OTHER = {"differs": "unexplained", "unexplained": "differs"}


class Check(Tally):
    """Asks each package in one way after the other."""

    def __init__(self, assay, root, folder):
        self.root, self.folder = pathlib.Path(root), pathlib.Path(folder)
        self.assay = Assay(assay, self.root)
        super().__init__()

    def package(self, package):
        port = Port(self.root, package.adapter)
        self.version(package, port)
        answers = self.folder / f"{package.adapter}.jsonl"
        known = self.root / f"Ports/pypi/{package.adapter}.baseline.json"
        status, rows = self.assay.rows(known, answers, port.command)
        self.want(status == 0, package.name, "with its known failures", status)
        self.right(package, rows)
        self.diagnosed(package, rows)
        self.known(package, known, answers)

    def version(self, package, port):
        """The port says which package answers: the one that setup pins."""
        hello = port.ask([])[0]["hello"]
        pins = re.findall(r"([\w-]+)==([\d.]+)", (self.root / "Scripts/setup.sh").read_text())
        said = hello["port"]["name"], hello["port"]["version"]
        self.want(said in pins and said[0] == package.name, package.name, said, pins)
        self.want(list(hello["formats"]) == [package.format], package.name, hello["formats"])
        operations = hello["formats"][package.format]["ops"]
        self.want(set(operations) == set(package.right), package.name, operations)

    def right(self, package, rows):
        """What it promises it does, but for what no str of Python and no argument of it can say, and
        for exceptions in the place of refusals."""
        counts = collections.Counter(
            row["id"].split(".")[1] for row in rows if row["verdict"] == "agrees")
        for operation, least in package.right.items():
            self.want(counts[operation] >= least, package.name, operation, counts[operation])
        left_out = [row["id"] for row in rows if row["verdict"] == "notJudged"
                    and row["id"].split(".")[1] in package.right
                    and "an exception" not in row["detail"]]
        self.want(len(left_out) <= 2, package.name, "not judged", left_out)

    def diagnosed(self, package, rows):
        own = set().union(*(
            self.assay.behaviours(f"{package.format}/{name}") for name in package.assistants))
        self.want(package.named <= own, package.name, "no behaviours of", package.assistants)
        differing = {row["id"]: row["behaviours"] for row in rows if row["verdict"] == "differs"}
        for row, named in differing.items():
            self.want(own & set(named) or package.misnamed.get(row) == named, row, named)
        self.want(package.named <= set().union(*differing.values()), package.name, differing)

    def known(self, package, known, answers):
        """Each known failure is needed, and the gate tells what becomes of it."""
        entries = json.loads(known.read_text())["known"]

        def judged(name, entries):
            path = self.folder / f"{package.adapter}-{name}.json"
            path.write_text(json.dumps({"baseline": 1, "known": entries}))
            return self.assay.judged(path, answers)

        self.want(judged("same", entries) == (0, []), package.name, "the answers judged again")
        self.want(judged("none", [])[0] == 1, package.name, "without its known failures")
        more = entries + [entries[0] | {"match": "no-such-row"}]
        said = ["baseline: 'no-such-row' matches no row"]
        self.want(judged("more", more) == (1, said), package.name, "a pattern without a row")
        with ThreadPoolExecutor(2) as pool:
            without = pool.map(
                lambda index: judged(index, entries[:index] + entries[index + 1:]),
                range(len(entries)))
            for entry, (status, failures) in zip(entries, without):
                self.want(status == 1 and failures, package.name, "without", entry["match"], status)
        flipped = [entry | {"observed": OTHER[entry["observed"]]} for entry in entries]
        self.news(package, judged("flipped", flipped), [
            (entry["match"], OTHER[entry["observed"]], entry["observed"]) for entry in entries])
        # A package without any of its failures is news as well: the reference is one.
        self.news(package, self.assay.asked(package.format, known, [self.assay.path, "answer"]), [
            (entry["match"], entry["observed"], "agrees") for entry in entries])

    def news(self, package, found, changes):
        """The gate is shut, and says of each known failure what has become of it."""
        status, failures = found
        self.want(status == 1, package.name, status)
        for match, known, now in changes:
            words = f"matching '{match}', known as {known}, now {now}"
            self.want(any(line.endswith(words) for line in failures), package.name, words)


def main(assay, root):
    with tempfile.TemporaryDirectory() as folder:
        check = Check(assay, root, folder)
        pypi_questions.drawing(check.want, Port(check.root, "agora_token_builder"))
        pypi_questions.connecting(check.want, Port(check.root, "nats_py"))
        for package in PACKAGES:
            check.package(package)
    return check.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
