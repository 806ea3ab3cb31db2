#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `assay predict` writes with the recordings, and opens every recorded token itself.

usage: check_zego.py ASSAY RECORDINGS

Needs the package `cryptography`. It shares no code with Assay: the layout, the ciphers and the
value forms of a recording are read here a second time, from their descriptions.
"""

import base64
import binascii
import json
import pathlib
import struct
import subprocess
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from recordings import Count, read_lines

PREFIXES = {"zego-04-cbc": b"04", "zego-04-gcm": b"04", "zego-03": b"03"}


def token_of(row):
    if "tokenHex" in row:
        return bytes.fromhex(row["tokenHex"])
    return row["token"].encode() if "token" in row else None


def text_bytes(value):
    """The bytes of a recorded text; a lone surrogate takes three."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    if isinstance(value, dict) and "hex" in value:
        return bytes.fromhex(value["hex"])
    if isinstance(value, dict) and "repeat" in value:
        text = value.get("before", "") + value["repeat"] * value["count"] + value.get("after", "")
        return text.encode("utf-8", "surrogatepass")
    return None


def plain(value):
    """A recorded value with its special forms resolved, every text as bytes."""
    if isinstance(value, dict) and set(value) == {"int"}:
        return ("int", int(value["int"]))
    text = text_bytes(value)
    if text is not None:
        return text
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, list):
        return [plain(element) for element in value]
    return (type(value).__name__, value)


def identity(row):
    """A code, or the type before its first colon."""
    error = row.get("error") or {}
    code = error.get("code")
    if code is not None:
        return str(code)
    return str(error.get("type") or error.get("class") or error.get("kind") or "").split(":")[0]


# --- predictions against recordings


def check_predictions(assay, path, count):
    recorded = read_lines(path.read_text().splitlines())[1:]
    run = subprocess.run([assay, "predict", str(path)], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"predict {path} ended with {run.returncode}: {run.stderr}")
    predicted = read_lines(run.stdout.splitlines())
    count.check("recording" in predicted[0], {"id": path}, "no header line")
    rows = predicted[1:]
    count.check(len(rows) == len(recorded), {"id": path}, f"{len(rows)} of {len(recorded)} rows")
    for row, guess in zip(recorded, rows):
        count.check(row["id"] == guess["id"], row, f"predicted as {guess['id']}")
        count.check(plain(row["input"]) == plain(guess["input"]), row, "another question")
        same = row["outcome"] == guess.get("outcome")
        count.check(same, row, f"{row['outcome']} recorded, {guess.get('outcome')} predicted")
        count.facts[f"outcome {row['outcome']}"] += 1
        if row["outcome"] == "ok":
            count.check(token_of(row) == token_of(guess), row, "another token is predicted")
        elif row["outcome"] in ("refused", "crashed"):
            words = f"error {identity(row)} recorded, {identity(guess)} predicted"
            count.check(identity(row) == identity(guess), row, words)


# --- recorded tokens by themselves


def take_apart(raw, form):
    """expire, iv, ciphertext and what the length field says, as a decoder without leniency."""
    iv_size = 12 if form == "zego-04-gcm" else 16
    tail = 1 if form == "zego-04-gcm" else 0
    expire, iv_length = struct.unpack_from(">qH", raw)
    (length,) = struct.unpack_from(">H", raw, 10 + iv_size)
    ciphertext = raw[12 + iv_size : len(raw) - tail]
    return expire, iv_length, raw[10 : 10 + iv_size], length, ciphertext, raw[len(raw) - tail :]


def decrypt(form, key, iv, ciphertext):
    if form == "zego-04-gcm":
        try:
            return AESGCM(key).decrypt(iv, ciphertext, None), True
        except InvalidTag:
            return b"", False
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    blocks = decryptor.update(ciphertext) + decryptor.finalize()
    size = blocks[-1] if blocks else 0
    padded = 1 <= size <= 16 and blocks.endswith(bytes([size]) * size)
    return (blocks[:-size], True) if padded else (blocks, False)


def key_of(row, variant):
    secret = text_bytes(row["input"].get("secret"))
    if variant == "java-posix" and secret is not None:
        text = secret.decode("utf-8", "surrogatepass")
        return "".join(c if ord(c) < 128 else "?" * (1 + (ord(c) > 0xFFFF)) for c in text).encode()
    return secret


def expected_bytes(form, plaintext_size):
    sealed = plaintext_size + 16 if form == "zego-04-gcm" else plaintext_size // 16 * 16 + 16
    fixed = 8 + 2 + (12 if form == "zego-04-gcm" else 16) + 2
    return fixed + sealed + (1 if form == "zego-04-gcm" else 0)


def check_token(row, form, variant, count):
    token = token_of(row)
    prefix = PREFIXES[form]
    count.check(token.startswith(prefix), row, f"the prefix is {token[:2]}")
    try:
        raw = base64.b64decode(token[2:], validate=True)
    except binascii.Error as error:
        return count.check(False, row, f"no base64: {error}")
    expire, iv_length, iv, length, ciphertext, tail = take_apart(raw, form)
    count.check(iv_length == len(iv), row, f"the IV length is {iv_length}")
    count.check(tail == (b"\x01" if form == "zego-04-gcm" else b""), row, f"the mode is {tail}")
    count.check(len(ciphertext) % 65536 == length, row, f"the ciphertext length is {length}")
    if len(ciphertext) > 65535:
        count.facts["tokens whose length field wrapped"] += 1
    plaintext, padded = decrypt(form, key_of(row, variant), iv, ciphertext)
    if not padded:
        count.facts["tokens without padding"] += 1
        count.check(variant == "cpp" and form == "zego-03", row, "padding or tag does not hold")
    else:
        count.check(len(raw) == expected_bytes(form, len(plaintext)), row, f"{len(raw)} bytes")
    check_claims(row, form, expire, plaintext, count)


def check_claims(row, form, expire, plaintext, count):
    if not plaintext:
        count.facts["tokens around nothing"] += 1
        return count.check(row["id"].split("/")[1].startswith("php"), row, "an empty plaintext")
    text = plaintext.decode("utf-8", "replace")
    if "\ufffd" in text:
        count.facts["plaintexts with U+FFFD or no UTF-8"] += 1
    claims = json.loads(text, strict=True)
    names = "create_time expire_time" if form == "zego-03" else "ctime expire"
    start, end = (claims[name] for name in names.split())
    count.check(isinstance(start, int), row, f"the time of making is {start!r}")
    if isinstance(end, int) and -(2**63) <= end < 2**63 and abs(end) < 2**53:
        count.check(end == expire, row, f"{expire} in clear, {end} encrypted")
    else:
        count.facts["expires beyond a double or no integer"] += 1
    count.facts["tokens opened"] += 1


def main(assay, folder):
    count = Count()
    paths = sorted(p for form in PREFIXES for p in (pathlib.Path(folder) / form).glob("*.jsonl"))
    if not paths:
        sys.exit(f"no recordings below {folder}")
    for path in paths:
        check_predictions(assay, path, count)
        header, *rows = read_lines(path.read_text().splitlines())
        for row in rows:
            if token_of(row) is not None:
                check_token(row, header["format"], header["assistant"]["variant"], count)
    return count.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
