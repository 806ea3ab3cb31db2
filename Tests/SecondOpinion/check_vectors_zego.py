#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Confirms the expectation of every vector of token03 and token04, and of drawn cases.

usage: check_vectors_zego.py ASSAY VECTORS

Tokens are made and opened by zego_tokens.py, a second reading of the descriptions that shares no
code with Assay. Every expectation is also changed, and the change must be noticed.
"""

import copy
import pathlib
import sys
import time

from recordings import Count
from vectors import draw, load, same
from zego_tokens import (
    FORMS,
    LIFETIME,
    Refused,
    broken_besides,
    check_request,
    mint,
    open_token,
)

DRAWN = "400"
# Whoever reads a clock of its own has no part in these.
DRAWN_NAMES = {"nonce", "iv", "ctime", "expire", "create_time", "expire_time"}
UNFAITHFUL = "ciphertext.length"


def moment(vector):
    return int(time.time()) if vector.now == "port" else vector.now


def refusal(do):
    """What an action gives back, and the check that stops it."""
    try:
        return do(), None
    except Refused as stopped:
        return None, stopped.check


# --- opinions: each gives the words of what is wrong, or nothing


def minted(form, vector):
    """The answer that a request in contract gets."""
    nonce, now = vector.inject.get("nonce", 0), moment(vector)
    iv = vector.inject.get("iv", bytes(16))
    check_request(form, vector.input, nonce, now)
    if "iv" not in vector.inject:
        return None, {name: vector.input.get(name) for name in FORMS[form].names}
    token, content = mint(form, vector.input, nonce, iv, now)
    return token, {**content, "iv": iv.hex().encode()}


def on_minted(form, vector):
    answer, stopped = refusal(lambda: minted(form, vector))
    if stopped:
        yield f"a token is expected, but the request breaks {stopped}"
        return
    token, content = answer
    content["lifetime"] = vector.input[LIFETIME]
    if vector.compare == "invariants":
        content = {name: part for name, part in content.items() if name not in DRAWN_NAMES}
    if vector.answer.get("token") != token:
        yield f"another token: {token}"
    if not same(vector.answer.get("content"), content):
        yield f"another content: {content}"
    if set(vector.answer) - {"token", "content"}:
        yield f"an answer of {sorted(vector.answer)}"
    if vector.compare != ("content" if token else "invariants"):
        yield f"it is compared by {vector.compare}"


def on_opened(form, vector):
    found, stopped = refusal(lambda: open_token(form, vector.input, moment(vector)))
    if stopped:
        yield f"it is expected to open, but breaks {stopped}"
    elif not same(vector.answer, {"claims": found}):
        yield f"other claims: {found}"


def on_refused(action, allowed):
    def opinion(form, vector):
        _, stopped = refusal(lambda: action(form, vector))
        expected = tuple(vector.expect[name] for name in ("stage", "reason", "field"))
        if stopped != expected:
            yield f"{expected} is expected, {stopped} is broken"
        if vector.expect.get("alsoAllowed", []) != allowed(form, vector, expected):
            yield f"{vector.expect.get('alsoAllowed')} is allowed besides"

    return opinion


OPINIONS = {
    ("mint", "accept"): on_minted,
    # A faithful token may be given all the same, but a length that does not fit cannot be written.
    ("mint", "reject"): on_refused(
        minted, lambda form, vector, check: [] if check[1] == UNFAITHFUL else ["accept"]
    ),
    ("open", "accept"): on_opened,
    ("open", "reject"): on_refused(
        lambda form, vector: open_token(form, vector.input, moment(vector)),
        lambda form, vector, check: broken_besides(form, vector.input["token"], check),
    ),
}


def on_derivation(vector, known):
    """The parent is another question, which is accepted."""
    if vector.derived is None:
        return
    parent = known.get(vector.derived["parent"])
    if parent is None:
        yield "its parent is not there"
    elif parent.op != vector.op or parent.expect["verdict"] != "accept":
        yield "its parent is not accepted"
    elif (parent.input, parent.now) == (vector.input, vector.now):
        yield "it asks what its parent asks"


def opinion(form, vector, known):
    own = OPINIONS[vector.op, vector.expect["verdict"]](form, vector)
    return [*own, *on_derivation(vector, known)]


# --- the opinion would notice another expectation


def other(value):
    """A value that is not the given one, by as little as possible."""
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1]) if value else b" "
    if isinstance(value, bool) or not isinstance(value, (int, dict, list)):
        return not value
    if isinstance(value, int):
        return value + 1
    return {**value, "more": 1} if isinstance(value, dict) else [*value, 1]


def changed_answers(vector):
    """Each part of the answer changed."""
    for name, part in vector.answer.items():
        yield f"{name} changed", {"answer": {**vector.answer, name: other(part)}}
        for inner, value in part.items() if isinstance(part, dict) else ():
            for what, replaced in (("changed", other(value)), ("of another type", [value])):
                answer = {**vector.answer, name: {**part, inner: replaced}}
                yield f"{inner} {what}", {"answer": answer}
    if token := vector.answer.get("token"):
        middle = len(token) // 2
        flipped = token[:middle] + bytes([token[middle] ^ 1]) + token[middle + 1 :]
        yield "a byte of the token changed", {"answer": {**vector.answer, "token": flipped}}


def changed_checks(vector):
    for name in ("stage", "reason", "field"):
        yield f"another {name}", {"expect": {**vector.expect, name: "another"}}


ACCEPTED = {"verdict": "accept"}
REFUSED = {"verdict": "reject", "stage": "claims", "reason": "json.syntax", "field": "plaintext"}


def changes(vector):
    """Other expectations of the same question."""
    if vector.expect["verdict"] == "accept":
        yield from changed_answers(vector)
        yield "refused instead", {"expect": REFUSED}
    else:
        yield from changed_checks(vector)
        yield "accepted instead", {"expect": ACCEPTED, "answer": {}}
    if vector.derived:
        yield "a parent that is refused", {"derived": {"parent": vector.id}}
        yield "no such parent", {"derived": {"parent": "nobody"}}


def changed(vector, members):
    vector = copy.copy(vector)
    vars(vector).update(members)
    return vector


def check(form, vector, known, count):
    words = opinion(form, vector, known)
    count.check(not words, vector, "; ".join(words)[:300])
    count.facts[f"{form} {vector.op} {vector.expect['verdict']}"] += 1
    for what, members in changes(vector):
        noticed = opinion(form, changed(vector, members), known)
        count.check(noticed, vector, f"{what}, and nobody notices")
        count.facts["changes noticed"] += 1 if noticed else 0


def main(assay, folder):
    count = Count()
    for form in FORMS:
        vectors = load(pathlib.Path(folder), form)
        known = {vector.id: vector for vector in vectors}
        drawn = draw(assay, form, DRAWN)
        count.check(vectors and drawn, {"id": form}, "no vectors")
        for vector in vectors + drawn:
            check(form, vector, known, count)
    return count.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
