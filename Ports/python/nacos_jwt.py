# SPDX-License-Identifier: 0BSD
"""The accessToken of a Nacos server: header | . | payload | . | signature, each in base64url."""
import hashlib
import hmac
import time

from strict import (
    Members, Refused, check, from_base64, from_base64url, is_integer, is_text, read_json, to_base64url,
    to_bytes, write_json)

INT64 = 2**63 - 1
DEPTH = 64
HASHES = {"HS512": (64, hashlib.sha512), "HS384": (48, hashlib.sha384), "HS256": (32, hashlib.sha256)}


def mint(secret_key, user, expire_seconds, now=None):
    """The token of a login: the strongest algorithm that the key allows, good for the seconds."""
    key = key_of(secret_key)
    check(is_text(user) and user, "claims", "user.text", "sub")
    now = int(time.time()) if now is None else now
    fits = is_integer(expire_seconds, 1, INT64) and (now + expire_seconds) * 1000 <= INT64
    check(fits, "time", "lifetime.range", "exp")
    algorithm = next(name for name, (least, _) in HASHES.items() if len(key) >= least)
    header = to_base64url(header_of(algorithm))
    payload = to_base64url(write_json({"sub": user, "exp": now + expire_seconds}))
    return f"{header}.{payload}.{signature(key, algorithm, header, payload)}"


def open_token(secret_key, token, now=None):
    """The user's name, the token's end and its algorithm."""
    key = key_of(secret_key)
    check(token.strip(), "encoding", "blank", "token")
    parts = token.split(".")
    check(len(parts) == 3, "structure", "parts", "token")
    header, payload, signed = parts
    algorithm = read_header(header)
    right = hmac.compare_digest(
        to_bytes(signed), signature(key, algorithm, header, payload).encode())
    check(right, "crypto", "signature", "signature")
    sub, exp = read_payload(payload)
    now = int(time.time()) if now is None else now
    check(now <= exp, "time", "expired", "exp")
    return {"claims": {"username": sub}, "expireTime": exp, "alg": algorithm}


def key_of(secret_key):
    key = from_base64(secret_key) if type(secret_key) is str else None
    check(key is not None, "encoding", "secret.base64", "secret")
    check(len(key) >= 32, "policy", "secret.length", "secret")
    return key


def header_of(algorithm):
    return b'{"alg":"%s"}' % algorithm.encode()


def read_header(part):
    """One of three texts; of another it is said what is wrong with it."""
    header = from_base64url(part)
    check(header is not None, "encoding", "base64", "header")
    for algorithm in HASHES:
        if header == header_of(algorithm):
            return algorithm
    try:
        members = read_json(header, DEPTH)
    except ValueError:
        members = None
    if isinstance(members, Members):
        named = [value for name, value in members if name == "alg"]
        check(named and named[0] in list(HASHES), "crypto", "algorithm", "alg")
    raise Refused("structure", "header", "header")


def read_payload(part):
    payload = from_base64url(part)
    check(payload is not None, "encoding", "base64", "payload")
    try:
        members = read_json(payload, DEPTH)
    except ValueError:
        raise Refused("structure", "json.syntax", "payload") from None
    check(isinstance(members, Members), "structure", "member.type", "payload")
    for name in "sub", "exp":
        once = sum(each == name for each, _ in members) <= 1
        check(once, "claims", "member.duplicate", name)
    claims = members.last()
    sub, exp = claims.get("sub"), claims.get("exp")
    check(sub not in (None, ""), "claims", "member.missing", "sub")
    check(is_text(sub), "claims", "member.type", "sub")
    check(exp is not None, "claims", "member.missing", "exp")
    check(is_integer(exp, -2**63, INT64), "claims", "member.type", "exp")
    return sub, exp


def signature(key, algorithm, header, payload):
    _, digest = HASHES[algorithm]
    return to_base64url(hmac.digest(key, f"{header}.{payload}".encode("utf-8", "surrogateescape"), digest))
