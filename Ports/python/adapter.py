# SPDX-License-Identifier: 0BSD
"""Speaks assay-port/1 for the code beside it. To test other code, import that and change FORMATS."""
import json, sys
import agora_006, agora_007, nacos_jwt, nats_connect, zego_04
from strict import Refused, from_bytes, is_text, to_bytes

# What an operation calls, with the arguments by name, the second that counts as now (None: the code's own
# clock) and what is injected. It returns the members of an answer, or raises Refused.
FORMATS = {
    "zego-04-cbc": {"mint": lambda given, now, drawn: {"token": zego_04.mint("cbc", given, now, **drawn)},
                    "open": lambda given, now, _: {"claims": zego_04.open_token("cbc", **given, now=now)}},
    "zego-04-gcm": {"mint": lambda given, now, drawn: {"token": zego_04.mint("gcm", given, now, **drawn)},
                    "open": lambda given, now, _: {"claims": zego_04.open_token("gcm", **given, now=now)}},
    "agora-006": {"mint": lambda given, now, drawn: {"token": agora_006.mint(given, now, **drawn)},
                  "reopen": lambda given, now, drawn: {"token": agora_006.mint(given, now, **drawn)},
                  "build": lambda given, now, drawn: {"token": agora_006.build(**given, now=now, **drawn)},
                  "open": lambda given, now, _: {"claims": agora_006.open_token(**given, now=now)}},
    "agora-007": {"mint": lambda given, now, drawn: {"token": agora_007.mint(given, now, **drawn)},
                  "reopen": lambda given, *_: {"token": agora_007.remake(**given)},
                  "build": lambda given, now, drawn: {"token": agora_007.build(**given, now=now, **drawn)},
                  "open": lambda given, now, _: {"claims": agora_007.open_token(**given, now=now)}},
    "nacos-jwt": {"mint": lambda given, now, _: {"token": nacos_jwt.mint(**given, now=now)},
                  "open": lambda given, now, _: nacos_jwt.open_token(**given, now=now)},
    "nats-connect": {"carry": lambda given, *_: {"line": nats_connect.carry(given)},
                     "open": lambda given, *_: nats_connect.open_given(**given)},
}
INJECT = {"zego-04-cbc": ["now", "nonce", "iv"], "zego-04-gcm": ["now", "nonce", "iv"],
          "agora-006": ["now", "salt", "ts"], "agora-007": ["now", "salt"], "nacos-jwt": ["now"]}


class Inexpressible(Exception): pass  # Python cannot state what is asked


def value(typed):
    match typed:
        case {"int": digits}: return int(digits)
        case {"float": digits}: return float(digits)
        case {"text": text}: return text
        case {"hex": digits}: return from_bytes(bytes.fromhex(digits))  # a str that encodes to them
        case {"repeat": text, "count": count}: return text * int(count)
        case {"members": members}: return {name: value(each) for name, each in members.items()}
        case [*values]: return [value(each) for each in values]
        case None | True | False: return typed
        case _: raise Inexpressible(f"a value that this adapter does not know: {typed}")


def typed(value):
    match value:
        case int(): return {"int": str(value)}
        case str(): return {"text": value} if is_text(value) else {"hex": to_bytes(value).hex()}
        case dict(): return {"members": {name: typed(each) for name, each in value.items()}}
        case list(): return [typed(each) for each in value]


def answer(question):
    if not (call := FORMATS.get(question["format"], {}).get(question["op"])):
        return {"unsupported": {"what": f"{question['format']} {question['op']}"}}
    try:
        given, drawn = (value({"members": question.get(name, {})}) for name in ("in", "inject"))
        members = call(given, None if question.get("now") == "port" else value(question.get("now")), drawn)
    except Inexpressible as error:
        return {"inexpressible": {"why": str(error)}}
    except Refused as refusal:
        return {"refused": vars(refusal)}
    except Exception as error:
        return {"crashed": {"type": type(error).__name__, "message": str(error)}}
    return {"accepted": {name: typed(each) for name, each in members.items()}}


for line in sys.stdin.buffer:
    message = json.loads(line)
    if "seq" in message:
        reply = {"seq": message["seq"]} | answer(message)
    elif "hello" in message:
        formats = {name: {"ops": list(ops), "inject": INJECT.get(name, [])} for name, ops in FORMATS.items()}
        port = {"name": "independent", "language": "python", "version": "1", "runtime": sys.version.split()[0]}
        reply = {"hello": message["hello"] | dict(protocol="assay-port/1", port=port, formats=formats, inFlight=16)}
    else: break
    print(json.dumps(reply), flush=True)
