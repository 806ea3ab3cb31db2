# SPDX-License-Identifier: MIT
"""Ports that misbehave: what is said of each, and that nothing of it is left running."""
import concurrent.futures
import os
import pathlib
import time

from adapter_cases import BROKEN
from hostile import BEHAVIOURS
from hostile_cases import CASES, ONLY, RIGHT

AT_ONCE = 4  # most of them wait
GRACE = 5  # seconds until the system has taken away what was killed
ADVICE = "assay: hint: 'assay run --check-adapter -- COMMAND...' explains such mistakes"


def check(suite):
    suite = suite.small("nats-connect")
    asked = [word for id in ONLY for word in ("--only", id)] + ["--seed", "hostile"]
    recorded = suite.file("recorded.jsonl")
    suite.call("record", *asked, "--output", recorded, "--", suite.python,
               suite.root / "Ports/python/adapter.py")
    suite.want_equal(
        set(CASES) | set(BROKEN) | {"answer-key", "slow"}, set(BEHAVIOURS), "behaviours")
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = pool.map(lambda name: run(suite, name, asked, recorded), CASES)
        for (name, case), outcome in zip(CASES.items(), outcomes):
            judge(suite, name, case, outcome)
    check_answer_key(suite, asked, recorded)


def port(suite, name, recorded):
    program = pathlib.Path(__file__).with_name("hostile.py")
    return [suite.python, "-S", program, name, recorded, suite.file(f"state-{name}")]


def run(suite, name, asked, recorded):
    return suite.run(port(suite, name, recorded), *asked, *CASES[name].options)


def judge(suite, name, case, outcome):
    suite.want_equal(outcome.counts, case.counts, name, "counts", outcome.errors)
    suite.want_equal(outcome.status, case.status, name, "status", outcome.errors)
    errors = outcome.errors.splitlines()
    wanted = case.errors + [ADVICE] * (case.status == 3)
    right = len(errors) == len(wanted) and all(map(str.startswith, errors, wanted))
    suite.want(right, name, "errors", errors)
    for row in outcome.failed:
        suite.want(case.reason in row["detail"], name, "reason", row["detail"])
    state = suite.file(f"state-{name}")
    for process in state.read_text().split() if state.exists() else ():
        suite.want(is_gone(process), name, "a process is left", process)


def is_gone(process):
    deadline = time.monotonic() + GRACE
    while is_running(process) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not is_running(process)


def is_running(process):
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def check_answer_key(suite, asked, recorded):
    """Who looks up what the vectors want is right about them, and knows nothing of fresh cases."""
    key = port(suite, "answer-key", recorded)
    outcome = suite.run(key, *asked)
    suite.want_equal((outcome.counts, outcome.status), (RIGHT, 0), "answer-key", outcome.errors)
    fresh = suite.run(key, "--type", "nats-connect", "--challenge", "1")
    suite.want_equal(fresh.status, 1, "answer-key", "challenge", fresh.errors)
    honest = suite.run([suite.python, suite.root / "Ports/python/adapter.py"],
                       "--type", "nats-connect", "--challenge", "1")
    suite.want_equal((honest.status, honest.failed), (0, []), "honest", "challenge", honest.errors)
    suite.want_equal(fresh.counts[0], honest.counts[0], "answer-key", "rows")
