# SPDX-License-Identifier: 0BSD
"""Runs every vector for minters in a folder: python3 mint_vectors.py FOLDER"""
import base64
import json
import pathlib
import sys

from port.token04 import Refused, mint_token, open_token

MINIMUM = 115  # a run with fewer vectors has lost some


def value(typed):
    """What a typed value stands for; bytes that are no UTF-8 become a str that encodes to them."""
    if isinstance(typed, list):
        return [value(each) for each in typed]
    match typed:
        case {"int": digits}: return int(digits)
        case {"float": digits}: return float(digits)
        case {"text": text}: return text
        case {"hex": digits}: return bytes.fromhex(digits).decode("utf-8", "surrogateescape")
        case {"repeat": text, "count": count}: return text * int(count)
        case {"members": members}: return {name: value(each) for name, each in members.items()}
        case None | True | False: return typed
        case _: raise ValueError(f"no typed value: {typed}")


def content(token, secret):
    """What a token says; read by an opener that has passed the vectors for openers."""
    claims = open_token(token, secret)
    iv = base64.b64decode(token[2:])[10:22]
    return claims | {"lifetime": claims["expire"] - claims["ctime"], "iv": iv.hex()}


def failure(vector):
    """Why the port fails a vector; nothing where it passes."""
    expect = vector["expect"]
    check = f"{expect.get('stage')}/{expect.get('reason')}"
    arguments = {name: value(typed) for name, typed in vector["in"].items()}
    drawn = {name: value(typed) for name, typed in vector.get("inject", {}).items()}
    if "iv" in drawn:
        drawn["iv"] = drawn["iv"].encode("utf-8", "surrogateescape")
    now = None if vector.get("now") == "port" else value(vector.get("now"))
    try:
        token = mint_token(arguments, now=now, **drawn)
    except Refused as refusal:
        found = f"{refusal.stage}/{refusal.reason}"
        if expect["verdict"] == "accept":
            return f"refused by {found}"
        right = [check] + expect.get("alsoAllowed", [])
        return None if found in right else f"refused by {found}, not by {check}"
    except Exception as error:
        return f"an exception: {error!r}"
    if expect["verdict"] == "reject":  # a port that serves what `accept` allows compares it here
        return f"accepted in spite of {check}"
    try:
        found = content(token, arguments["secret"])
    except Refused as refusal:
        return f"the token does not open: {refusal}"
    for name, wanted in value(expect["answer"]["content"]).items():
        if repr(found[name]) != repr(wanted):
            return f"another {name}"
    return None


count = failures = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("mint-*.json")):
    file = json.loads(path.read_text("utf-8"))
    if file["vectors"] != 1:
        sys.exit(f"{path} is of another version")
    for group in file["groups"]:
        for vector in group["vectors"]:
            count += 1
            if why := failure(vector):
                failures += 1
                print(f"{vector['id']}: {why}")
print(f"{count} vectors, {failures} failures")
sys.exit(failures > 0 or count < MINIMUM)
