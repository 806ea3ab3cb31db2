# SPDX-License-Identifier: MIT
"""Calls the command, and counts what holds of what it says."""
import copy
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from tally import Tally

LIMIT = 120  # seconds that no call may take


@dataclasses.dataclass
class Outcome:
    """How a call ended, and what it wrote."""

    status: int
    output: bytes
    errors: str
    seconds: float

    @property
    def lines(self):
        return [json.loads(line) for line in self.output.splitlines()]

    @property
    def summary(self):
        return next((line["summary"] for line in self.lines if "summary" in line), None)

    @property
    def counts(self):
        """Rows, and how many agree, differ, are unexplained and not judged; None without a report."""
        names = "rows", "agrees", "differs", "unexplained", "notJudged"
        return self.summary and tuple(self.summary[name] for name in names)

    @property
    def failed(self):
        """The rows that neither agree nor are left aside."""
        return [row for row in self.lines if row.get("verdict") in ("differs", "unexplained")]


class Suite:
    def __init__(self, assay, root, folder):
        self.assay, self.root = str(pathlib.Path(assay).resolve()), pathlib.Path(root).resolve()
        self.folder = pathlib.Path(folder)
        self.vectors = self.root / "Vectors"
        self.python = sys.executable
        self.tally = Tally()

    def small(self, format):
        """One with the vectors of one format, which is read sooner."""
        small = copy.copy(self)
        small.vectors = self.file(f"vectors-{format}")
        if not small.vectors.exists():
            shutil.copytree(self.vectors, small.vectors, ignore=lambda folder, names: [
                name for name in names if name.endswith((".json", ".jsonl"))
                and pathlib.Path(folder).name not in ("Vectors", "schema", format)
                and name != "clauses.json"])
        return small

    def want(self, holds, *words):
        self.tally.want(holds, *words)

    def want_equal(self, found, wanted, *words):
        self.want(found == wanted, *words, f"{found!r}, not {wanted!r}")

    def environment(self, **settings):
        shards = "CI_NODE_INDEX", "CI_NODE_TOTAL", "TEST_SHARD_INDEX", "TEST_TOTAL_SHARDS"
        usual = {name: value for name, value in os.environ.items() if name not in shards}
        fixed = {"ASSAY_VECTORS": str(self.vectors), "PYTHONDONTWRITEBYTECODE": "1"}
        return usual | fixed | settings

    def call(self, *words, **settings):
        start = time.monotonic()
        done = subprocess.run(
            [self.assay, *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True,
            timeout=LIMIT, env=self.environment(**settings))
        return Outcome(
            done.returncode, done.stdout, done.stderr.decode(errors="replace"),
            time.monotonic() - start)

    def run(self, port, *flags, **settings):
        return self.call("run", "--format", "ndjson", *flags, "--", *port, **settings)

    def file(self, name):
        return self.folder / name
