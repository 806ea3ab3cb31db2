#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `assay predict` writes with the NATS recordings, reads every recorded CONNECT line
itself, and holds its own verdicts against those of `assay verify`.

usage: check_nats.py ASSAY RECORDINGS

It shares no code with Assay: JSON is read by the standard library, bcrypt is that of libcrypt.
"""

import ctypes
import json
import pathlib
import re
import sys
import urllib.parse

from recordings import Count, check_predictions, read_rows, verdicts_of

LONGEST_LINE = 4096


def plain(value):
    """A recorded value as Python has it; None for text that is not Unicode."""
    if not isinstance(value, dict):
        return value
    if "repeat" in value:
        return value.get("before", "") + value["repeat"] * value["count"] + value.get("after", "")
    return None


# --- what a client sends


def token_asked_for(asked):
    """The token that a client must send; None where the question is not that simple."""
    if asked.get("user") or asked.get("pass") or asked.get("token_handler_returns") is not None:
        return None
    url, option = plain(asked["url"]), plain(asked["token"])
    found = re.fullmatch(r"nats://(?:([A-Za-z0-9._~%-]+)@)?127\.0\.0\.1:4222", url or "")
    if not found or (found[1] is None) == (option is None):
        return None
    if found[1] is None:
        return option if isinstance(option, str) and option else None
    if re.search(r"%(?![0-9A-Fa-f]{2})", found[1]):
        return None
    try:
        return urllib.parse.unquote(found[1], errors="strict")
    except UnicodeDecodeError:
        return None


def is_usual(token):
    fits = token and len(json.dumps(token)) < LONGEST_LINE // 2
    return fits and not any(char < " " or "\ud800" <= char < "\ue000" for char in token)


def members_of(line):
    verb, _, rest = line.partition(" ")
    try:
        members = json.loads(rest)
    except ValueError:
        return None
    return members if verb == "CONNECT" and isinstance(members, dict) else None


def sent_line(row):
    if "lineHex" in row:
        return bytes.fromhex(row["lineHex"]).decode("utf-8", "replace")
    return plain(row.get("line"))


def check_carried(row, judged, count):
    token = token_asked_for(row["input"])
    if row["outcome"] == "unsupported" or token is None or not is_usual(token):
        return
    members = members_of(sent_line(row) or "")
    faithful = row["outcome"] == "ok" and bool(members) and members.get("auth_token") == token
    faithful = faithful and not members.get("user") and not members.get("pass")
    count.check(judged["contract"] == "in", row, "is out of contract")
    words = f"{'the token' if faithful else 'something else'} was sent: {judged['verdict']}"
    count.check(faithful == (judged["verdict"] == "agrees"), row, words)


# --- what a server decides

libcrypt = ctypes.CDLL("libcrypt.so.1")
libcrypt.crypt.restype = ctypes.c_char_p
HASH = re.compile(r"\$2[aby]\$(0[4-9]|1[0-2])\$[./A-Za-z0-9]{53}")
# Members without which or with which a client is let in all the same, and their types.
HARMLESS = {
    "verbose": bool, "pedantic": bool, "lang": str, "version": str, "name": str, "echo": bool,
    "protocol": int,
}


def is_right(configured, given):
    if not configured.startswith("$2"):
        return configured == given
    if not HASH.fullmatch(configured) or "\0" in given or len(given.encode()) > 72:
        return None
    return libcrypt.crypt(given.encode(), configured.encode()) == configured.encode()


def is_other_hash(configured):
    """A hash that is not documented: a server may take it, and need not."""
    return configured.startswith("$2") and not configured.startswith("$2a$")


def admission(asked):
    """Whether the client must be let in; None where the question is not that simple."""
    config = asked["config"]
    configured = plain(config.get("token"))
    simple = isinstance(configured, str) and "\\" not in configured and '"' not in configured
    if not simple or config["conf"] != 'authorization { token: "%s" }\n' % configured:
        return None
    if config["args"] or config["env"] or not isinstance(asked.get("connectHex"), str) or asked.get("sendsHex"):
        return None
    line = bytes.fromhex(asked["connectHex"])
    if not asked["ping"] or not line.startswith(b"CONNECT {") or not line.endswith(b"}\r\n"):
        return None
    if b"\r" in line[:-2] or b"\n" in line[:-2] or len(line) > LONGEST_LINE:
        return None
    try:
        pairs = json.loads(line[8:-2].decode(), object_pairs_hook=list)
    except (ValueError, UnicodeDecodeError):
        return None
    members = dict(pairs)
    token = members.pop("auth_token", None)
    known = all(type(value) is HARMLESS.get(name) for name, value in members.items())
    if len(members) + 1 != len(pairs) or not known or members.get("protocol", 1) not in (0, 1):
        return None
    return is_right(configured, token) if isinstance(token, str) and token.isprintable() and token else None


def check_admitted(row, judged, count):
    wanted = admission(row["input"])
    if wanted is None:
        return
    right = wanted == (row["outcome"] == "ok")
    if wanted and is_other_hash(plain(row["input"]["config"]["token"])):
        return
    count.check(judged["contract"] == "in", row, "is out of contract")
    words = f"let in: must be {wanted}, {row['outcome']} is recorded, the judge says {judged['verdict']}"
    count.check(right == (judged["verdict"] == "agrees"), row, words)


# --- predictions


def without_version(row):
    line = sent_line(row)
    return line and re.sub(r'("version":\s*")[^"]*"', r'\1"', line)


def error_of(row):
    error = row.get("error") or {}
    code = error.get("code")
    return code if code is not None else (error.get("type") or error.get("class"))


CONNECT_MEMBERS = {
    "outcome": lambda row: row["outcome"],
    "otherLines": lambda row: row.get("otherLines"),
    "error": error_of,
}
ADMISSION_MEMBERS = {
    "outcome": lambda row: row["outcome"],
    "lines": lambda row: row.get("lines"),
    "closed": lambda row: row.get("closed"),
    "authRequired": lambda row: row.get("authRequired"),
}
# It writes the members of its lines in a random order.
UNORDERED = {"swift"}
# The rows of a client that draws one of several servers.
FEW = 2


def drawn_rows(client, judged):
    """The rows that the judge says are foreseen in their meaning alone."""
    if client in UNORDERED:
        return frozenset()
    return {row["id"] for row in judged.values() if row["prediction"] == "meaning"}


def main(assay, recordings):
    count = Count()
    for path in sorted(pathlib.Path(recordings, "nats-connect").glob("*.jsonl")):
        members = dict(CONNECT_MEMBERS)
        if path.stem not in UNORDERED:
            members["line"] = without_version
        judged = verdicts_of(assay, path)
        drawn = drawn_rows(path.stem, judged)
        count.check(len(drawn) <= FEW, {"id": path.stem}, f"{len(drawn)} rows are not foreseen in bytes")
        check_predictions(assay, path, members, count, drawn)
        for row in read_rows(path):
            check_carried(row, judged[row["id"]], count)
    for path in sorted(pathlib.Path(recordings, "nats-admission").glob("*.jsonl")):
        check_predictions(assay, path, ADMISSION_MEMBERS, count)
        judged = verdicts_of(assay, path)
        for row in read_rows(path):
            check_admitted(row, judged[row["id"]], count)
    return count.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
