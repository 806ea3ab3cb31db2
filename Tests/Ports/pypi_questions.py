# SPDX-License-Identifier: MIT
"""What the ports of PyPI packages promise and no vector shows: what they draw by themselves, and
that an answer is the package's own."""

import base64
import json
import struct
import time

DAY = 86400
IDENTIFIER = {"text": "970CA35de60c44645bbae8a215061b33"}
MOST = 99999999


def build(**more):
    args = [IDENTIFIER, IDENTIFIER, {"text": "room"}, {"int": "7"}, {"int": "1"}, {"int": "0"}]
    entry = {"text": "006.rtc.buildTokenWithUid"}
    return {"format": "agora-006", "op": "build", "in": {"entry": entry, "args": args}} | more


def salt_and_end(message):
    content = base64.b64decode(message["accepted"]["token"]["text"][35:])
    return struct.unpack_from("<II", content, 2 + 32 + 4 + 4 + 2)


def drawing(want, port):
    """Salt and time are the package's own wherever a test gives none, also after it gave some."""
    given = {"salt": {"int": "1234567890"}, "ts": {"int": "1111111"}}
    questions = [build(now="port")] * 20 + [build(inject=given)] + [build(now="port")] * 20
    found = [salt_and_end(message) for message in port.ask(questions)[1:]]
    injected = found.pop(20)
    want(injected == (1234567890, 1111111), "injected", injected)
    salts = {salt for salt, _ in found}
    want(len(salts) >= 39, "salts repeat", salts)
    want(all(1 <= salt <= MOST for salt in salts), "salts", salts)
    want(all(abs(end - DAY - time.time()) < 30 for _, end in found), "ends", found)


def carry(**given):
    return {"format": "nats-connect", "op": "carry",
            "in": {name: {"text": text} for name, text in given.items()}}


def connecting(want, port):
    """The line is what the client sent on a connection, and there is none without a server."""
    questions = [
        carry(url="nats://first@127.0.0.1:4222"), carry(url="nats://second@127.0.0.1:1"),
        carry(url="nats://127.0.0.1:4222", token="third")]
    hello, first, second, third = port.ask(questions)
    for message, token in ((first, "first"), (third, "third")):
        verb, _, text = message["accepted"]["line"]["text"].partition(" ")
        sent = json.loads(text)
        said = verb, sent["auth_token"], sent["lang"], sent["version"]
        want(said == ("CONNECT", token, "python3", hello["hello"]["port"]["version"]), said)
    want("no server" in second["refused"]["message"], second)
