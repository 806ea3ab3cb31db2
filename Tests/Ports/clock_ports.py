# SPDX-License-Identifier: MIT
"""Ports that read their own clock: a right one conforms, and of a wrong one the figures are told."""
import json
import pathlib
import re

HERE = pathlib.Path(__file__)
# The clock, the format, and what is found; nothing where the clock is right.
CASES = [
    ("right", "nacos-jwt", None),
    ("right", "agora-006", None),
    ("right", "agora-007", None),
    ("right", "zego-04-cbc", None),
    ("rounded-up", "zego-04-cbc", None),
    ("fixed", "zego-04-cbc", r"all \d\d tokens are \d{8,} s behind the clock"),
    ("fixed", "agora-006", r"all \d\d tokens are \d{8,} s behind the clock"),
    ("fixed-and-slow", "nacos-jwt",
     r"one time in all \d\d tokens, 2023-11-14T22:13:20Z, though \d+ s passed"),
    ("cached", "nacos-jwt", r"one time in all \d\d tokens, 2\S+Z, though \d+ s passed"),
    ("cached", "zego-04-gcm", r"one time in all \d\d tokens, 2\S+Z, though \d+ s passed"),
    ("milliseconds", "zego-04-cbc", r"all \d\d tokens are in milliseconds: \d{13} for \d{10}"),
    ("milliseconds", "nacos-jwt", r"all \d\d tokens are in milliseconds: \d{13} for \d{10}"),
    ("an-hour-ahead", "nacos-jwt", r"all \d\d tokens are 3600 s ahead of the clock"),
    ("an-hour-ahead", "agora-007", r"all \d{3} tokens are 3600 s ahead of the clock"),
    ("eight-hours-behind", "zego-04-gcm", r"all \d\d tokens are 28800 s behind the clock"),
    ("a-month-behind", "agora-006", r"all \d\d tokens are 2592000 s behind the clock"),
]


def check(suite):
    for clock, format, words in CASES:
        judge(suite.small(format), clock, format, words)
    check_given(suite.small("nacos-jwt"))
    check_kept(suite.small("nacos-jwt"))


def port(suite, clock):
    return [suite.python, HERE.with_name("clock.py"), clock, suite.root / "Ports/python/adapter.py"]


def poor(suite, clock):
    return [suite.python, HERE.with_name("uninjected.py"), *port(suite, clock)]


def mints(format):
    return ["--type", format, "--only", f"{format}.mint.*"]


def judge(suite, clock, format, words):
    """Nothing but the clock fails, and it fails once."""
    outcome = suite.run(poor(suite, clock), *mints(format))
    failed = [row for row in outcome.failed if not row["id"].endswith(".sampled.now")]
    suite.want_equal((failed, outcome.status), ([], int(bool(words))), clock, format, outcome.errors)
    told(suite, clock, outcome, f"{format}.sampled.now", words)


def told(suite, clock, outcome, id, words):
    rows = [row for row in outcome.lines if row.get("id") == id]
    verdicts = [row["verdict"] for row in rows]
    suite.want_equal(verdicts, ["unexplained" if words else "agrees"], clock, id)
    for row in rows if words else ():
        suite.want(re.fullmatch(words, row["got"]), clock, id, row["got"])


def check_given(suite):
    """Who can be given the time is asked for its own in a few questions, and has to be wrong there."""
    for clock, words in ("right", None), ("an-hour-ahead", "all 4 tokens are 3600 s ahead of the clock"):
        outcome = suite.run(port(suite, clock), *mints("nacos-jwt"))
        found = [row.get("got") for row in outcome.lines if row.get("id", "").endswith(".now")]
        suite.want_equal(found, [words] if words else [], clock, "given", outcome.errors)


def check_kept(suite):
    """Kept answers come to the same report; without the times nothing is said of the clock."""
    answers, bare = suite.file("clock.jsonl"), suite.file("clock-bare.jsonl")
    usual = suite.run(poor(suite, "an-hour-ahead"), *mints("nacos-jwt"), "--answers", answers)
    judged = suite.call("verify", "--format", "ndjson", answers)
    suite.want(judged.output == usual.output, "kept", "another report", judged.errors)
    lines = [json.loads(line) for line in answers.read_text().splitlines()]
    suite.want(sum("runner" in line for line in lines) > 60, "kept", "the times are noted")
    bare.write_text("".join(json.dumps({name: value for name, value in line.items()
                                        if name != "runner"}) + "\n" for line in lines))
    judged = suite.call("verify", "--format", "ndjson", bare)
    suite.want_equal((judged.status, judged.failed), (0, []), "bare", judged.errors)
