# SPDX-License-Identifier: MIT
"""Every mutant of the port in Python is caught, and nearly all are diagnosed."""
import fnmatch
import shutil

from mutants import MUTANTS

LEAST = 40
NAMED = 0.9  # of the mutants, at least


def check(suite):
    named, unnamed = 0, []
    suite.want(len(MUTANTS) >= LEAST, "mutants", len(MUTANTS))
    suite.want_equal(len({row[0] for row in MUTANTS}), 6, "formats of the mutants")
    for number, (format, file, edits, ids) in enumerate(MUTANTS):
        name = f"mutant {number}, {ids[0]} in {format}"
        outcome = suite.run(
            [suite.python, mutated(suite, number, file, edits)], "--type", format, "--seed", "1")
        suite.want_equal(outcome.status, 1, name, outcome.errors)
        told = {id for row in outcome.failed for id in row.get("behaviours", [])}
        if any(fnmatch.fnmatchcase(id, pattern) for id in told for pattern in ids):
            named += 1
        else:
            unnamed.append(f"{name}: {len(outcome.failed)} failures, {', '.join(sorted(told)[:5])}")
    for line in unnamed:
        print(f"not named: {line}")
    print(f"{named} of {len(MUTANTS)} mutants are named")
    suite.want(named >= NAMED * len(MUTANTS), "named", named, unnamed)


def mutated(suite, number, file, edits):
    """A copy of the port with the edits; each old text must stand there once."""
    folder = suite.file(f"mutant-{number}")
    shutil.copytree(suite.root / "Ports/python", folder)
    text = (folder / file).read_text("utf-8")
    for old, new in edits:
        suite.want_equal(text.count(old), 1, "mutant", number, file, old)
        text = text.replace(old, new)
    (folder / file).write_text(text, "utf-8")
    return folder / "adapter.py"
