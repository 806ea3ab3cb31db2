# SPDX-License-Identifier: MIT
"""The Agora keys before 006 a second time: a strict opener that names the check, and makers."""

import base64
import hashlib
import hmac
import re
import struct

from agora006_reader import Reader, Refused, check_name, decoded, is_id

WORDS = {"media": b"ACS", "recording": b"ARS", "sharing": b"APSS"}
NUMBERS = {"media": 1, "recording": 2, "sharing": 3, "permission": 4}
FUNCTIONS = {
    "generatePublicSharingKey": "sharing",
    "generateRecordingKey": "recording",
    "generateMediaChannelKey": "media",
    "generateInChannelPermissionKey": "permission",
}
WIDTHS = {"version": 3, "signature": 40, "app-id": 32, "ts": 10, "random": 8, "uid": 10, "expire": 10}
FORMS = {
    "001": ["signature", "app-id", "ts", "random"],
    "002": ["signature", "app-id", "ts", "random", "uid", "expire"],
    "003": ["version", "signature", "app-id", "ts", "random", "uid", "expire"],
    "004": ["version", "signature", "app-id", "ts", "random", "expire"],
}


def sha1(key, text):
    return hmac.new(key, text, hashlib.sha1).digest()


def digits(number):
    return b"%010d" % number


# --- making


def text_signature(version, service, fields, certificate):
    """The HMAC of what is signed, the certificate's text as the key."""
    app, ts, random, channel, uid, expire = fields
    text = WORDS[service] if version == "004" else b""
    text += app + digits(ts) + b"%08x" % random + channel
    if version != "001":
        text += digits(uid) + digits(expire)
    return sha1(certificate, text).hex().encode()


def text_key(version, service, certificate, fields):
    app, ts, random, _, uid, expire = fields
    written = {
        "version": version.encode(),
        "signature": text_signature(version, service, fields, certificate),
        "app-id": app,
        "ts": digits(ts),
        "random": b"%08x" % random,
        "uid": digits(uid),
        "expire": digits(expire),
    }
    return b"".join(written[name] for name in FORMS[version])


def packed_text(text):
    return struct.pack("<H", len(text)) + text


def packed_map(permission):
    entry = b"" if permission is None else struct.pack("<H", 1) + packed_text(permission)
    return struct.pack("<H", 0 if permission is None else 1) + entry


def packed_signature(service, certificate, fields, extra):
    raw, ts, random, channel, uid, expire = fields
    text = struct.pack("<H", service) + packed_text(raw) + struct.pack("<II", ts, random)
    text += packed_text(channel) + struct.pack("<II", uid, expire) + extra
    return sha1(bytes.fromhex(certificate.decode()), text).hex().upper().encode()


def packed_key(service, certificate, fields, permission):
    app, ts, random, channel, uid, expire = fields
    raw, extra = bytes.fromhex(app.decode()), packed_map(permission)
    fields = (raw, ts, random, channel, uid, expire)
    signature = packed_signature(NUMBERS[service], certificate, fields, extra)
    content = struct.pack("<H", NUMBERS[service]) + packed_text(signature) + packed_text(raw)
    content += struct.pack("<III", ts, random, expire) + extra
    return b"005" + base64.b64encode(content)


def signaling_digest(account, app, certificate, end):
    return hashlib.md5(account + app + certificate + b"%d" % end).hexdigest().encode()


def check(holds, reason, field):
    if not holds:
        raise Refused("policy", reason, field)


def check_numbers(**numbers):
    for field, value in numbers.items():
        check(type(value) is int and 0 <= value < 1 << 32, "number", field)


def is_utf8(text):
    if not isinstance(text, bytes):
        return False
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def made(given, now):
    """The key that a function makes of its arguments; the first rule that is broken counts."""
    entry, arguments = given["entry"].decode(), given["args"]
    if entry.startswith("sig."):
        return signaling(arguments, now if entry.endswith(".relative") else 0)
    version = "00" + entry[2]
    service = FUNCTIONS.get(entry[4:], "media")
    app, certificate, channel, ts, random, *more = arguments
    check(is_id(app), "app-id", "app-id")
    check(is_id(certificate), "certificate", "certificate")
    check_name(channel, "channel", 64, 1)
    check_numbers(ts=ts, random=random)
    uid, expire, *permission = more or (0, 0)
    check_numbers(uid=uid, expire=expire)
    fields = (app, ts, random, channel, uid, expire)
    if version != "005":
        return text_key(version, service, certificate, fields)
    if permission:
        check(permission[0] in (b"0", b"3"), "permission", "permission")
    return packed_key(service, certificate, fields, *(permission or [None]))


def signaling(arguments, start):
    account, app, certificate, expire = arguments
    check(is_utf8(account), "account", "account")
    check(is_id(app), "app-id", "app-id")
    check(is_id(certificate), "certificate", "certificate")
    check_numbers(expire=expire)
    end = start + expire
    digest = signaling_digest(account, app, certificate, end)
    return b":".join([b"1", app, b"%d" % end, digest])


# --- opening


def lower_hex(text, field):
    if not re.fullmatch(rb"(?:[0-9a-f]{2})*", text):
        raise Refused("encoding", "hex", field)


def decimal(text, field):
    if not re.fullmatch(rb"[0-9]+", text) or int(text) >= 1 << 32:
        raise Refused("encoding", "number", field)
    return int(text)


def text_claims(version, given):
    reader, found = Reader(given["token"]), {}
    for name in FORMS[version]:
        text = reader.take(WIDTHS[name], name)
        found[name] = text
        if name == "version" and text != version.encode():
            raise Refused("encoding", "version", "version")
        if name in ("signature", "random"):
            lower_hex(text, name)
        if name == "app-id" and not is_id(text):
            raise Refused("encoding", "hex", "app-id")
        if name in ("ts", "uid", "expire"):
            found[name] = decimal(text, name)
    if reader.rest:
        raise Refused("structure", "trailing", FORMS[version][-1])
    uid = given.get("uid", 0)
    check(found.get("uid", uid) == uid, "uid", "uid")
    random = int(found["random"], 16)
    fields = (found["app-id"], found["ts"], random, given["channel_name"], uid, found.get("expire", 0))
    services = list(WORDS) if version == "004" else ["media"]
    good = [
        service
        for service in services
        if text_signature(version, service, fields, given["app_certificate"]) == found["signature"]
    ]
    if not good:
        raise Refused("crypto", "signature", "signature")
    claims = {"version": version.encode(), "app_id": found["app-id"], "ts": found["ts"], "random": random}
    claims |= {name: found[name] for name in ("uid", "expire") if name in found}
    return claims | ({"service": good[0].encode()} if version == "004" else {})


def counted(reader, field, length, reason):
    if reader.number(field, "H") != length:
        raise Refused("structure", reason, field)
    return reader.take(length, field)


def read_map(reader, service):
    wanted = 1 if service == 4 else 0
    if reader.number("extra", "H") != wanted:
        raise Refused("structure", "permission", "extra")
    if not wanted:
        return None
    number = reader.number("extra", "H")
    permission = reader.take(reader.number("extra", "H"), "extra")
    if number != 1 or permission not in (b"0", b"3"):
        raise Refused("structure", "permission", "extra")
    return permission


def packed_claims(given):
    token = given["token"]
    if token[:3] != b"005":
        raise Refused("encoding", "version", "version")
    reader = Reader(decoded(token[3:], "content"))
    service = reader.number("service", "H")
    if service not in NUMBERS.values():
        raise Refused("structure", "service", "service")
    signature = counted(reader, "signature", 40, "signature.length")
    if not re.fullmatch(rb"[0-9A-F]{40}", signature):
        raise Refused("encoding", "hex", "signature")
    raw = counted(reader, "app-id", 16, "app-id")
    ts, random, expire = (reader.number(name) for name in ("ts", "random", "expire"))
    permission = read_map(reader, service)
    if reader.rest:
        raise Refused("structure", "trailing", "extra")
    fields = (raw, ts, random, given["channel_name"], given["uid"], expire)
    own = packed_signature(service, given["app_certificate"], fields, packed_map(permission))
    if own != signature:
        raise Refused("crypto", "signature", "signature")
    name = next(name for name, number in NUMBERS.items() if number == service).encode()
    claims = {"version": b"005", "service": name, "app_id": raw.hex().encode(), "ts": ts}
    claims |= {"random": random, "expire": expire}
    return claims | ({"permission": permission} if permission else {})


def signaling_claims(given):
    rest, parts = given["token"], []
    for name, width in (("version", 1), ("app-id", 32), ("expire", None)):
        text, colon, rest = rest.partition(b":")
        if not colon:
            raise Refused("structure", "truncated", name)
        if width is not None and len(text) != width or name == "version" and text != b"1":
            raise Refused("encoding", name, name)
        if name == "app-id" and not is_id(text):
            raise Refused("encoding", "hex", name)
        if name == "expire" and text != b"%d" % decimal(text, name):
            raise Refused("encoding", "number", name)
        parts.append(text)
    if len(rest) < 32:
        raise Refused("structure", "truncated", "digest")
    lower_hex(rest[:32], "digest")
    if len(rest) > 32:
        raise Refused("structure", "trailing", "digest")
    app, end = parts[1], int(parts[2])
    if signaling_digest(given["user_account"], app, given["app_certificate"], end) != rest:
        raise Refused("crypto", "digest", "digest")
    return {"app_id": app, "expire": end}


def opened(given, now):
    check(is_id(given["app_certificate"]), "certificate", "certificate")
    version = given["version"].decode()
    if version == "signaling":
        claims = signaling_claims(given)
    else:
        claims = packed_claims(given) if version == "005" else text_claims(version, given)
    end = claims.get("expire", 0)
    if end <= now and (end or version == "signaling"):
        raise Refused("time", "expired", "expire")
    app = given.get("app_id")
    same = app is None or (app.lower() if version == "005" else app) == claims["app_id"]
    check(same, "app-id", "app-id")
    check(given.get("service", claims.get("service")) == claims.get("service"), "service", "service")
    return claims
