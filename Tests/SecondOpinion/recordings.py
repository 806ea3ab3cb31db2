# SPDX-License-Identifier: MIT
"""What the checks of the second opinion share: reading rows, running assay, counting."""

import collections
import json
import subprocess


class Count:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.facts = collections.Counter()

    def check(self, holds, row, words):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {row['id']}: {words}")

    def close(self):
        for fact, number in sorted(self.facts.items()):
            print(f"{number:6} {fact}")
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def read_lines(lines):
    return [json.loads(line) for line in lines if line.strip()]


def read_rows(path):
    return read_lines(path.read_text().splitlines())[1:]


def run(assay, *arguments, secret=None):
    environment = {"ASSAY_SECRET": secret} if secret is not None else None
    done = subprocess.run([assay, *arguments], capture_output=True, check=False, env=environment)
    return done.returncode, done.stdout.decode()


def rows_of(assay, *arguments):
    return read_lines(run(assay, *arguments)[1].splitlines())


def verdicts_of(assay, path):
    rows = rows_of(assay, "verify", "--format", "ndjson", str(path))
    return {row["id"]: row for row in rows if "id" in row}


def check_predictions(assay, path, members, count, drawn=frozenset()):
    """Each answer that is predicted has the members that were recorded, but for rows in which
    something was drawn that the answer does not tell."""
    recorded, predicted = read_rows(path), rows_of(assay, "predict", str(path))[1:]
    count.check(len(recorded) == len(predicted), {"id": str(path)}, "rows are missing")
    for row, guess in zip(recorded, predicted):
        count.check(row["id"] == guess["id"], row, f"{guess['id']} is predicted in its place")
        for name, of in () if row["id"] in drawn else members.items():
            left, right = of(row), of(guess)
            count.check(left == right, row, f"{name}: {left!r} recorded, {right!r} predicted")
