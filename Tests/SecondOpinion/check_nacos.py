#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `assay predict` writes with the Nacos recordings, makes and checks every recorded
token itself, and holds its own verdicts against those of `assay verify` and `assay open`.

usage: check_nacos.py ASSAY RECORDINGS

It shares no code with Assay: only the standard library makes the tokens here.
"""

import base64
import binascii
import hashlib
import hmac
import json
import pathlib
import sys

from recordings import Count, check_predictions, read_rows, run, verdicts_of

# One token of so many is opened by `assay open`.
SAMPLE = 5
ALGORITHMS = {
    "HS256": (hashlib.sha256, 32), "HS384": (hashlib.sha384, 48), "HS512": (hashlib.sha512, 64),
}
ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


# --- tokens


def key_of(text):
    """The bytes that a key text stands for in plain Base64; None where it is something else."""
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError, TypeError):
        return None
    return key if base64.b64encode(key).decode() == text else None


def written(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def header_text(name):
    return written(('{"alg":"%s"}' % name).encode())


def signature(name, key, signed):
    return written(hmac.new(key, signed.encode("utf-8", "surrogatepass"), ALGORITHMS[name][0]).digest())


def escaped(text):
    return "".join(
        ESCAPES.get(char) or ("\\u%04X" % ord(char) if char < " " else char) for char in text)


def minted(user, expire, name, key):
    payload = '{"sub":"%s","exp":%d}' % (escaped(user), expire)
    signed = header_text(name) + "." + written(payload.encode())
    return signed + "." + signature(name, key, signed)


def algorithm_of(key):
    return [name for name, (_, least) in ALGORITHMS.items() if len(key) >= least][-1]


# --- verdicts


def distinct(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError("a member stands twice")
    return dict(pairs)


def claims_of(text):
    try:
        padded = text + "=" * (-len(text) % 4)
        value = json.loads(
            base64.b64decode(padded, altchars=b"-_", validate=True).decode(),
            object_pairs_hook=distinct)
    except (ValueError, UnicodeError):
        return None
    return value if isinstance(value, dict) else None


def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def verdict(token, key, now):
    """accept or refuse where every server must, None where both are allowed."""
    parts = token.split(".") if isinstance(token, str) else []
    if key is None or len(key) < 32 or len(parts) != 3:
        return None
    name = next((name for name in ALGORITHMS if header_text(name) == parts[0]), None)
    if name is None:
        return None
    if signature(name, key, parts[0] + "." + parts[1]) != parts[2]:
        return None if is_same_signature(name, key, parts) else "refuse"
    claims = claims_of(parts[1])
    if claims is None or set(claims) - {"sub", "exp"}:
        return None
    if "sub" not in claims or "exp" not in claims:
        return "refuse"
    user, expire = claims["sub"], claims["exp"]
    if not is_number(expire) or not isinstance(user, str) or not user.strip():
        return None
    if not 0 <= expire < 1 << 53 or not is_unicode(user):
        return None
    if expire < now:
        return "refuse"
    documented = name == algorithm_of(key) and minted(user, expire, name, key) == token
    return "accept" if documented else None


def is_unicode(text):
    return not any("\ud800" <= char < "\ue000" for char in text)


def is_same_signature(name, key, parts):
    """Whether only the way in which the signature is written is another one."""
    kept = parts[2].strip().rstrip("=").replace("+", "-").replace("/", "_")
    right = signature(name, key, parts[0] + "." + parts[1])
    return kept[:-1] == right[:-1] or len(kept) < 2


# --- checks


def check_open(row, judged, count):
    asked = row["input"]
    wanted = verdict(asked["token"], key_of(asked["secret_key"]), asked["now"])
    if wanted is None:
        return
    accepted = row["outcome"] == "ok"
    agrees = accepted == (wanted == "accept")
    count.check(judged["contract"] == "in", row, f"must {wanted}, but is out of contract")
    words = f"must {wanted}, is {row['outcome']}, and the judge says {judged['verdict']}"
    count.check(agrees == (judged["verdict"] == "agrees"), row, words)


def check_mint(row, judged, count):
    asked = row["input"]
    key, user, life = key_of(asked["secret_key"]), asked["user"], asked["expire_seconds"]
    if key is None or len(key) < 32 or not isinstance(user, str) or not user.strip():
        return
    if not is_number(life) or life <= 0 or not is_unicode(user):
        return
    right = minted(user, asked["now"] + life, algorithm_of(key), key)
    if row.get("token") == right:
        words = f"the documented token, and the judge says {judged['verdict']}"
        count.check(judged["verdict"] == "agrees", row, words)
    elif judged["contract"] == "in" and judged["verdict"] == "agrees":
        parts = row["token"].split(".")
        count.check(claims_of(parts[1]) == {"sub": user, "exp": asked["now"] + life}, row, "other claims")


def check_command(assay, row, count):
    asked = row["input"]
    key = key_of(asked["secret_key"])
    if not isinstance(asked["token"], str) or key is None or "\0" in asked["token"]:
        return
    wanted = verdict(asked["token"], key, asked["now"])
    if wanted is None:
        return
    status, text = run(
        assay, "open", "--type", "nacos-jwt", "--now", str(asked["now"]), "--", asked["token"],
        secret=asked["secret_key"])
    count.check(status == (0 if wanted == "accept" else 1), row, f"must {wanted}: {text.strip()}")


def error_of(row):
    error = row.get("error") or {}
    return error.get("class") or error.get("type"), error.get("message")


TOKEN_MEMBERS = {
    "outcome": lambda row: row["outcome"],
    "token": lambda row: row.get("token"),
    "alg": lambda row: row.get("alg"),
    "keyBytes": lambda row: row.get("keyBytes"),
    "claims": lambda row: row.get("claims"),
    "expireTime": lambda row: row.get("expireTime"),
    "error": lambda row: error_of(row)[0],
}
HTTP_MEMBERS = {
    "outcome": lambda row: row["outcome"],
    "status": lambda row: row.get("status"),
    "sendError": lambda row: row.get("sendError"),
}


def main(assay, recordings):
    count = Count()
    for path in sorted(pathlib.Path(recordings, "nacos-jwt").glob("*.jsonl")):
        check_predictions(assay, path, TOKEN_MEMBERS, count)
        judged = verdicts_of(assay, path)
        for index, row in enumerate(read_rows(path)):
            check = check_mint if row["op"] == "mint" else check_open
            check(row, judged[row["id"]], count)
            if row["op"] == "open" and index % SAMPLE == 0:
                check_command(assay, row, count)
    for path in sorted(pathlib.Path(recordings, "nacos-http").glob("*.jsonl")):
        check_predictions(assay, path, HTTP_MEMBERS, count)
    return count.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
