#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Answers every vector of Nacos itself, and holds the answers against the expected ones.

usage: check_vectors_nacos.py ASSAY VECTORS

It reads the files of vectors and nothing else, and shares no code with Assay. Tokens are made to the
byte; PyJWT confirms the signature of each that is accepted, and that of none which is refused for it.
"""

import json
import sys
import warnings

import jwt

from nacos_opener import ALGORITHMS, Refused, Request, decide, key_of, mint, open_token
from recordings import Count
from vectors import members, rows, typed

# What a server shows on its own clock holds at any time.
SOME_TIME = 1704067200


def shown(value):
    """The same with texts as Python's own."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    if isinstance(value, dict):
        return {name: shown(member) for name, member in value.items()}
    return value


def second_of(vector):
    now = vector["now"]
    return SOME_TIME if now == "port" else typed(now)


# --- answers


def minted(vector):
    asked = members(vector["in"])
    token = mint(
        asked["user"] or b"", asked["expire_seconds"], second_of(vector), asked["secret_key"])
    return {"token": token}


def opened(vector):
    asked = members(vector["in"])
    user, end, name = open_token(asked["token"], asked["secret_key"], second_of(vector))
    return {
        "claims": {"username": user.encode()}, "expireTime": end, "alg": name.encode(),
    }


def decided(vector):
    return decide(Request(members(vector["in"])["raw_request"]), shown(members(vector.get("world"))))


ANSWERS = {"mint": minted, "open": opened, "authorize": decided}


# --- checks


def check(vector, count):
    expect = vector["expect"]
    try:
        answer, refusal = ANSWERS[vector["op"]](vector), None
    except Refused as error:
        answer, refusal = None, str(error)
    if expect["verdict"] == "reject":
        wanted = f"{expect['stage']}/{expect['reason']}"
        count.check(refusal == wanted, vector, f"{wanted} is expected, {refusal or answer} found")
    elif refusal:
        count.check(False, vector, f"refused by {refusal}")
    else:
        check_answer(vector, answer, members(expect["answer"]), count)
    if vector["op"] == "open":
        check_signature(vector, refusal, count)


def check_answer(vector, answer, wanted, count):
    if vector["op"] == "authorize":
        body = json.loads(wanted["body"]) if "body" in wanted else None
        found = {"status": answer["status"], "body": answer.get("body")}
        count.check(
            found == {"status": wanted["status"], "body": body}, vector, f"{found} is found")
        return
    if vector.get("compare") == "invariants":
        asked = members(vector["in"])
        content = shown(wanted["content"])
        count.check(content == {"sub": shown(asked["user"])}, vector, f"{content} for the user")
        return
    content = wanted.pop("content", None)
    count.check(answer == wanted, vector, f"{wanted} is expected, {answer} found")
    if content is not None:
        asked = members(vector["in"])
        right = {"sub": asked["user"], "exp": second_of(vector) + asked["expire_seconds"]}
        count.check(content == right, vector, f"the content {content} is not that of the question")
        count.check(verified(answer["token"], key_of(asked["secret_key"])), vector, "PyJWT refuses it")


def check_signature(vector, refusal, count):
    """Whether PyJWT agrees; it reads a signature that is written in another base64."""
    asked = members(vector["in"])
    is_rewritten = vector.get("derivedFrom", {}).get("edit") == "nacos.edit.base64"
    if refusal not in (None, "crypto/signature") or refusal and is_rewritten:
        return
    agrees = verified(asked["token"], key_of(asked["secret_key"])) == (refusal is None)
    count.check(agrees, vector, "PyJWT thinks otherwise of the signature")


def verified(token, key):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            jwt.decode(
                token, key, algorithms=list(ALGORITHMS),
                options={"verify_exp": False, "verify_nbf": False, "verify_iat": False})
        except jwt.InvalidTokenError:
            return False
    return True


def main(_assay, folder):
    count = Count()
    for name in ("nacos-jwt", "nacos-http"):
        for vector in rows(folder, name):
            count.facts[f"{name} {vector['op']}: {vector['expect']['verdict']}"] += 1
            check(vector, count)
    return count.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
