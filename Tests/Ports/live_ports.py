# SPDX-License-Identifier: MIT
"""The ports of this repository conform, however they are asked."""
import pathlib
import subprocess

FORMATS = {"zego-04-cbc", "zego-04-gcm", "agora-006", "agora-007", "nacos-jwt", "nats-connect"}
LEAST = 2000  # rows of all formats
# A part is enough to tell the ways of asking apart.
PART = ["--type", "nats-connect", "--type", "zego-04-gcm"]


def ports(suite):
    root = suite.root
    return {
        "go": [root / ".build/ports/go"],
        "java": ["java", "-cp", root / ".build/ports/java", "Adapter"],
        "node": ["node", root / "Ports/node/adapter.mjs"],
        "php": ["php", root / "Ports/php/adapter.php"],
        "python": [suite.python, root / "Ports/python/adapter.py"],
    }


def check(suite):
    for name, port in ports(suite).items():
        conforms(suite, name, port)
        agree(suite, name, port)
        conforms_uninjected(suite, name, port)


def conforms(suite, name, port):
    outcome = suite.run(port, "--seed", "1")
    suite.want_equal((outcome.status, outcome.errors), (0, ""), name)
    suite.want_equal(outcome.failed, [], name)
    suite.want(outcome.counts and outcome.counts[1] >= LEAST, name, "agree", outcome.counts)
    formats = {row["id"].partition(".")[0] for row in outcome.lines if "id" in row}
    suite.want_equal(formats, FORMATS, name, "formats")


def conforms_uninjected(suite, name, port):
    """Who can be given neither time nor chance is right in everything else."""
    poorer = pathlib.Path(__file__).with_name("uninjected.py")
    outcome = suite.run([suite.python, poorer, *port])
    suite.want_equal((outcome.status, outcome.failed), (0, []), name, "uninjected", outcome.errors)
    agreed = {row["id"] for row in outcome.lines if row.get("verdict") == "agrees"}
    for format in FORMATS - {"nats-connect"}:
        suite.want(f"{format}.sampled.now" in agreed, name, "the clock is judged", format)


def agree(suite, name, port):
    """Every way to ask gives the bytes of one report."""
    usual = suite.run(port, *PART, "--seed", "1")
    suite.want_equal(usual.status, 0, name, usual.errors)
    ways = {
        "another seed": suite.run(port, *PART, "--seed", "2"),
        "two processes": suite.run(port, *PART, "--jobs", "2"),
        "recorded": judged(suite, recorded(suite, name, port)),
        "from a file": judged(suite, answered(suite, name, port)),
    }
    for way, outcome in ways.items():
        suite.want(outcome.output == usual.output, name, way, "another report", outcome.errors)


def recorded(suite, name, port):
    answers = suite.file(f"{name}-recorded.jsonl")
    done = suite.call("record", *PART, "--output", answers, "--", *port)
    suite.want_equal((done.status, done.output, done.errors), (0, b"", ""), name, "record")
    return answers


def answered(suite, name, port):
    """The port reads the questions from a file."""
    questions, answers = suite.file("questions.jsonl"), suite.file(f"{name}-answers.jsonl")
    suite.call("record", "--requests-only", *PART, "--output", questions)
    with open(questions, "rb") as source, open(answers, "wb") as target:
        done = subprocess.run(list(map(str, port)), stdin=source, stdout=target, timeout=60)
    suite.want_equal(done.returncode, 0, name, "from a file")
    return answers


def judged(suite, answers):
    return suite.call("verify", "--format", "ndjson", answers)
