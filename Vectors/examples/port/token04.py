# SPDX-License-Identifier: 0BSD
"""A port under test: ZEGO token04 in its GCM form, opened and minted strictly, with PyPI `cryptography`.

The clauses that it follows are those of zego-04-gcm/clauses.json.
"""
import base64
import json
import os
import time

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MEMBERS = ["app_id", "user_id", "nonce", "ctime", "expire", "payload"]
INT64 = 2**63 - 1
DEPTH = 64


class Refused(Exception):
    def __init__(self, stage, reason):
        super().__init__(f"{stage}/{reason}")
        self.stage, self.reason = stage, reason


def check(condition, stage, reason):
    if not condition:
        raise Refused(stage, reason)


def open_token(token, secret, now=None, app_id=None, user_id=None, room_id=None):
    """The claims of a token. Texts that are not UTF-8 come with `surrogateescape`."""
    cipher = AESGCM(key(secret))
    header, iv, sealed = fields(decoded(token))
    try:
        plaintext = cipher.decrypt(iv, sealed, None)
    except InvalidTag:
        raise Refused("crypto", "tag") from None
    claims = read_claims(plaintext)
    check(header == claims["expire"], "claims", "expire.mismatch")
    check(now is None or now < claims["expire"], "time", "expired")
    check(app_id is None or app_id == claims["app_id"], "policy", "app-id")
    check(user_id is None or user_id == claims["user_id"], "policy", "user-id")
    check(room_id is None or room_id == room(claims["payload"]), "policy", "room-id")
    return claims


def key(secret):
    check(type(secret) is str, "policy", "member.type")
    key = secret.encode("utf-8", "surrogateescape")
    check(len(key) == 32, "policy", "secret.length")
    return key


def decoded(token):
    """What decodes has to encode to the same text: so no blank, no loose padding, no spare bit passes."""
    check(token.startswith("04"), "encoding", "prefix")
    try:
        data = base64.b64decode(token[2:].encode("ascii"), validate=True)
    except ValueError:
        raise Refused("encoding", "base64") from None
    check(base64.b64encode(data).decode() == token[2:], "encoding", "base64")
    return data


def fields(data):
    """expire | iv-length | iv | ciphertext-length | ciphertext and tag | mode"""

    def take(count):
        nonlocal data
        check(len(data) >= count, "structure", "truncated")
        part, data = data[:count], data[count:]
        return part

    expire = int.from_bytes(take(8), "big", signed=True)
    check(int.from_bytes(take(2), "big") == 12, "structure", "iv.length")
    iv = take(12)
    length = int.from_bytes(take(2), "big")
    check(length >= 16, "structure", "ciphertext.length")
    sealed = take(length)
    check(take(1) == b"\x01", "structure", "mode")
    check(not data, "structure", "trailing")
    return expire, iv, sealed


class Members(list):
    """The members of an object as they stand, repeated ones too."""


class Lexeme(str):
    """An integer as it is written: Python limits how many digits it converts."""


def read_json(text):
    """Every member, integers apart from other numbers, and nothing that RFC 8259 does not have."""

    def no_json(_):
        raise ValueError

    def depth(value):
        inner = [v for _, v in value] if isinstance(value, Members) else value
        return 1 + max(map(depth, inner), default=0) if isinstance(value, list) else 1

    try:
        value = json.loads(
            text, object_pairs_hook=Members, parse_int=Lexeme, parse_constant=no_json)
        check(depth(value) <= DEPTH, "claims", "json.syntax")
        return value
    except (ValueError, RecursionError):
        raise Refused("claims", "json.syntax") from None


def is_text(value):
    """No byte that is not UTF-8 and no surrogate alone."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_claims(plaintext):
    members = read_json(plaintext.decode("utf-8", "surrogateescape"))
    check(isinstance(members, Members), "claims", "json.syntax")
    claims = {}
    for name, value in members:
        check(name in MEMBERS, "claims", "member.unknown")
        check(name not in claims, "claims", "member.duplicate")
        claims[name] = value
    check(len(claims) == len(MEMBERS), "claims", "member.missing")

    def integer(name, low, high):
        check(type(claims[name]) is Lexeme, "claims", "member.type")
        check(len(claims[name]) <= 20, "claims", "member.range")
        claims[name] = int(claims[name])
        check(low <= claims[name] <= high, "claims", "member.range")

    def text(name):
        check(type(claims[name]) is str, "claims", "member.type")
        check(is_text(claims[name]), "claims", "json.text")

    integer("app_id", 1, 2**32 - 1)
    text("user_id")
    integer("nonce", -2**31, 2**31 - 1)
    integer("ctime", 0, INT64)
    integer("expire", 0, INT64)
    text("payload")
    check(claims["user_id"], "claims", "member.range")
    return claims


def room(payload):
    """The room that a payload is for."""
    try:
        members = read_json(payload)
    except Refused:
        raise Refused("policy", "json.syntax") from None
    room = dict(members) if isinstance(members, Members) else {}
    check(not room or len(room) == len(members), "policy", "member.duplicate")
    name = room.get("room_id")
    check(type(name) is str and name and is_text(name), "policy", "member.range")
    privilege = room.get("privilege")
    keys = [key for key, _ in privilege] if isinstance(privilege, Members) else []
    check(sorted(keys) in (["1"], ["2"], ["1", "2"]), "policy", "privilege")
    check(all(type(v) is Lexeme and v in ("0", "1") for _, v in privilege), "policy", "privilege")
    streams = room.get("stream_id_list")
    check(streams is None or type(streams) is list, "policy", "stream-ids")
    check(all(type(stream) is str for stream in streams or []), "policy", "stream-ids")
    return name


def mint_token(arguments, now=None, nonce=None, iv=None):
    """A token for the arguments; the time, the nonce and the IV are given by tests alone."""
    app_id, user_id = arguments.get("app_id"), arguments.get("user_id")
    check(type(app_id) is int and type(user_id) is str, "policy", "member.type")
    check(1 <= app_id < 2**32, "policy", "member.range")
    check(is_text(user_id), "policy", "json.text")
    lengths = len(user_id.encode()), len(user_id.encode("utf-16-le")) // 2
    check(user_id and min(lengths) <= 64, "policy", "member.range")
    cipher = AESGCM(key(arguments.get("secret")))
    seconds = arguments.get("effective_time_in_seconds")
    check(type(seconds) is int, "policy", "member.type")
    ctime = int(time.time()) if now is None else now
    check(0 < seconds <= INT64 - ctime, "policy", "member.range")
    check("payload" in arguments, "policy", "member.missing")
    payload = arguments["payload"]
    check(type(payload) is str, "policy", "member.type")
    check(is_text(payload), "policy", "json.text")
    if nonce is None:
        nonce = int.from_bytes(os.urandom(4), "big", signed=True)
    iv = iv or os.urandom(12)
    values = app_id, user_id, nonce, ctime, ctime + seconds, payload
    plaintext = json.dumps(dict(zip(MEMBERS, values)), ensure_ascii=False, separators=(",", ":"))
    sealed = cipher.encrypt(iv, plaintext.encode(), None)
    check(len(sealed) <= 65535, "policy", "ciphertext.length")
    data = b"".join([
        (ctime + seconds).to_bytes(8, "big"), len(iv).to_bytes(2, "big"), iv,
        len(sealed).to_bytes(2, "big"), sealed, b"\x01"])
    return "04" + base64.b64encode(data).decode()
