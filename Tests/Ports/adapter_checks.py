# SPDX-License-Identifier: MIT
"""Adapters with one mistake: the check that fails, and how it is explained."""
import concurrent.futures
import json
import re

from adapter_cases import BROKEN, SOUND
from hostile_ports import AT_ONCE, is_gone, port
from live_ports import ports

PATIENCE, SHORT = 5_000, 500  # milliseconds for a question
WAITING = {"backwards", "hang-always", "drops-together", "unpromised-silent", "stays",
           "stays-without-bye", "buffered-answers", "another-object"}
# What may be a log, and is waited after for as long as for a hello.
PATIENT = {"no-hello", "hello-no-json", "python-print", "in-a-list", "indented"}
LEAST = 25
NO_PORTS = [
    (["./no-such-program"], "start", "start"),
    (["sh", "-c", "no-such-program"], "hello", "ends-at-once"),
    (["true"], "hello", "ends-at-once"),
    (["cat"], "promise", "hello.port"),
    (["sh", "-c", "echo ready; read x; echo done"], "hello", "ends-at-once"),
]


def check(suite):
    mistakes_are_known(suite)
    every_port_passes(suite)
    suite = suite.small("nats-connect")
    recorded = suite.file("recorded-for-adapters.jsonl")
    suite.call("record", "--type", "nats-connect", "--seed", "adapters", "--output", recorded,
               "--", suite.python, suite.root / "Ports/python/adapter.py")
    suite.want(len(BROKEN) >= LEAST, "broken adapters", len(BROKEN))
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        names = [*BROKEN, *SOUND]
        outcomes = dict(zip(names, pool.map(lambda name: run(suite, name, recorded), names)))
    for name, case in BROKEN.items():
        fails(suite, name, outcomes[name], *case)
    for name, note in SOUND.items():
        passes(suite, name, outcomes[name], note)
    not_a_port(suite)
    usage(suite)


def mistakes_are_known(suite):
    """Every entry of the table has a heading of the page, and a case here."""
    source = "".join(path.read_text("utf-8") for path in suite.root.glob("Sources/Ports/Mistakes/*"))
    entries = re.findall(r'AdapterMistake\(\s*"([^"]+)", "([^"]+)"', source)
    page = suite.root.joinpath("Docs/guide/port-protocol.md").read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    cases = [case[1] for case in BROKEN.values()] + [case[2] for case in NO_PORTS]
    suite.want_equal({id for id, _ in entries}, set(cases), "mistakes")
    suite.want_equal(len(entries), len(dict(entries)), "mistakes of one name")
    for id, section in entries:
        suite.want(section in headings, id, "no heading", section)


def every_port_passes(suite):
    for name, command in (ports(suite) | {"answer": [suite.assay, "answer"]}).items():
        outcome = checked(suite, command)
        passes(suite, name, outcome, "")
        suite.want_equal(summary(outcome)["right"], summary(outcome)["answered"], name, "right")


def checked(suite, command, *flags):
    return suite.call("run", "--check-adapter", "--format", "json", *flags, "--", *command)


def run(suite, name, recorded):
    time = SHORT if name in WAITING else PATIENCE
    limits = ["--timeout", time, "--run-timeout", 2 if name in PATIENT else 60]
    flags = ["--seed", "adapters", *limits]
    return checked(suite, port(suite, name, recorded), *flags)


def summary(outcome):
    return json.loads(outcome.output)["summary"]


def fails(suite, name, outcome, check, mistake, words):
    suite.want_equal(outcome.status, 3, name, "status", outcome.errors)
    checks = json.loads(outcome.output)["checks"]
    failed = next((each for each in checks if each["outcome"] == "failed"), None)
    suite.want_equal(failed and failed["check"], check, name)
    problem = failed["problems"][0] if failed else {"mistake": None, "words": ""}
    suite.want_equal(problem["mistake"], mistake, name, problem)
    suite.want(words in problem["words"], name, "words", problem["words"])
    left_nothing(suite, name)


def passes(suite, name, outcome, note):
    suite.want_equal((outcome.status, outcome.errors), (0, ""), name, outcome.output[-600:])
    checks = json.loads(outcome.output)["checks"]
    notes = [words for each in checks for words in each["notes"]]
    suite.want(any(note in words for words in notes) if note else True, name, "notes", notes)
    left_nothing(suite, name)


def left_nothing(suite, name):
    state = suite.file(f"state-{name}")
    for process in state.read_text().split() if state.exists() else ():
        suite.want(is_gone(process), name, "a process is left", process)


def not_a_port(suite):
    for command, check, mistake in NO_PORTS:
        fails(suite, " ".join(command), checked(suite, command), check, mistake, "")


def usage(suite):
    for flags, words in (
        (["--one-shot"], "'--one-shot' does not go with '--check-adapter'"),
        (["--answers", suite.file("x")], "'--answers' does not go with"),
        (["--format", "junit"], "one of text json"),
        (["--type", "morse"], "'morse' has no vectors"),
    ):
        outcome = suite.call("run", "--check-adapter", *flags, "--", "true")
        suite.want_equal(outcome.status, 2, flags)
        suite.want(words in outcome.errors, flags, outcome.errors)
