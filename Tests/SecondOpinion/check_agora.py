#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `assay predict` writes with the Agora recordings, decodes every recorded token
itself, and holds its own verdicts against those of `assay verify` and `assay open`.

usage: check_agora.py ASSAY RECORDINGS

It shares no code with Assay: layouts, signatures and the value forms of a recording are read here
a second time, from their descriptions.
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

import agora_questions as questions
import agora_tokens as tokens
from agora_questions import plain
from agora_tokens import Broken
from recordings import Count, read_lines

FORMATS = ["agora-006", "agora-007", "agora-legacy"]
# One token of so many is opened by `assay open`, in four ways.
SAMPLE = 12


# --- rows


def rows_of(command):
    run = subprocess.run(command, capture_output=True, check=False)
    return read_lines(run.stdout.decode().splitlines())


def token_of(row, member="token"):
    value = row.get(member + "Hex")
    if value is not None:
        return bytes.fromhex(value)
    value = plain(row.get(member))
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value


def error_of(row):
    """How a call failed: by its kind, and an exception by its type."""
    error = row.get("error") or {}
    kind, message = error.get("kind"), error.get("message") or ""
    if row["outcome"] not in ("refused", "crashed"):
        return None
    if kind != "thrown":
        return kind or error.get("type")
    if message.endswith(" threw"):
        return "threw"
    return message.split(":")[0].split(" at <path>")[0]


# --- predictions against recordings


def same_token(left, right):
    """The same bytes, or for a 007 the same content compressed in another way."""
    if left == right:
        return True
    try:
        return tokens.inflated(left) == tokens.inflated(right)
    except (Broken, AttributeError, TypeError):
        return False


def same_call(recorded, predicted):
    if "threw" in recorded or "threw" in predicted:
        types = [str(call.get("threw", "")).split(":")[0] for call in (recorded, predicted)]
        return types[0] == types[1]
    left, right = plain(recorded.get("returned")), plain(predicted.get("returned"))
    if isinstance(left, str) and isinstance(right, str):
        return same_token(left.encode(), right.encode())
    return type(left) is type(right) and left == right


def same_calls(recorded, predicted):
    pairs = zip(recorded, predicted)
    return len(recorded) == len(predicted) and all(same_call(*pair) for pair in pairs)


def check_predictions(assay, path, count):
    recorded = read_lines(path.read_text().splitlines())[1:]
    predicted = rows_of([assay, "predict", str(path)])[1:]
    count.check(len(recorded) == len(predicted), {"id": str(path)}, "rows are missing")
    for row, guess in zip(recorded, predicted):
        words = f"{row['outcome']} recorded, {guess['outcome']} predicted"
        count.check((row["id"], row["outcome"]) == (guess["id"], guess["outcome"]), row, words)
        words = f"{error_of(row)} recorded, {error_of(guess)} predicted"
        count.check(error_of(row) == error_of(guess), row, words)
        for member in ("token", "tokenIfIgnored"):
            same = same_token(token_of(row, member), token_of(guess, member))
            count.check(same, row, f"another {member} is predicted")
        # Where a port cannot do the rest, the calls before it are not predicted.
        if "returns" in guess or "returns" in row and row["outcome"] != "unsupported":
            same = same_calls(row.get("returns", []), guess.get("returns", []))
            count.check(same, row, "calls are predicted to return something else")


# --- verdicts of the command

CHECKS = {
    "agora-006": (questions.question_006, questions.in_contract_006, questions.is_faithful_006),
    "agora-007": (questions.question_007, questions.in_contract_007, questions.is_faithful_007),
    "agora-legacy": (questions.question_legacy, questions.in_contract_legacy, questions.is_faithful_legacy),
}


def check_faithful(assay, path, count):
    """The rows whose token is in contract, each with what was asked for."""
    header, *rows = read_lines(path.read_text().splitlines())
    question, in_contract, is_faithful = CHECKS[header["format"]]
    verdicts = {row["id"]: row for row in rows_of([assay, "verify", "--format", "ndjson", str(path)])[:-1]}
    kept = []
    for row in rows:
        asked = question(row) if token_of(row) is not None else None
        if asked is None or not in_contract(asked):
            check_signature(header["format"], row, verdicts[row["id"]], count)
            continue
        try:
            faithful = is_faithful(token_of(row), asked)
        except Broken as error:
            faithful = False
            count.facts[f"broken tokens, {str(error).rstrip('0123456789 ')}"] += 1
        verdict = verdicts[row["id"]]
        count.facts["tokens in contract"] += 1
        count.facts["tokens that say something else"] += not faithful
        count.check(verdict["contract"] == "in", row, "the judge takes it as out of contract")
        words = f"{'faithful' if faithful else 'something else'} here, {verdict['verdict']} there"
        count.check(faithful == (verdict["verdict"] == "agrees"), row, words)
        kept.append((header["format"], row, asked, faithful))
    return kept


def check_signature(form, row, verdict, count):
    """A token that the judge agrees with is signed, whatever the question was."""
    agrees = verdict["verdict"] == "agrees" and verdict["contract"] == "in"
    if not agrees or token_of(row) is None or form == "agora-legacy":
        return
    given = plain(row["input"])
    if row["op"] == "build":
        _, certificate, channel, user = (given["args"] + [None, None])[:4]
        user = 0 if given["entry"] == "006.rtm.buildToken" else user
    else:
        certificate, channel, user = map(given.get, ("app_certificate", "channel_name", "uid"))
    if form == "agora-007":
        found = tokens.take_apart_007(token_of(row))
        holds = tokens.is_signed_007(found, certificate)
    else:
        now = tokens.take_apart_006(token_of(row))["ts"] - 1
        holds = tokens.verdict_006(token_of(row), certificate, channel, user, now) == "accept"
    count.check(holds, row, "the signature does not hold")
    count.facts["tokens loaded or built, signed"] += 1


def opening_of(form, asked, token):
    """Channel, user and second with which the token should open."""
    if form == "agora-006":
        return asked["channel_name"], asked["uid"], tokens.take_apart_006(token)["ts"] - 1
    if form == "agora-legacy":
        return asked.get("channel_name"), asked.get("user_account", asked["uid"]), asked["expire"] - 1
    rooms = [service for service in asked["services"] if "channel_name" in service]
    channel, user = (rooms[0]["channel_name"], rooms[0]["uid"]) if rooms else (None, None)
    return channel, user, tokens.take_apart_007(token)["issue_ts"]


def other(text):
    return text[:-1] + ("0" if text[-1:] != "0" else "1")


def other_user(user):
    return user ^ 1 if isinstance(user, int) else other(user)


def wishes(form, asked, token):
    """The right opening, and with one thing wrong at a time."""
    channel, user, now = opening_of(form, asked, token)
    right = [asked["certificate"], channel, user, now]
    yield right
    yield [other(asked["certificate"])] + right[1:]
    if channel is not None:
        yield right[:1] + [other(channel)] + right[2:]
    if user is not None and not (form == "agora-legacy" and asked["version"] == "001"):
        yield right[:2] + [other_user(user)] + right[3:]


def verdict_of(form, asked, token, wish):
    if form == "agora-legacy":
        return tokens.verdict_legacy(token, *wish, asked)
    return (tokens.verdict_006 if form == "agora-006" else tokens.verdict_007)(token, *wish)


def open_with(assay, form, token, wish):
    certificate, channel, user, now = wish
    words = [assay, "open", "--type", form, "--format", "json", "--now", str(now)]
    if channel is not None:
        words += ["--expect", f"channel_name={channel}"]
    if user is not None:
        words += ["--expect", f"{'uid' if isinstance(user, int) else 'user_account'}={user}"]
    run = subprocess.run(
        words + ["--", token.decode()],
        env=os.environ | {"ASSAY_SECRET": certificate},
        capture_output=True,
        check=False,
    )
    if run.returncode > 1:
        return run.stderr.decode()
    answer = json.loads(run.stdout)
    return "accept" if answer["verdict"] == "accept" else f"{answer['stage']}/{answer['reason']}"


def check_openings(assay, kept, count):
    jobs = []
    for form, row, asked, faithful in [entry for entry in kept if entry[3]][::SAMPLE]:
        token = token_of(row)
        jobs += [(form, row, asked, token, wish) for wish in wishes(form, asked, token)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda job: open_with(assay, job[0], job[3], job[4]), jobs)
        for (form, row, asked, token, wish), answer in zip(jobs, answers):
            expected = verdict_of(form, asked, token, wish)
            count.facts[f"opened: {expected}"] += 1
            count.check(answer == expected, row, f"{expected} is expected, open says {answer}")


def main(assay, folder):
    count = Count()
    paths = sorted(p for form in FORMATS for p in (pathlib.Path(folder) / form).glob("*.jsonl"))
    if not paths:
        sys.exit(f"no recordings below {folder}")
    kept = []
    for path in paths:
        check_predictions(assay, path, count)
        kept += check_faithful(assay, path, count)
    check_openings(assay, kept, count)
    return count.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
