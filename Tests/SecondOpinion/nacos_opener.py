# SPDX-License-Identifier: MIT
"""A server of Nacos as its documentation has it: access tokens, and decisions on requests.

It names the stage and the reason of every refusal, and shares no code with Assay.
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
from urllib.parse import parse_qsl, unquote_to_bytes

ALGORITHMS = {
    "HS256": (hashlib.sha256, 32), "HS384": (hashlib.sha384, 48), "HS512": (hashlib.sha512, 64),
}
ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
LONGEST = (1 << 63) - 1
DEEPEST = 512
LOGINS = {"/nacos/v1/auth/login", "/nacos/v1/auth/users/login", "/nacos/v3/auth/user/login"}


class Refused(Exception):
    pass


# --- base64 and JSON


def key_of(text):
    """The bytes of a configured key."""
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = None
    if key is None or base64.b64encode(key) != text:
        raise Refused("encoding/secret.base64")
    if len(key) < 32:
        raise Refused("policy/secret.length")
    return key


def written(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def unwritten(text):
    """The bytes of base64url without padding, or None where it is something else."""
    if re.search(rb"[^A-Za-z0-9_-]", text) or len(text) % 4 == 1:
        return None
    data = base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))
    return data if written(data) == text else None


class Pairs(list):
    """The members of an object in their order."""


def refuse_word(word):
    raise ValueError(word)


def depth(text):
    """How deep lists and objects stand in one another; strings are passed over."""
    deepest = level = 0
    for mark in re.sub(r'"(?:\\.|[^"\\])*"', "", text, flags=re.S):
        level += (mark in "[{") - (mark in "]}")
        deepest = max(deepest, level)
    return deepest


def json_of(data):
    """A value with objects as pairs; bytes that are not UTF-8 become lone surrogates."""
    text = data.decode("utf-8", "surrogateescape")
    if depth(text) > DEEPEST:
        raise ValueError("too deep")
    if text.strip(" \t\r\n") != text.strip():
        raise ValueError("a blank that JSON does not have")
    return json.loads(text, object_pairs_hook=Pairs, parse_constant=refuse_word)


def is_unicode(text):
    return not any("\ud800" <= char < "\ue000" for char in text)


# --- tokens


def header_of(name):
    return written(b'{"alg":"%s"}' % name.encode())


def signature(name, key, signed):
    return written(hmac.new(key, signed, ALGORITHMS[name][0]).digest())


def algorithm_for(key):
    return [name for name, (_, least) in ALGORITHMS.items() if len(key) >= least][-1]


def mint(user, life, now, secret):
    """The documented token, to the byte."""
    key = key_of(secret)
    if not user:
        raise Refused("claims/user.text")
    try:
        text = user.decode()
    except UnicodeDecodeError:
        raise Refused("claims/user.text") from None
    if not -LONGEST - 1 <= now + life <= LONGEST:
        raise Refused("time/lifetime.range")
    escaped = "".join(
        ESCAPES.get(char) or ("\\u%04X" % ord(char) if char < " " else char) for char in text)
    payload = '{"sub":"%s","exp":%d}' % (escaped, now + life)
    name = algorithm_for(key)
    signed = header_of(name) + b"." + written(payload.encode())
    return signed + b"." + signature(name, key, signed)


def algorithm_of(header):
    for name in ALGORITHMS:
        if header == header_of(name):
            return name
    data = unwritten(header)
    if data is None:
        raise Refused("encoding/base64")
    try:
        members = json_of(data)
    except ValueError:
        raise Refused("structure/header") from None
    if not isinstance(members, Pairs):
        raise Refused("structure/header")
    named = [value for name, value in members if name == "alg"][:1]
    if not named or not isinstance(named[0], str) or named[0] not in ALGORITHMS:
        raise Refused("crypto/algorithm")
    raise Refused("structure/header")


def one(members, name):
    found = [value for other, value in members if other == name]
    if len(found) > 1:
        raise Refused("claims/member.duplicate")
    return found[0] if found else None


def claims_of(payload):
    data = unwritten(payload)
    if data is None:
        raise Refused("encoding/base64")
    try:
        members = json_of(data)
    except ValueError:
        raise Refused("structure/json.syntax") from None
    if not isinstance(members, Pairs):
        raise Refused("structure/member.type")
    user, end = one(members, "sub"), one(members, "exp")
    if user is None or user == "":
        raise Refused("claims/member.missing")
    if not isinstance(user, str) or not is_unicode(user):
        raise Refused("claims/member.type")
    if end is None:
        raise Refused("claims/member.missing")
    if type(end) is not int or not -LONGEST - 1 <= end <= LONGEST:
        raise Refused("claims/member.type")
    return user, end


def open_token(token, secret, now):
    """The user, the end and the algorithm."""
    key = key_of(secret)
    if not token.strip(bytes(range(0x21))):
        raise Refused("encoding/blank")
    parts = token.split(b".")
    if len(parts) != 3:
        raise Refused("structure/parts")
    name = algorithm_of(parts[0])
    if signature(name, key, parts[0] + b"." + parts[1]) != parts[2]:
        raise Refused("crypto/signature")
    user, end = claims_of(parts[1])
    if end < now:
        raise Refused("time/expired")
    return user, end, name


# --- requests


class Request:
    def __init__(self, raw):
        head, self.body = raw.split(b"\r\n\r\n", 1)
        first, *lines = head.split(b"\r\n")
        self.method, target, _ = first.split(b" ")
        path, _, query = target.partition(b"?")
        segments = [part.split(b";")[0] for part in path.split(b"/")]
        self.path = unquote_to_bytes(b"/".join(segments)).decode()
        pairs = (line.split(b":", 1) for line in lines)
        self.fields = [(name.lower().decode(), value.strip(b" \t").decode()) for name, value in pairs]
        self.parameters = self.pairs(query) + self.form()

    def field(self, name):
        return next((value for other, value in self.fields if other == name.lower()), None)

    def form(self):
        kind = (self.field("content-type") or "").split(";")[0].strip()
        is_form = self.method == b"POST" and kind == "application/x-www-form-urlencoded"
        return self.pairs(self.body) if is_form else []

    def pairs(self, text):
        return parse_qsl(text.decode(), keep_blank_values=True)

    def parameter(self, name):
        return next((value for other, value in self.parameters if other == name), None)

    def token(self):
        """The first that is not blank: the field before the parameter."""
        field = self.field("authorization") or ""
        found = [field[7:]] if field.startswith("Bearer ") else []
        found += [value for name, value in self.parameters if name == "accessToken"]
        return next((value for value in found if value.strip()), None)


def decide(request, world):
    """What the server answers where it serves: its status, and what a login gives."""
    secret, now, users = world["secretKey"].encode(), world["now"], world["users"]
    if request.method == b"POST" and request.path in LOGINS:
        return log_in(request, world)
    peer = world["serverIdentity"]
    if request.field(peer["key"]) == peer["value"]:
        return {"status": 200}
    token = request.token()
    if token is None:
        raise Refused("structure/token.missing")
    user, _, _ = open_token(token.encode(), secret, now)
    if users.get(user, {}).get("role") is None:
        raise Refused("policy/permission")
    return {"status": 200}


def log_in(request, world):
    user, password = request.parameter("username"), request.parameter("password")
    account = world["users"].get(user)
    if account is None or account["password"] != password:
        raise Refused("policy/password")
    life = world["tokenExpireSeconds"]
    token = mint(user.encode(), life, world["now"], world["secretKey"].encode())
    body = {
        "accessToken": token.decode(), "tokenTtl": life,
        "globalAdmin": account["role"] == "ROLE_ADMIN", "username": user,
    }
    return {"status": 200, "body": body}
