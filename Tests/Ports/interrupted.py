# SPDX-License-Identifier: MIT
"""Runs that are killed, cut short or shared out: each comes to the report of one straight run."""
import concurrent.futures
import json
import pathlib
import random
import subprocess
import time

SEED = 20
KILLS, CUTS, PARTS, AT_ONCE = 100, 20, 3, 4
ASKED = ["--type", "nats-connect", "--only", "nats-connect.open.*", "--seed", "interrupted"]
SHARES = [
    lambda part: {"CI_NODE_INDEX": str(part), "CI_NODE_TOTAL": str(PARTS)},
    lambda part: {"TEST_SHARD_INDEX": str(part - 1), "TEST_TOTAL_SHARDS": str(PARTS)},
]


def check(suite):
    suite = suite.small("nats-connect")
    run = Interrupted(suite)
    suite.want(run.straight.status == 0 and run.straight.counts[0] > 40, "a straight run")
    chance = random.Random(SEED)
    moments = [chance.uniform(0, run.seconds) for _ in range(KILLS)]
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        written = list(pool.map(run.kill, range(KILLS), moments))
    suite.want(len(set(written)) > KILLS / 10, "killed at different moments", written)
    run.orphan()
    for number in range(CUTS):
        run.cut(number, chance.randrange(len(run.recorded)))
    run.share(lambda part: (["--shard", f"{part}/{PARTS}"], {}), "--shard")
    for variables in SHARES:
        run.share(lambda part: ([], variables(part)), ", ".join(variables(1)))


class Interrupted:
    """What one straight run says, and runs that are compared with it."""

    def __init__(self, suite):
        self.suite, self.file = suite, suite.file("straight.jsonl")
        suite.call("record", *ASKED, "--output", self.file, "--", suite.python,
                   suite.root / "Ports/python/adapter.py")
        self.straight = suite.run(self.port("straight"), *ASKED)
        self.seconds = self.straight.seconds
        self.recorded = self.file.read_bytes()

    def port(self, name):
        program = pathlib.Path(__file__).with_name("hostile.py")
        return [self.suite.python, "-S", program, "slow", self.file, self.suite.file(f"asked-{name}")]

    def asked(self, name):
        file = self.suite.file(f"asked-{name}")
        return set(file.read_text().split()) if file.exists() else set()

    def kill(self, number, moment):
        """Kills a run at a moment and resumes it; how many answers it had written."""
        name, answers = f"kill-{number}", self.suite.file(f"killed-{number}.jsonl")
        words = ["run", *ASKED, "--answers", answers, "--", *self.port(f"{name}-before")]
        process = self.start(words)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        return self.resume(name, answers)

    def start(self, words):
        return subprocess.Popen(
            [self.suite.assay, *map(str, words)], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.suite.environment())

    def orphan(self):
        """A port that never looks at its streams ends with the runner all the same."""
        file = self.suite.file("processes")
        command = f"sleep 300 & echo $$ $! > {file}; exec sleep 300"
        process = self.start(["run", *ASKED, "--", "sh", "-c", command])
        started = within(10, lambda: file.exists() and len(file.read_text().split()) == 2)
        process.kill()
        process.wait()
        left = lambda: [pid for pid in file.read_text().split() if is_running(pid)]
        self.suite.want(started and within(10, lambda: not left()), "orphans", started, left())

    def resume(self, name, answers):
        before = answers.read_bytes() if answers.exists() else b""
        outcome = self.suite.run(
            self.port(f"{name}-after"), *ASKED, "--answers", answers, "--resume")
        self.compare(name, outcome)
        whole = before[:before.rfind(b"\n") + 1]
        self.suite.want(answers.read_bytes().startswith(whole), name, "an answer is lost")
        again = names(whole) & self.asked(f"{name}-after")
        self.suite.want(not again, name, "asked again", again)
        return len(names(whole))

    def cut(self, number, length):
        """A file that ends anywhere, as a full disk leaves it."""
        answers = self.suite.file(f"cut-{number}.jsonl")
        answers.write_bytes(self.recorded[:length])
        self.resume(f"cut-{number} at {length}", answers)

    def share(self, options, name):
        """Every part is asked of another run, and one file of all answers is judged."""
        files, counts = [], []
        for part in range(1, PARTS + 1):
            flags, settings = options(part)
            files.append(self.suite.file(f"part-{part}.jsonl"))
            outcome = self.suite.run(
                self.port(f"part-{part}"), *ASKED, *flags, "--answers", files[-1], **settings)
            self.suite.want_equal(outcome.status, 0, name, part, outcome.errors)
            counts.append(outcome.counts[0])
        self.suite.want_equal(sum(counts), self.straight.counts[0], name, "rows", counts)
        self.suite.want(all(counts), name, "an empty part", counts)
        merged = self.suite.file("merged.jsonl")
        done = self.suite.call("merge", *files, "--output", merged)
        self.suite.want_equal((done.status, done.errors), (0, ""), name, "merge")
        outcome = self.suite.call("verify", "--format", "ndjson", merged)
        self.compare(f"{name} merged", outcome)

    def compare(self, name, outcome):
        self.suite.want_equal(outcome.status, 0, name, outcome.errors)
        self.suite.want(outcome.output == self.straight.output, name, "another report")


def within(seconds, holds):
    """Whether something comes to hold in some time."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(holds())


def is_running(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def names(answers):
    messages = [json.loads(line) for line in answers.splitlines() if line]
    return {message["seq"] for message in messages if "seq" in message}
