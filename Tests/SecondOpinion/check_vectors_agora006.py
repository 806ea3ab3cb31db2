#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Computes the expected value of every vector of AccessToken 006 and of the keys before it again.

usage: check_vectors_agora006.py ASSAY VECTORS

It reads the files of vectors alone and shares no code with Assay: tokens are made and opened here
from the description of their layout.
"""

import sys

import agora006_reader as access
import agora_legacy_reader as legacy
from agora006_reader import LIFE, Refused
from recordings import Count
from vectors import members, rows, typed

# Seconds that an implementation's own clock can show.
CLOCKS = [1_600_000_000, 1_800_000_000, 4_200_000_000]


def token_006(vector, given, now):
    inject = members(vector.get("inject", {}))
    calls = access.function(given) if vector["op"] == "build" else given
    return access.built(calls, inject.get("salt", 0), inject.get("ts", now + LIFE))


def answer(vector, now):
    """What is made or opened here."""
    given = members(vector["in"])
    is_legacy = vector["id"].startswith("agora-legacy.")
    if vector["op"] == "open":
        return {"claims": (legacy if is_legacy else access).opened(given, now)}
    token = legacy.made(given, now) if is_legacy else token_006(vector, given, now)
    return {"token": token}


def clocks(vector):
    if vector.get("now") == "port":
        return CLOCKS
    return [typed(vector["now"]) if "now" in vector else 0]


def content(vector, token):
    """What a token says; what a clock or chance gave is left out where the port has its own."""
    if vector["id"].startswith("agora-legacy."):
        _, app, _, _ = token.split(b":")
        return {"app_id": app}
    told = access.told(access.read(token))
    drawn = {"salt", "ts"} if vector["compare"] == "invariants" else set()
    return {name: value for name, value in told.items() if name not in drawn}


def check_vector(vector, count):
    expect = vector["expect"]
    names = ["verdict", "stage", "reason", "field"]
    wanted = [expect[name] for name in names if name in expect]
    for now in clocks(vector):
        try:
            own, verdict = answer(vector, now), ["accept"]
        except Refused as error:
            own, verdict = None, ["reject", *error.args]
        count.check(verdict == wanted, vector, f"{wanted} is expected, here it is {verdict}")
        if own is not None and verdict == wanted:
            check_answer(vector, own, count)
    count.facts[f"{vector['id'].split('.')[0]} {vector['op']}: {expect['verdict']}"] += 1


def check_answer(vector, own, count):
    expected = members(vector["expect"]["answer"])
    told = expected.pop("content", None)
    if told is not None:
        same = told == content(vector, own["token"])
        count.check(same, vector, "the token tells something else here")
    if vector.get("compare") != "invariants":
        count.check(expected == own, vector, "the answer is another one here")


def main(_, folder):
    count = Count()
    for name in ("agora-006", "agora-legacy"):
        for vector in rows(folder, name):
            check_vector(vector, count)
    return count.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
