# SPDX-License-Identifier: MIT
"""AccessToken 006 a second time: a strict opener that names the check, and a builder."""

import base64
import hashlib
import hmac
import re
import struct
import zlib

LIFE = 86400
ROLES = {
    b"attendee": [1, 2, 3, 4],
    b"publisher": [1, 2, 3, 4, 5, 6, 10, 11, 12],
    b"subscriber": [1, 7, 8, 9],
    b"admin": [1, 2, 3, 4, 101],
}
NAME = re.compile(rb"[a-zA-Z0-9 !#$%&()+\-:;<=.>?@\[\]^_{}|~,]*")
SYMBOLS = re.compile(rb"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


class Refused(Exception):
    """What is refused: the stage, the reason and the field."""


def is_id(text):
    return isinstance(text, bytes) and re.fullmatch(rb"[0-9a-fA-F]{32}", text) is not None


def decoded(text, field):
    """Strict base64: nothing but symbols, padding where it belongs, no bit to spare."""
    if not SYMBOLS.fullmatch(text):
        raise Refused("encoding", "base64", field)
    content = base64.b64decode(text)
    if base64.b64encode(content) != text:
        raise Refused("encoding", "base64", field)
    return content


class Reader:
    def __init__(self, content):
        self.content = content
        self.offset = 0

    @property
    def rest(self):
        return len(self.content) - self.offset

    def take(self, count, field):
        if self.rest < count:
            raise Refused("structure", "truncated", field)
        part = self.content[self.offset : self.offset + count]
        self.offset += count
        return part

    def number(self, field, form="I"):
        return struct.unpack("<" + form, self.take(struct.calcsize(form), field))[0]


# --- opening


def read(token):
    """Takes a token apart; nothing is verified."""
    if token[:3] != b"006":
        raise Refused("encoding", "version", "version")
    if len(token) < 35:
        raise Refused("structure", "truncated", "app-id")
    content = Reader(decoded(token[35:], "base64"))
    found = {"app_id": token[3:35]}
    found["signature"] = content.take(content.number("signature-length", "H"), "signature")
    found["channel_crc"] = content.number("channel-crc")
    found["uid_crc"] = content.number("uid-crc")
    found["message"] = content.take(content.number("message-length", "H"), "message")
    if content.rest:
        raise Refused("structure", "trailing", "message")
    if not is_id(found["app_id"]):
        raise Refused("structure", "app-id", "app-id")
    if len(found["signature"]) != 32:
        raise Refused("structure", "signature.length", "signature-length")
    message = Reader(found["message"])
    found["salt"], found["ts"] = message.number("salt"), message.number("ts")
    count = message.number("privilege-count", "H")
    if message.rest != 6 * count:
        raise Refused("structure", "privilege.count", "privilege-count")
    pairs = list(struct.iter_unpack("<HI", message.take(6 * count, "privilege")))
    found["privileges"] = dict(pairs)
    if len(found["privileges"]) != count:
        raise Refused("structure", "privilege.duplicate", "privilege")
    return found


def user_text(uid):
    """A number in its digits, 0 as nothing; an account as it is."""
    return uid if isinstance(uid, bytes) else str(uid).encode() if uid else b""


def verify(found, certificate, channel, uid):
    def signed(user):
        text = found["app_id"] + channel + user + found["message"]
        own = hmac.new(certificate, text, hashlib.sha256).digest()
        return hmac.compare_digest(own, found["signature"])

    is_open = found["uid_crc"] == 0
    users = [b"", uid] if is_open else [uid]
    good = [user for user in users if signed(user)]
    is_channel = zlib.crc32(channel) == found["channel_crc"]
    if not good:
        if not is_channel:
            raise Refused("crypto", "channel", "channel-crc")
        if not is_open and zlib.crc32(uid) != found["uid_crc"]:
            raise Refused("crypto", "uid", "uid-crc")
        raise Refused("crypto", "signature", "signature")
    if not is_channel:
        raise Refused("crypto", "channel.crc", "channel-crc")
    if zlib.crc32(good[0]) != found["uid_crc"]:
        raise Refused("crypto", "uid.crc", "uid-crc")


def told(found):
    privileges = {str(number): end for number, end in sorted(found["privileges"].items())}
    return {name: found[name] for name in ("app_id", "salt", "ts")} | {"privileges": privileges}


def opened(given, now):
    certificate, wanted = given["app_certificate"], given.get("privileges", [])
    if not is_id(certificate):
        raise Refused("policy", "certificate", "certificate")
    found = read(given["token"])
    verify(found, certificate, given["channel_name"], user_text(given["uid"]))
    ends = found["privileges"]
    if now >= found["ts"]:
        raise Refused("time", "expired", "ts")
    if any(0 < ends.get(number, 0) <= now for number in wanted):
        raise Refused("time", "privilege.expired", "privilege-expire")
    if given.get("app_id", found["app_id"]) != found["app_id"]:
        raise Refused("policy", "app-id", "app-id")
    if any(number not in ends for number in wanted):
        raise Refused("policy", "privilege.missing", "privilege")
    return told(found)


# --- building


def check_number(value, field, bits=32):
    if type(value) is not int or not 0 <= value < 1 << bits:
        raise Refused("policy", "uid" if field == "uid" else "range", field)


def check_name(text, field, longest, least):
    is_text = isinstance(text, bytes) and NAME.fullmatch(text)
    if not is_text or not least <= len(text) <= longest:
        raise Refused("policy", field, field)


def check_request(given):
    """What a caller may ask; the first rule that is broken counts."""
    if not is_id(given["app_id"]):
        raise Refused("policy", "app-id", "app-id")
    if not is_id(given["app_certificate"]):
        raise Refused("policy", "certificate", "certificate")
    check_name(given["channel_name"], "channel", 64, 1)
    if isinstance(given["uid"], bytes) or given["uid"] is None:
        check_name(given["uid"], "uid", 255, 0)
    else:
        check_number(given["uid"], "uid")
    for step in given["steps"]:
        check_step(step)


def check_step(step):
    name = step["op"].decode()
    if name in ("setPrivilege", "removePrivilege"):
        check_number(step["privilege"], "privilege", 16)
    if name == "setPrivilege":
        check_number(step["expire"], "privilege-expire")
    elif name == "setSaltTs":
        check_number(step["salt"], "salt")
        check_number(step["ts"], "ts")
    elif name == "initPrivileges" and step["role"] not in ROLES:
        raise Refused("policy", "role", "role")
    elif name == "initTokenBuilder":
        read(step["token"])
    elif name not in ("removePrivilege", "initPrivileges", "newBuilder", "buildToken"):
        raise Refused("policy", "call", "call")


def built(given, salt, ts):
    """The token at the end of all calls; privileges stand in ascending order."""
    check_request(given)
    drawn = (salt, ts)
    privileges = {}
    for step in given["steps"]:
        match step["op"].decode():
            case "setPrivilege":
                privileges[step["privilege"]] = step["expire"]
            case "removePrivilege":
                privileges.pop(step["privilege"], None)
            case "initPrivileges":
                privileges = dict.fromkeys(ROLES[step["role"]], 0)
            case "setSaltTs":
                salt, ts = step["salt"], step["ts"]
            case "newBuilder":
                privileges, (salt, ts) = {}, drawn
            case "initTokenBuilder":
                found = read(step["token"])
                privileges, salt, ts = dict(found["privileges"]), found["salt"], found["ts"]
    return sealed(given, salt, ts, privileges)


def sealed(given, salt, ts, privileges):
    app, channel, user = given["app_id"], given["channel_name"], user_text(given["uid"])
    message = struct.pack("<IIH", salt, ts, len(privileges))
    message += b"".join(struct.pack("<HI", *pair) for pair in sorted(privileges.items()))
    text = app + channel + user + message
    signature = hmac.new(given["app_certificate"], text, hashlib.sha256).digest()
    content = struct.pack("<H", 32) + signature
    content += struct.pack("<IIH", zlib.crc32(channel), zlib.crc32(user), len(message)) + message
    return b"006" + app + base64.b64encode(content)


def function(given):
    """A builder function as the calls that it makes."""
    name, arguments = given["entry"].decode(), given["args"]
    if name == "006.rtm.buildToken":
        app, certificate, channel, _, expire = arguments
        uid, numbers = b"", [1000]
    else:
        app, certificate, channel, uid, role, expire = arguments
        numbers = [1] if role == 2 else [1, 2, 3, 4]
    steps = [{"op": b"setPrivilege", "privilege": number, "expire": expire} for number in numbers]
    return {
        "app_id": app,
        "app_certificate": certificate,
        "channel_name": channel,
        "uid": uid,
        "steps": steps,
    }
