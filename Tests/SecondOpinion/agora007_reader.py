# SPDX-License-Identifier: MIT
"""AccessToken 007 a second time: a strict opener that names the check, and a maker of contents."""

import base64
import hashlib
import hmac
import struct
import zlib

LIMIT = 1 << 20
TYPES = ["rtc", "rtm", "streaming", "fpa", "chat", "fcdn", "apaas", "rtm2"]
# The fields behind the privileges: t a text, h a signed number, p permissions.
FIELDS = {
    "rtc": "t:channel_name:channel t:uid:uid",
    "rtm": "t:user_id:user-id",
    "streaming": "t:channel_name:channel t:uid:account",
    "fpa": "",
    "chat": "t:user_id:user-id",
    "fcdn": "t:channel_name:channel t:uid:account",
    "apaas": "t:room_uuid:room-uuid t:user_uuid:user-uuid h:role:role",
    "rtm2": "t:user_id:user-id p:permissions:permissions",
}


class Refused(Exception):
    """A token that does not open: the stage, the reason and the field."""


def fields_of(kind):
    return [field.split(":") for field in FIELDS[kind].split()]


def is_hex_id(text):
    return len(text) == 32 and all(byte in b"0123456789abcdefABCDEF" for byte in text)


# --- opening


class Reader:
    def __init__(self, content):
        self.content = content
        self.offset = 0

    def take(self, count, field):
        part = self.content[self.offset : self.offset + count]
        if len(part) < count:
            raise Refused("structure", "truncated", field)
        self.offset += count
        return part

    def number(self, field, form="H"):
        return struct.unpack("<" + form, self.take(struct.calcsize(form), field))[0]

    def text(self, field):
        return self.take(self.number(field + "-length"), field)


def decoded(text):
    try:
        stream = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Refused("encoding", "base64", "base64") from error
    if base64.b64encode(stream) != text:
        raise Refused("encoding", "base64", "base64")
    return stream


def inflated(stream):
    inflater = zlib.decompressobj()
    try:
        content = inflater.decompress(stream, LIMIT + 1)
    except zlib.error as error:
        if "incorrect data check" in str(error):
            raise Refused("encoding", "zlib.checksum", "zlib-checksum") from error
        raise Refused("encoding", "zlib", "zlib") from error
    if len(content) > LIMIT:
        raise Refused("encoding", "zlib.limit", "zlib")
    if not inflater.eof:
        raise Refused("encoding", "truncated", "zlib")
    if inflater.unused_data:
        raise Refused("encoding", "trailing", "zlib")
    return content


def content_of(token):
    if token[:3] != b"007":
        raise Refused("encoding", "version", "version")
    return inflated(decoded(token[3:]))


def once(number, seen, field, reason):
    if number in seen:
        raise Refused("structure", reason, field)
    seen.add(number)


def read_permissions(reader):
    found, types = [], set()
    for _ in range(reader.number("resource-count")):
        resource = reader.number("resource-type")
        once(resource, types, "resource-type", "permission.duplicate")
        ids = set()
        for _ in range(reader.number("permission-count")):
            permission = reader.number("permission")
            once(permission, ids, "permission", "permission.duplicate")
            names = [reader.text("name") for _ in range(reader.number("name-count"))]
            found.append([resource, permission, names])
    return found


def read_service(reader):
    number = reader.number("service-type")
    if not 1 <= number <= 8:
        raise Refused("structure", "service.type", "service-type")
    service = {"type": TYPES[number - 1]}
    pairs = []
    for _ in range(reader.number("privilege-count")):
        pairs.append((reader.number("privilege"), reader.number("privilege-expire", "I")))
    if len(dict(pairs)) < len(pairs):
        raise Refused("structure", "privilege.duplicate", "privilege")
    service["privileges"] = pairs
    for form, name, field in fields_of(service["type"]):
        if form == "t":
            service[name] = reader.text(field)
        else:
            service[name] = reader.number(field, "h") if form == "h" else read_permissions(reader)
    return service


def taken_apart(token):
    """The claims, with the signature and what it signs."""
    outer = Reader(content_of(token))
    signature = outer.text("signature")
    if len(signature) != 32:
        raise Refused("structure", "signature.length", "signature-length")
    reader = Reader(outer.content[outer.offset :])
    claims = {"signature": signature, "info": reader.content, "app_id": reader.text("app-id")}
    if not is_hex_id(claims["app_id"]):
        raise Refused("structure", "app-id", "app-id")
    for name, field in (("issue_ts", "issue-ts"), ("expire", "expire"), ("salt", "salt")):
        claims[name] = reader.number(field, "I")
    count = reader.number("service-count")
    if count == 0:
        raise Refused("structure", "service.count", "service-count")
    claims["services"] = [read_service(reader) for _ in range(count)]
    if reader.offset != len(reader.content):
        raise Refused("structure", "trailing", "services")
    return claims


def sha256(key, text):
    return hmac.new(key, text, hashlib.sha256).digest()


def signature_of(info, certificate, issue_ts, salt):
    key = sha256(struct.pack("<I", issue_ts), certificate)
    return sha256(sha256(struct.pack("<I", salt), key), info)


def is_signed(claims, certificate):
    own = signature_of(claims["info"], certificate, claims["issue_ts"], claims["salt"])
    return hmac.compare_digest(own, claims["signature"])


def user_of(service):
    names = ("uid", "user_id", "user_uuid")
    return next((service[name] for name in names if name in service), None)


def check_wishes(claims, wishes, now):
    """One service has to meet every wish; they are compared one after the other."""
    rest = claims["services"]

    def keep(name, stage, reason, field, is_met):
        nonlocal rest
        if name in wishes:
            rest = [service for service in rest if is_met(service, wishes[name])]
            if not rest:
                raise Refused(stage, reason, field)

    def is_for(service, user):
        own, text = user_of(service), b"" if user == 0 and type(user) is int else as_bytes(user)
        any_user = own == b"" and "channel_name" in service
        return own is not None and (any_user or own == text)

    def holds(service, wanted):
        return set(wanted) <= set(dict(service["privileges"]))

    def lasts(service, wanted):
        ends = dict(service["privileges"])
        return all(not ends[one] or now < claims["issue_ts"] + ends[one] for one in wanted)

    if "app_id" in wishes and wishes["app_id"] != claims["app_id"]:
        raise Refused("policy", "app-id", "app-id")
    keep("service", "policy", "service", "service-type", lambda s, w: s["type"] == w.decode())
    keep("channel_name", "policy", "channel", "channel", lambda s, w: s.get("channel_name") == w)
    keep("uid", "policy", "uid", "uid", is_for)
    keep("privileges", "policy", "privilege.missing", "privilege", holds)
    keep("privileges", "time", "privilege.expired", "privilege-expire", lasts)


def as_bytes(value):
    return value if isinstance(value, bytes) else str(value).encode()


def opened(token, certificate, wishes, now):
    if not is_hex_id(certificate):
        raise Refused("policy", "certificate", "certificate")
    claims = taken_apart(token)
    if not is_signed(claims, certificate):
        raise Refused("crypto", "signature", "signature")
    if now < claims["issue_ts"]:
        raise Refused("time", "not-yet", "issue-ts")
    if now >= claims["issue_ts"] + claims["expire"]:
        raise Refused("time", "expired", "expire")
    check_wishes(claims, wishes, now)
    return claims


# --- making


def packed(text):
    return struct.pack("<H", len(text)) + text


def packed_permissions(permissions):
    table = {}
    for resource, permission, names in permissions or []:
        table.setdefault(resource, {})[permission] = names
    text = struct.pack("<H", len(table))
    for resource in sorted(table):
        text += struct.pack("<HH", resource, len(table[resource]))
        for permission, names in sorted(table[resource].items()):
            text += struct.pack("<HH", permission, len(names))
            text += b"".join(map(packed, names))
    return text


def packed_service(service):
    privileges = dict(map(tuple, service["privileges"]))
    text = struct.pack("<HH", TYPES.index(service["type"]) + 1, len(privileges))
    text += b"".join(struct.pack("<HI", *pair) for pair in sorted(privileges.items()))
    for form, name, _ in fields_of(service["type"]):
        value = service[name]
        if form == "t":
            text += packed(b"" if value == 0 and type(value) is int else as_bytes(value))
        else:
            text += struct.pack("<h", value) if form == "h" else packed_permissions(value)
    return text


def made(app_id, certificate, issue_ts, expire, salt, services):
    """The content of a token: the signature, and what it signs."""
    services = sorted(services, key=lambda service: TYPES.index(service["type"]))
    info = packed(app_id) + struct.pack("<IIIH", issue_ts, expire, salt, len(services))
    info += b"".join(map(packed_service, services))
    return packed(signature_of(info, certificate, issue_ts, salt)) + info
