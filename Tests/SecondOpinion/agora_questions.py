# SPDX-License-Identifier: MIT
"""What the questions of the Agora recordings ask for, and whether a token says just that."""

import string
import zlib

from agora_tokens import (
    expected_legacy,
    is_signed_007,
    take_apart_006,
    take_apart_007,
    user_text,
    verdict_006,
)

CHARACTERS = set(string.ascii_letters + string.digits + " !#$%&()+-:;<=.>?@[]^_{}|~,")
ROLES = {
    "attendee": [1, 2, 3, 4],
    "publisher": [1, 2, 3, 4, 5, 6, 10, 11, 12],
    "subscriber": [1, 7, 8, 9],
    "admin": [1, 2, 3, 4, 101],
}
NAMES_007 = "rtc rtm streaming fpa chat fcdn apaas rtm2".split()
ENTRIES = {
    "dk1.generate": ("001", None),
    "dk2.generate": ("002", None),
    "dk3.generate": ("003", None),
    "dk4.generatePublicSharingKey": ("004", "APSS"),
    "dk4.generateRecordingKey": ("004", "ARS"),
    "dk4.generateMediaChannelKey": ("004", "ACS"),
    "dk5.generatePublicSharingKey": ("005", 3),
    "dk5.generateRecordingKey": ("005", 2),
    "dk5.generateMediaChannelKey": ("005", 1),
    "dk5.generateInChannelPermissionKey": ("005", 4),
    "sig.generateSignalingToken": ("1", None),
}


def plain(value):
    """A recorded value with its special forms resolved; text that is not UTF-8 is bytes."""
    if isinstance(value, list):
        return [plain(element) for element in value]
    if not isinstance(value, dict):
        return value
    if "hex" in value:
        return bytes.fromhex(value["hex"])
    if "repeat" in value:
        return value.get("before", "") + value["repeat"] * value["count"] + value.get("after", "")
    if set(value) == {"int"}:
        return int(value["int"])
    return {name: plain(member) for name, member in value.items()}


def is_id(value):
    return isinstance(value, str) and len(value) == 32 and set(value) <= set(string.hexdigits)


def is_number(value, bits=32):
    return type(value) is int and 0 <= value < 1 << bits


def is_name(value, longest):
    return isinstance(value, str) and 1 <= len(value) <= longest and set(value) <= CHARACTERS


def is_user(value):
    return is_number(value) or is_name(value, 255)


def question_006(row):
    """Certificate, channel, uid, and what the message must say as far as it is asked for."""
    given = plain(row["input"])
    if row["op"] == "build":
        return builder_006(given["entry"], given["args"])
    asked = {name: given.get(name) for name in ("app_id", "channel_name", "uid")}
    asked.update(certificate=given["app_certificate"], salt=given["salt"], ts=given["ts"])
    asked["privileges"] = {}
    for step in given["steps"] or []:
        if not take_step(asked, step):
            return None
    return asked


def take_step(asked, step):
    privileges = asked["privileges"]
    match step["op"]:
        case "setPrivilege":
            if not is_number(step["privilege"], 16) or not is_number(step["expire"]):
                return False
            privileges[step["privilege"]] = step["expire"]
        case "removePrivilege":
            privileges.pop(step["privilege"], None)
        case "initPrivileges" if not privileges and step["role"] in ROLES:
            privileges.update(dict.fromkeys(ROLES[step["role"]], 0))
        case "setSaltTs":
            asked.update(salt=step["salt"], ts=step["ts"])
        case _:
            return False
    return True


def builder_006(entry, arguments):
    app_id, certificate, channel, user = arguments[:4]
    asked = {"app_id": app_id, "certificate": certificate, "channel_name": channel}
    asked.update(salt=None, ts=None)
    if entry == "006.rtm.buildToken":
        # A token for messages has the user in the place of the channel, and no uid.
        return asked | {"uid": 0, "privileges": {1000: arguments[4]}}
    granted = [1, 2, 3, 4] if arguments[4] in (0, 1, 101) else [1]
    return asked | {"uid": user, "privileges": dict.fromkeys(granted, arguments[5])}


def in_contract_006(asked):
    numbers = [value for value in (asked["salt"], asked["ts"]) if value is not None]
    return (
        is_id(asked["app_id"])
        and is_id(asked["certificate"])
        and is_name(asked["channel_name"], 64)
        and is_user(asked["uid"])
        and all(map(is_number, numbers + list(asked["privileges"].values())))
    )


def is_faithful_006(token, asked):
    found = take_apart_006(token)
    same = all(asked[name] in (None, found[name]) for name in ("salt", "ts"))
    same = same and found["app_id"] == asked["app_id"].encode()
    same = same and sorted(found["privileges"]) == sorted(asked["privileges"].items())
    user = asked["uid"]
    if found["uid_crc"] != zlib.crc32(user_text(user)):
        return False
    at = (asked["certificate"], asked["channel_name"], user, found["ts"] - 1)
    return same and verdict_006(token, *at) == "accept"


# --- 007


def question_007(row):
    given = plain(row["input"])
    if row["op"] != "mint" or not isinstance(given.get("services"), list):
        return None
    asked = {name: given.get(name) for name in ("app_id", "salt", "issue_ts", "expire")}
    asked["certificate"] = given["app_certificate"]
    asked["services"] = given["services"]
    return asked


def expected_007(service):
    """A service as it must be written, or nothing where the question is not in contract."""
    kind = NAMES_007.index(service["type"]) + 1
    privileges = dict(map(tuple, service["privileges"]))
    if not all(is_number(id, 16) and is_number(end) for id, end in service["privileges"]):
        return None
    fields = []
    for name in ("channel_name", "uid", "user_id", "room_uuid", "user_uuid"):
        if name not in service:
            continue
        value = service[name]
        if name == "channel_name" and not is_name(value, 64) or name == "uid" and not is_user(value):
            return None
        if name not in ("channel_name", "uid") and not isinstance(value, str):
            return None
        fields.append(user_text(value) if name == "uid" else value.encode("utf-8", "surrogatepass"))
    if kind == 7:
        if type(service["role"]) is not int or not -(1 << 15) <= service["role"] < 1 << 15:
            return None
        fields.append(service["role"])
    if kind == 8:
        entries = service.get("permissions") or []
        table = {(r, p): (r, p, [name.encode() for name in names]) for r, p, names in entries}
        fields.append([table[key] for key in sorted(table)])
    return {"kind": kind, "privileges": sorted(privileges.items()), "fields": fields}


def in_contract_007(asked):
    numbers = [asked[name] for name in ("salt", "issue_ts") if asked[name] is not None]
    asked["expected"] = [expected_007(service) for service in asked["services"]]
    return (
        is_id(asked["app_id"])
        and is_id(asked["certificate"])
        and all(map(is_number, numbers + [asked["expire"]]))
        and bool(asked["expected"])
        and None not in asked["expected"]
    )


def is_faithful_007(token, asked):
    found = take_apart_007(token)
    same = all(asked[name] in (None, found[name]) for name in ("salt", "issue_ts", "expire"))
    services = [service | {"privileges": sorted(service["privileges"])} for service in found["services"]]
    for service in services:
        if service["kind"] == 8:
            service["fields"][1].sort()
    expected = sorted(asked["expected"], key=lambda service: service["kind"])
    same = same and found["app_id"] == asked["app_id"].encode() and services == expected
    return same and is_signed_007(found, asked["certificate"])


# --- 001 to 005 and signaling


def question_legacy(row):
    given = plain(row["input"])
    if given["entry"] not in ENTRIES:
        return None
    version, service = ENTRIES[given["entry"]]
    names = "app_id certificate channel_name ts random uid expire permission".split()
    if version == "1":
        names = "user_account app_id certificate expire".split()
    asked = dict.fromkeys(["uid", "expire"], 0) | dict(zip(names, given["args"]))
    return asked | {"version": version, "service": service}


def in_contract_legacy(asked):
    numbers = [asked[name] for name in ("ts", "random", "uid", "expire") if name in asked]
    names = [is_name(asked["channel_name"], 64)] if "channel_name" in asked else []
    names += [is_name(asked["user_account"], 255)] if "user_account" in asked else []
    return (
        is_id(asked["app_id"])
        and is_id(asked["certificate"])
        and all(map(is_number, numbers))
        and all(names)
        and asked.get("permission", "0") in ("0", "3")
    )


def is_faithful_legacy(token, asked):
    return token == expected_legacy(asked)
