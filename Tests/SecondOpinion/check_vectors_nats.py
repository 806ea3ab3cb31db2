#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Answers every vector of NATS itself, and holds the answers against the expected ones.

usage: check_vectors_nats.py ASSAY VECTORS

It reads the files of vectors and nothing else, and shares no code with Assay: addresses, CONNECT
lines and the decisions of a server are read here a second time, from their descriptions; bcrypt is
that of libcrypt.
"""

import re
import sys

from nats_admission import LONGEST_LINE, Refused, admit, parse_json
from recordings import Count
from vectors import members, rows

PLAIN = rb"A-Za-z0-9\-._~"
SCHEMES = (b"nats", b"tls", b"ws", b"wss")


def shown(value):
    """The same with texts as Python's own."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    if isinstance(value, list):
        return [shown(element) for element in value]
    if isinstance(value, dict):
        return {name: shown(member) for name, member in value.items()}
    return value


# --- addresses


def unescape(part):
    """A part of the user part: escapes once, and characters that stand for themselves."""
    if re.search(rb"%(?![0-9A-Fa-f]{2})", part):
        raise Refused("structure/url.escape")
    if re.search(rb"[^%%%s!$&'()*+;=:]" % PLAIN, part):
        raise Refused("structure/url.character")
    text = re.sub(rb"%(..)", lambda match: bytes.fromhex(match[1].decode()), part)
    try:
        text.decode()
    except UnicodeDecodeError:
        raise Refused("structure/url.escape") from None
    return text


def check_token(token):
    if b"\0" in token:
        raise Refused("policy/token.text")
    return token


def credentials_of(part):
    if b"@" in part:
        raise Refused("structure/url.character")
    if not part:
        raise Refused("structure/url.user")
    user, colon, password = part.partition(b":")
    found = unescape(user), unescape(password)
    if colon and not found[0] and found[1]:
        raise Refused("structure/url.user")
    if colon:
        return {"auth_token": b"", "user": found[0], "pass": found[1]}
    return {"auth_token": check_token(found[0]), "user": b"", "pass": b""}


def read_address(url):
    """One address; what separates it from another is no part of a port."""
    scheme, mark, rest = url.partition(b"://")
    scheme, rest = (scheme.lower(), rest) if mark else (b"nats", url)
    if scheme not in SCHEMES:
        raise Refused("structure/url.scheme")
    authority = re.match(rb"[^/?#]*", rest)[0]
    found = {"auth_token": b"", "user": b"", "pass": b""}
    part, at, place = authority.rpartition(b"@")
    if at:
        found = credentials_of(part)
    host = re.fullmatch(rb"\[([%s:]+)\](.*)|([%s]+)((?::.*)?)" % (PLAIN, PLAIN), place, re.S)
    if not host:
        raise Refused("structure/url.host")
    port = host[2] if host[1] else host[4]
    if port and not (re.fullmatch(rb":\d+", port) and 0 < int(port[1:]) < 65536):
        raise Refused("structure/url.port")
    if rest[len(authority):] not in (b"", b"/"):
        raise Refused("structure/url.path")
    number = int(port[1:]) if port else 4222
    return found | {"scheme": scheme, "host": host[1] or host[3], "port": number}


# --- lines


def read_line(line):
    """The credentials of a CONNECT line, whose end may be missing."""
    if line[:7].upper() != b"CONNECT":
        raise Refused("structure/verb")
    argument, _, rest = line[7:].lstrip(b" \t").partition(b"\n")
    if rest:
        raise Refused("structure/line.trailing")
    argument = argument.removesuffix(b"\r")
    if len(argument) > LONGEST_LINE:
        raise Refused("structure/line.length")
    try:
        pairs = parse_json(argument)
    except ValueError:
        pairs = None
    if not isinstance(pairs, tuple):
        raise Refused("structure/json.syntax")
    found = {"auth_token": b"", "user": b"", "pass": b""}
    for name, value in pairs:
        if name.lower() in found and value is not None:
            if not isinstance(value, str):
                raise Refused("claims/member.type")
            found[name.lower()] = value.encode("utf-8", "surrogatepass")
    return found


# --- what a client sends


def check_option(name, value):
    if value is None:
        return
    if not isinstance(value, bytes):
        raise Refused("claims/member.type")
    if not value and name in ("token", "token_handler_returns"):
        raise Refused("policy/token.empty")
    try:
        value.decode()
    except UnicodeDecodeError:
        raise Refused("policy/token.text") from None
    check_token(value)


def carry(asked):
    """What a faithful client sends for an address of one server and options in one place."""
    options = {name: value for name, value in asked.items() if name != "url" and value is not None}
    for name, value in options.items():
        check_option(name, value)
    if asked["url"].endswith(b","):
        raise Refused("structure/url.host")
    found = read_address(asked["url"])
    sent = {name: found[name] for name in ("auth_token", "user", "pass")}
    kinds = [any(sent.values()), "token" in options, bool({"user", "pass"} & set(options)),
             "token_handler_returns" in options]
    if sum(kinds) > 1:
        raise Refused("policy/credentials")
    if any(sent.values()):
        return sent
    token = options.get("token", options.get("token_handler_returns", b""))
    if len(token) > LONGEST_LINE:
        raise Refused("policy/line.length")
    return {"auth_token": token, "user": options.get("user", b""), "pass": options.get("pass", b"")}


# --- vectors


def answer(vector):
    asked = members(vector["in"])
    if vector["op"] == "carry":
        return {"content": carry(asked) | {"otherLines": []}}
    if vector["op"] == "admit":
        sends = [bytes.fromhex(text.decode()) for text in asked.get("sendsHex", [asked["connectHex"]])]
        lines = admit(shown(asked["config"]), sends, asked["ping"], asked.get("waitSeconds", 3.0))
        return {"lines": lines, "closed": False, "authRequired": True, "content": {"admitted": True}}
    return read_address(asked["url"]) if "url" in asked else read_line(asked["line"])


def check_carried_line(vector, expected, count):
    """The line of an expected answer says what its content says."""
    try:
        said = read_line(expected["line"] if "line" in expected else bytes.fromhex(expected["lineHex"].decode()))
    except Refused as refused:
        return count.check(False, vector, f"its line is refused by {refused.check}")
    count.check(said | {"otherLines": []} == expected["content"], vector, f"its line says {said}")


def check_accepted(vector, found, count):
    expected = members(vector["expect"]["answer"])
    if vector["op"] == "carry":
        check_carried_line(vector, expected, count)
    for name, value in shown(found).items():
        wanted = shown(expected).get(name)
        count.check(wanted == value, vector, f"{name}: {wanted!r} is expected, here it is {value!r}")


def check(vector, count):
    expect = vector["expect"]
    wanted = None if expect["verdict"] == "accept" else f"{expect['stage']}/{expect['reason']}"
    try:
        found = answer(vector)
    except Refused as refused:
        return count.check(
            refused.check == wanted, vector, f"{wanted or 'accept'} is expected, here {refused.check} refuses")
    if wanted:
        return count.check(False, vector, f"{wanted} is expected, here it is accepted: {found}")
    check_accepted(vector, found, count)


def main(_, vectors):
    count = Count()
    for name in ("nats-connect", "nats-admission"):
        known = {vector["id"]: vector for vector in rows(vectors, name)}
        for vector in known.values():
            check(vector, count)
            parent = known.get(vector.get("derivedFrom", {}).get("parent", vector["id"]))
            count.check(
                parent is vector or parent["expect"]["verdict"] == "accept", vector, "its parent is no valid vector")
    return count.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
