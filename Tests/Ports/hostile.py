# SPDX-License-Identifier: MIT
"""A port that misbehaves in one way: python3 hostile.py BEHAVIOUR RECORDED [STATE]

RECORDED are the answers of a port that is right, so it is wrong in nothing else. STATE is a file
that its processes share.
"""
import json
import os
import pathlib
import subprocess
import sys
import time

from answer_key import expected

FOREVER = 3600
REFUSED = {"refused": {}}
NOBODY = {"auth_token": {"text": ""}, "user": {"text": ""}, "pass": {"text": ""}}


class Port:
    """Answers as was recorded. Whatever is called `at_...` has a say at that moment."""

    def __init__(self, recorded, state):
        lines = [json.loads(line) for line in pathlib.Path(recorded).read_bytes().splitlines()]
        self.hello, *answers = lines
        self.answers = {answer["seq"]: answer for answer in answers}
        self.third = sorted(self.answers)[2]
        self.state, self.held = state, []

    def say(self, message):
        self.write(json.dumps(message).encode() + b"\n")

    def write(self, data):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def answer(self, seq):
        self.say(self.answers[seq])

    def greet(self, **changes):
        """Its hello; a member that is changed to None is left out."""
        hello = self.hello["hello"] | changes
        self.say({"hello": {name: value for name, value in hello.items() if value is not None}})


def on_third(act):
    """Something else on one question, always the same."""
    return {"question": lambda port, asked: act(port, asked["seq"]) if asked["seq"] == port.third
            else port.answer(asked["seq"])}


def greeting(**changes):
    return {"hello": lambda port: port.greet(**changes)}


def answering(make):
    """What it says in place of the recorded answer: made of the question and that answer."""
    return {"question": lambda port, asked: port.say(
        {"seq": asked["seq"]} | make(asked, port.answers.get(asked["seq"])))}


def around(before=b"", after=b""):
    """Bytes before and after every answer."""
    def question(port, asked):
        port.write(before)
        port.answer(asked["seq"])
        port.write(after)
    return {"question": question}


def wrong_reason(_, recorded):
    if "refused" not in recorded:
        return recorded
    return {"refused": {"stage": "claims", "reason": "member.type"}}


def endlessly(write):
    def act(port, _):
        while True:
            write(port)
    return act


def backwards(port, asked):
    """Answers eight at a time, the last first."""
    port.held.append(asked["seq"])
    if len(port.held) == 8 or len(port.held) == len(port.answers):
        for seq in reversed(port.held):
            port.answer(seq)
            del port.answers[seq]
        port.held = []


def twice(port, asked):
    port.answer(asked["seq"])
    port.answer(asked["seq"])


def slowly(port, asked):
    """Notes what it is asked, and takes its time."""
    with open(port.state, "a") as file:
        print(asked["seq"], file=file)
    time.sleep(0.005)
    port.answer(asked["seq"])


def with_child(port):
    """A process that holds the streams open stays behind."""
    child = subprocess.Popen(["sleep", str(FOREVER)])
    with open(port.state, "a") as file:
        print(child.pid, file=file)
    port.greet()


def changing(port):
    port.greet(port=port.hello["hello"]["port"] | {"version": str(os.getpid())})


def reordered(port):
    """The same in another order of members in every other process."""
    hello = list(port.hello["hello"].items())
    port.hello["hello"] = dict(hello if os.getpid() % 2 else reversed(hello))
    port.greet()


def closing_input(port, _):
    os.close(0)
    time.sleep(FOREVER)


def die(status):
    return lambda *_: os._exit(status)


def hang(*_):
    time.sleep(FOREVER)


def late(port):
    time.sleep(0.3)
    port.greet()


def chatter(data):
    return lambda port: (port.write(data), port.greet())


def loud(port, asked):
    """Megabytes on the standard error in front of an answer."""
    os.write(2, b"e" * 4_000_000)
    port.answer(asked)


INFINITE_LINE, INFINITE_LINES = b"x" * 65536, b"x\n" * 32768
CRASH = on_third(die(5))

BEHAVIOURS = {
    "honest": {},
    "slow": {"question": slowly},
    "answer-key": answering(lambda asked, _: expected(asked)),
    "accept-all": answering(lambda *_: {"accepted": NOBODY}),
    "reject-all": answering(lambda *_: REFUSED),
    "crash-all": answering(lambda *_: {"crashed": {"type": "E", "message": "m"}}),
    "inexpressible-all": answering(lambda *_: {"inexpressible": {"why": "w"}}),
    "unsupported-all": answering(lambda *_: {"unsupported": {"what": "w"}}),
    "echo": {"question": lambda port, asked: port.say(asked)},
    "constant": answering(lambda *_: {"accepted": NOBODY | {"auth_token": {"text": "x"}}}),
    "wrong-reason": answering(wrong_reason),
    "no-reason": answering(lambda _, right: REFUSED if "refused" in right else right),
    "two-answers-in-one": answering(lambda _, right: right | REFUSED),
    "untyped": answering(lambda *_: {"accepted": {"auth_token": "x"}}),
    "unknown-stage": answering(lambda *_: {"refused": {"stage": "door", "reason": "shut"}}),
    "claims-missing": answering(lambda *_: {"missing": {"why": "w"}}),
    "crash": CRASH,
    "crash-of-eight": CRASH | greeting(inFlight=8),
    "hang": on_third(hang),
    "hang-of-eight": on_third(hang) | greeting(inFlight=8),
    "hang-always": {"question": hang},
    "dies-always": {"question": die(5)},
    "dies-always-of-eight": {"question": die(5)} | greeting(inFlight=8),
    "leaves-out": on_third(lambda *_: None),
    "leaves-out-of-eight": on_third(lambda *_: None) | greeting(inFlight=8),
    "closes-input": on_third(closing_input),
    "endless-line": on_third(endlessly(lambda port: port.write(INFINITE_LINE))),
    "endless-lines": on_third(endlessly(lambda port: port.write(INFINITE_LINES))),
    "endless-errors": on_third(endlessly(lambda _: os.write(2, INFINITE_LINE))),
    "endless-answers": on_third(endlessly(lambda port: port.answer(min(port.answers)))),
    "loud-errors": on_third(loud),
    "stray-before-hello": {"hello": chatter(b"loading\n{}\n[1]\n")},
    "stray-in-front-of-hello": {"hello": chatter(b"loading")},
    "stray-between": around(b"a line\n\n"),
    "stray-in-front": around(b"debug: "),
    "stray-behind": around(b"", b"\xff\xfe\n"),
    "carriage-returns": answering(lambda _, right: right) | {
        "write": lambda port, data: data.replace(b"\n", b"\r\n")},
    "backwards": greeting(inFlight=8) | {"question": backwards},
    "twice": {"question": twice},
    "unknown-seq": on_third(lambda port, seq: (port.say({"seq": "zz"} | REFUSED), port.answer(seq))),
    "answer-before-hello": {"hello": lambda port: (port.answer(port.third), port.greet())},
    "wrong-protocol": greeting(protocol="assay-port/2"),
    "wrong-run": greeting(run="another"),
    "no-formats": greeting(formats=None),
    "empty-formats": greeting(formats={}),
    "formats-list": greeting(formats=["nats-connect"]),
    "unknown-format": greeting(formats={"zego-99": {"ops": ["open"]}}),
    "unknown-format-too": greeting(
        formats={"nats-connect": {"ops": ["open"]}, "zego-99": {"ops": ["open"]}}),
    "no-port": greeting(port=None),
    "in-flight-zero": greeting(inFlight=0),
    "in-flight-absurd": greeting(inFlight=10**12),
    "in-flight-text": greeting(inFlight="8"),
    "choice-free": greeting(choices=["nats.line-go"]),
    "choice-unknown": greeting(choices=["nats.line-go", "nats.line-fortran"]),
    "choice-of-security": greeting(choices=["zego.cuts-at-nul"]),
    "choices-text": greeting(choices="nats.line-go"),
    "hello-no-json": {"hello": lambda port: port.write(b'{"hello": maybe}\n')},
    "hello-no-object": {"hello": lambda port: port.say({"hello": 1})},
    "second-hello": {"question": lambda port, asked: (port.greet(), port.answer(asked["seq"]))},
    "other-hello-after-restart": CRASH | {"hello": changing},
    "same-hello-after-restart": CRASH | {"hello": reordered},
    "broken-utf-8": on_third(lambda port, seq: port.write(
        b'{"seq":"%s","accepted":{"auth_token":{"text":"\xe7\x94"}}}\n' % seq.encode())),
    "cut-answer": on_third(lambda port, seq: port.write(b'{"seq":"%s","acc\n' % seq.encode())),
    "late": {"hello": late},
    "no-hello": {"hello": hang},
    "dies-before-hello": {"hello": lambda port: (os.write(2, b"no such module\n"), die(3)())},
    "dies-after-hello": {"hello": lambda port: (port.greet(), die(3)())},
    "exit-7": {"bye": die(7)},
    "stays": {"bye": hang},
    "talks-after-bye": {"bye": lambda port: (port.answer(port.third), die(0)())},
    "leaves-child": {"hello": with_child},
    "leaves-child-and-hangs": {"hello": with_child} | on_third(hang),
    "leaves-child-and-dies": {"hello": with_child} | on_third(die(5)),
}


def main(name, recorded, state=None):
    port, does = Port(recorded, state), BEHAVIOURS[name]
    if "write" in does:
        port.write, plain = lambda data: plain(does["write"](port, data)), port.write
    for line in sys.stdin.buffer:
        message = json.loads(line)
        if "hello" in message:
            port.hello["hello"]["run"] = message["hello"]["run"]
            does.get("hello", Port.greet)(port)
        elif "seq" in message:
            does.get("question", lambda port, asked: port.answer(asked["seq"]))(port, message)
        else:
            break
    does.get("bye", lambda _: None)(port)


if __name__ == "__main__":
    main(*sys.argv[1:])
