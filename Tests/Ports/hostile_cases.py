# SPDX-License-Identifier: MIT
"""What comes of every behaviour of hostile.py: the numbers, the status and the words."""

# Ten questions that have an answer, and ten that are refused.
ACCEPTED = "url-token url-none url-bare url-user url-tls url-wss line line-user line-none line-names"
REFUSED = ("url-scheme url-raw-blank url-user-empty url-escape-digits url-port-zero url-path"
           " line-verb line-list line-two line-type-token")
ONLY = [f"nats-connect.open.{name}" for name in f"{ACCEPTED} {REFUSED}".split()]

# Milliseconds for a question, and for one that is never answered.
PATIENCE, SHORT = 20_000, 1_000

RIGHT = (20, 20, 0, 0, 0)
ONE_LOST = (20, 19, 0, 1, 0)
ALL_LOST = (20, 0, 0, 20, 0)
NO_REPORT = None

LATE = f"no answer within {SHORT} ms"
DIED = "the process ended: exit 5"
NO_KIND = "an answer has one of accepted, refused, crashed, inexpressible, unsupported"


def stray(count, first):
    return f"assay: {count} lines of the port are no messages, the first: {first}"


def fault(words):
    return f"assay: protocol: {words}"


class Case:
    """`errors` begin the lines on the standard error; `reason` stands in every row that failed."""

    def __init__(self, counts, status=0, errors=(), reason="", timeout=PATIENCE, options=()):
        self.counts, self.status, self.reason = counts, status, reason
        self.errors = [errors] if isinstance(errors, str) else list(errors)
        self.options = ["--timeout", timeout, *options]


def broken(words, counts=NO_REPORT, **more):
    """The protocol is broken."""
    return Case(counts, 3, fault(words), **more)


def hanging(counts=ONE_LOST, status=1, **more):
    return Case(counts, status, timeout=SHORT, **({"reason": LATE} | more))


def unreadable(words):
    return broken(words, ALL_LOST, reason=f"the answer cannot be read: {words}")


CASES = {
    "honest": Case(RIGHT),
    "accept-all": Case((20, 2, 10, 8, 0), 1),
    "reject-all": Case((20, 10, 0, 10, 0), 1, reason="refused found"),
    "crash-all": Case((20, 0, 0, 10, 10), 1, reason="an exception: E: m found"),
    "inexpressible-all": Case((20, 0, 0, 10, 10), 1, reason="cannot be stated"),
    "unsupported-all": Case(ALL_LOST, 1, reason="promised, but not supported: w"),
    "echo": unreadable(NO_KIND),
    "constant": Case((20, 0, 10, 10, 0), 1, reason="\"x\""),
    "wrong-reason": Case((20, 11, 9, 0, 0), 1, reason="refused by claims/member.type"),
    "no-reason": Case(RIGHT),
    "two-answers-in-one": broken(NO_KIND, (20, 10, 0, 10, 0), reason=NO_KIND),
    "untyped": unreadable("accepted: a string stands where a typed value is expected"),
    "unknown-stage": unreadable("refused.stage: 'door' is no stage"),
    "claims-missing": unreadable(NO_KIND),
    "crash": Case(ONE_LOST, 1, reason=DIED),
    "crash-of-eight": Case(ONE_LOST, 1, reason=DIED),
    "hang": hanging(),
    "hang-of-eight": hanging(),
    "hang-always": hanging(ALL_LOST, reason="none (", options=["--run-timeout", 3]),
    "dies-always": broken("20 processes in succession gave no answer", ALL_LOST, reason=DIED),
    "dies-always-of-eight": broken(
        "20 processes in succession gave no answer", ALL_LOST, reason="none ("),
    "leaves-out": hanging(),
    "leaves-out-of-eight": hanging(),
    "closes-input": hanging(),
    "endless-line": hanging(reason=""),
    "endless-lines": hanging(reason="", errors="assay: "),
    "endless-errors": hanging(),
    "endless-answers": hanging(status=3, errors=fault("an answer to '")),
    "loud-errors": Case(RIGHT),
    "stray-before-hello": Case(RIGHT, errors=stray(3, "loading")),
    "stray-in-front-of-hello": Case(RIGHT, errors=stray(1, 'loading{"hello":')),
    "stray-between": Case(RIGHT, errors=stray(20, "a line")),
    "stray-in-front": Case(RIGHT, errors=stray(20, 'debug: {"seq":')),
    "stray-behind": Case(RIGHT, errors=stray(20, "\ufffd\ufffd")),
    "carriage-returns": Case(RIGHT),
    "backwards": Case(RIGHT),
    "twice": Case(RIGHT, 3, [fault("an answer to '")] * 20),
    "unknown-seq": broken(
        "an answer to 'zz', which was not asked or is answered already", RIGHT),
    "answer-before-hello": broken("an answer came before the hello"),
    "wrong-protocol": broken('hello.protocol: "assay-port/1" is expected'),
    "wrong-run": broken("hello.run: the text that the port was given is expected"),
    "no-formats": broken("hello.formats: an object of formats is expected"),
    "empty-formats": broken("hello.formats: an object of formats is expected"),
    "formats-list": broken("hello.formats: an object of formats is expected"),
    "unknown-format": broken(
        "hello.formats: 'zego-99' is no format of this suite", (0, 0, 0, 0, 0)),
    "unknown-format-too": broken("hello.formats: 'zego-99' is no format of this suite", RIGHT),
    "no-port": broken("hello.port.name: a text is expected"),
    "in-flight-zero": broken("hello.inFlight: a number of 1 to 1024 is expected"),
    "in-flight-absurd": broken("hello.inFlight: a number of 1 to 1024 is expected"),
    "in-flight-text": broken("hello.inFlight: a number of 1 to 1024 is expected"),
    "choice-free": Case(RIGHT),
    "choice-unknown": broken(
        "hello.choices: 'nats.line-fortran' is no deviation of this suite", RIGHT),
    "choice-of-security": broken(
        "hello.choices: 'zego.cuts-at-nul' is no choice, but of severity security", RIGHT),
    "choices-text": broken("hello.choices: a list of texts is expected"),
    "hello-no-json": broken("hello: none in the time of the run", options=["--run-timeout", 2]),
    "hello-no-object": broken('hello.protocol: "assay-port/1" is expected'),
    "second-hello": broken("a second hello", RIGHT),
    "other-hello-after-restart": broken(
        "hello: another one than before", (20, 2, 0, 18, 0), reason="none ("),
    "same-hello-after-restart": Case(ONE_LOST, 1, reason=DIED),
    "broken-utf-8": Case(ONE_LOST, 1, reason="found"),
    "cut-answer": hanging(errors=stray(1, '{"seq":')),
    "late": Case(RIGHT),
    "no-hello": broken("hello: none in the time of the run", options=["--run-timeout", 2]),
    "dies-before-hello": Case(NO_REPORT, 3, [
        fault("hello: the process ended before it, exit 3: no such module"), ""]),
    "dies-after-hello": broken(
        "20 processes in succession gave no answer", ALL_LOST, reason="exit 3"),
    "exit-7": broken("bye: the port is expected to end with exit 0, not exit 7", RIGHT),
    "stays": broken("bye: the port did not end", RIGHT, timeout=SHORT),
    "talks-after-bye": broken("an answer to '", RIGHT),
    "leaves-child": Case(RIGHT),
    "leaves-child-and-hangs": hanging(),
    "leaves-child-and-dies": Case(ONE_LOST, 1, reason=DIED),
}
