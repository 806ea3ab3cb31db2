# SPDX-License-Identifier: MIT
"""A port that misbehaves in one way: python3 hostile.py BEHAVIOUR RECORDED [STATE]

RECORDED are the answers of a port that is right, so it is wrong in nothing else; what is not in it
is looked up. STATE is a file that its processes share.
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
        self.state, self.held, self.last = state, [], 0
        self.said_bye = False

    def say(self, message):
        self.write(json.dumps(message).encode() + b"\n")

    def write(self, data):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def answer(self, seq):
        self.say(self.answers[seq])

    def greet(self, **changes):
        """Its hello, one question at a time; a member that is changed to None is left out."""
        hello = self.hello["hello"] | {"inFlight": None} | changes
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


def rewriting(change):
    """Every message as other bytes."""
    return {"write": lambda port, data: change(data)}


def hold(port, data):
    port.held.append(data)
    return b""


def hold_answers(port, data):
    return data if data.startswith(b'{"hello"') else hold(port, data)


def release(port):
    sys.stdout.buffer.write(b"".join(port.held))
    sys.stdout.buffer.flush()


def unwrapped(port):
    port.say(port.hello["hello"])


def renamed(change):
    """Another seq, or none: made of the right one."""
    def question(port, asked):
        answer = dict(port.answers[asked["seq"]])
        seq = change(answer.pop("seq"))
        port.say(answer if seq is None else answer | {"seq": seq})
    return {"question": question}


def accepting(change):
    """Other members where the right answer accepts."""
    return answering(lambda _, right: right if "accepted" not in right
                     else {"accepted": change(right["accepted"])})


def refusing(value):
    return answering(lambda _, right: {"refused": value} if "refused" in right else right)


def dropping(port, asked):
    """Loses what comes together with another question."""
    before, port.last = port.last, time.monotonic()
    if port.last - before > 0.005:
        port.answer(asked["seq"])


def on_strange(act):
    """Something else where a question has a member that is not known."""
    known = {"seq", "format", "op", "now", "in", "inject", "world"}
    return {"question": lambda port, asked: act(port, asked) if set(asked) - known
            else port.answer(asked["seq"])}


def on_unpromised(act):
    """Something else where the operation was not promised."""
    def question(port, asked):
        ops = port.hello["hello"]["formats"].get(asked["format"], {}).get("ops", [])
        return port.answer(asked["seq"]) if asked["op"] in ops else act(port, asked)
    return {"question": question}


def answered_by(kind, value):
    return lambda port, asked: port.say({"seq": asked["seq"], kind: value})


def without_bye(act):
    return {"bye": lambda port: port.said_bye or act()}


NATS = {"ops": ["open", "carry"], "inject": []}


def promising(**changes):
    return greeting(formats={"nats-connect": NATS | changes})


INFINITE_LINE, INFINITE_LINES = b"x" * 65536, b"x\n" * 32768
CRASH = on_third(die(5))

BEHAVIOURS = {
    "honest": {},
    "slow": {"hello": lambda port: port.say(port.hello), "question": slowly},
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
    "buffered": {"write": hold, "bye": release},
    "buffered-answers": {"write": hold_answers, "bye": release},
    "no-line-feed": rewriting(lambda data: data.rstrip(b"\n")),
    "indented": rewriting(lambda data: json.dumps(json.loads(data), indent=2).encode() + b"\n"),
    "python-print": rewriting(lambda data: str(json.loads(data)).encode() + b"\n"),
    "in-a-list": rewriting(lambda data: b"[" + data.rstrip(b"\n") + b"]\n"),
    "utf-16": rewriting(lambda data: data.decode().encode("utf-16")),
    "latin-1": {"question": lambda port, asked: port.write(
        b'{"seq":"%s","refused":{"message":"\xfc"}}\n' % asked["seq"].encode())},
    "hello-unwrapped": {"hello": unwrapped},
    "endless-hello-line": {"hello": lambda port: endlessly(
        lambda port: port.write(INFINITE_LINE))(port, None)},
    "changing-hello": {"hello": changing},
    "no-language": greeting(port={"name": "x"}),
    "ability-list": greeting(formats={"nats-connect": ["open"]}),
    "unknown-op": promising(ops=["open", "forge"]),
    "no-ops": promising(ops=[]),
    "ops-text": promising(ops="open"),
    "unknown-inject": promising(inject=["time"]),
    "indistinct-list": greeting(cannotDistinguish=["policy/credentials"]),
    "indistinct-unknown": greeting(cannotDistinguish=[["policy/mood"]]),
    "unknown-choice": greeting(choices=["nats.always"]),
    "seq-missing": renamed(lambda seq: None),
    "seq-number": renamed(lambda seq: int(seq, 16)),
    "seq-cut": renamed(lambda seq: seq[:8]),
    "another-object": {"question": lambda port, _: port.say({"log": "asked"})},
    "result": answering(lambda *_: {"result": "x"}),
    "plain-number": accepting(lambda right: {name: {"int": 1} for name in right}),
    "odd-hex": accepting(lambda right: {name: {"hex": "6"} for name in right}),
    "plain-object": accepting(lambda right: {name: {"a": 1, "b": 2} for name in right}),
    "number-as-text": accepting(lambda right: {
        name: {"text": value["int"]} if "int" in value else value
        for name, value in right.items()}),
    "text-as-number": accepting(lambda right: {name: {"int": "7"} for name in right}),
    "other-member": accepting(lambda right: right | {"jwt": {"text": "x"}}),
    "accepts-nothing": accepting(lambda right: {}),
    "accepts-a-text": accepting(lambda right: "yes"),
    "empty-line": accepting(lambda right: {"line": {"text": ""}} if "line" in right else right),
    "stage-alone": refusing({"stage": "policy"}),
    "own-reason": refusing({"stage": "policy", "reason": "bad"}),
    "words-alone": refusing("bad"),
    "drops-together": greeting(inFlight=8) | {"question": dropping},
    "strict-dies": on_strange(lambda *_: os._exit(1)),
    "strict-crashes": on_strange(answered_by("crashed", {"type": "E"})),
    "unpromised-dies": on_unpromised(lambda *_: os._exit(1)),
    "unpromised-crashes": on_unpromised(answered_by("crashed", {"type": "KeyError"})),
    "unpromised-refuses": on_unpromised(answered_by("refused", {})),
    "unpromised-silent": on_unpromised(lambda *_: None),
    "stays-without-bye": without_bye(hang),
    "fails-without-bye": without_bye(die(1)),
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
            if message["seq"] not in port.answers:
                port.answers[message["seq"]] = {"seq": message["seq"]} | expected(message)
            does.get("question", lambda port, asked: port.answer(asked["seq"]))(port, message)
        else:
            port.said_bye = True
            break
    does.get("bye", lambda _: None)(port)


if __name__ == "__main__":
    main(*sys.argv[1:])
