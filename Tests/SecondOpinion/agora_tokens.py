# SPDX-License-Identifier: MIT
"""The layouts of Agora tokens and the verdicts on them, read from their descriptions."""

import base64
import binascii
import hashlib
import hmac
import struct
import zlib


class Broken(Exception):
    """A token that is not laid out as its format says."""


def user_text(user):
    """The uid as it is signed: 0 is nothing, an account stands for itself."""
    return b"" if user == 0 else str(user).encode()


# --- fields


def decoded(text):
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise Broken(f"no base64: {error}") from error


class Reader:
    """Little-endian fields, none of which may be cut off."""

    def __init__(self, content):
        self.content = content
        self.offset = 0

    def take(self, count):
        part = self.content[self.offset : self.offset + count]
        if len(part) < count:
            raise Broken(f"{count} bytes are expected at {self.offset}")
        self.offset += count
        return part

    def number(self, form):
        return struct.unpack("<" + form, self.take(struct.calcsize(form)))[0]

    def text(self):
        return self.take(self.number("H"))

    def privileges(self):
        return [(self.number("H"), self.number("I")) for _ in range(self.number("H"))]

    def end(self):
        if self.offset != len(self.content):
            raise Broken(f"{len(self.content) - self.offset} bytes are left")


def sha256(key, text):
    return hmac.new(key, text, hashlib.sha256).digest()


# --- 006


def take_apart_006(token):
    if token[:3] != b"006":
        raise Broken("the version is not 006")
    outer = Reader(decoded(token[35:]))
    found = {"app_id": token[3:35], "signature": outer.text()}
    found["channel_crc"], found["uid_crc"] = outer.number("I"), outer.number("I")
    found["message"] = outer.text()
    outer.end()
    inner = Reader(found["message"])
    found["salt"], found["ts"] = inner.number("I"), inner.number("I")
    found["privileges"] = inner.privileges()
    inner.end()
    return found


def verdict_006(token, certificate, channel, user, now):
    found = take_apart_006(token)
    channel, uid = channel.encode(), user_text(user)
    crcs = (found["channel_crc"] == zlib.crc32(channel), found["uid_crc"] == zlib.crc32(uid))
    for signed in [b"", uid] if found["uid_crc"] == 0 and uid else [uid]:
        text = found["app_id"] + channel + signed + found["message"]
        if hmac.compare_digest(sha256(certificate.encode(), text), found["signature"]):
            if not crcs[0]:
                return "crypto/channel.crc"
            if found["uid_crc"] != zlib.crc32(signed):
                return "crypto/uid.crc"
            return "accept" if now < found["ts"] else "time/expired"
    is_user = crcs[1] or found["uid_crc"] == 0
    if not crcs[0]:
        return "crypto/channel"
    return "crypto/signature" if is_user else "crypto/uid"


# --- 007

FIELDS_007 = {1: "tt", 2: "t", 3: "tt", 4: "", 5: "t", 6: "tt", 7: "tth", 8: "tp"}


def inflated(token):
    if token[:3] != b"007":
        raise Broken("the version is not 007")
    stream = zlib.decompressobj()
    try:
        content = stream.decompress(decoded(token[3:]))
    except zlib.error as error:
        raise Broken(f"no zlib: {error}") from error
    if not stream.eof or stream.unused_data:
        raise Broken("the compressed bytes have no end, or others follow")
    return content


def permissions_of(reader):
    found = []
    for _ in range(reader.number("H")):
        resource = reader.number("H")
        for _ in range(reader.number("H")):
            permission = reader.number("H")
            names = [reader.text() for _ in range(reader.number("H"))]
            found.append((resource, permission, names))
    return found


def service_of(reader):
    kind = reader.number("H")
    if kind not in FIELDS_007:
        raise Broken(f"service {kind} is not known")
    service = {"kind": kind, "privileges": reader.privileges()}
    readers = {"t": reader.text, "h": lambda: reader.number("h"), "p": lambda: permissions_of(reader)}
    service["fields"] = [readers[form]() for form in FIELDS_007[kind]]
    return service


def take_apart_007(token):
    outer = Reader(inflated(token))
    found = {"signature": outer.text(), "info": outer.content[outer.offset :]}
    reader = Reader(found["info"])
    found["app_id"] = reader.text()
    for name in ("issue_ts", "expire", "salt"):
        found[name] = reader.number("I")
    found["services"] = [service_of(reader) for _ in range(reader.number("H"))]
    reader.end()
    return found


def is_signed_007(found, certificate):
    key = sha256(struct.pack("<I", found["issue_ts"]), certificate.encode())
    key = sha256(struct.pack("<I", found["salt"]), key)
    return hmac.compare_digest(sha256(key, found["info"]), found["signature"])


def verdict_007(token, certificate, channel, user, now):
    found = take_apart_007(token)
    if not is_signed_007(found, certificate):
        return "crypto/signature"
    if now < found["issue_ts"]:
        return "time/not-yet"
    if now >= found["issue_ts"] + found["expire"]:
        return "time/expired"
    services = [service for service in found["services"] if service["kind"] in (1, 3, 6)]
    if channel is not None:
        services = [service for service in services if service["fields"][0] == channel.encode()]
        if not services:
            return "policy/channel"
        if not any(service["fields"][1] in (b"", user_text(user)) for service in services):
            return "policy/uid"
    return "accept"


# --- 001 to 005 and signaling

WIRE = {
    "001": "signature app_id ts random".split(),
    "002": "signature app_id ts random uid expire".split(),
    "003": "version signature app_id ts random uid expire".split(),
    "004": "version signature app_id ts random expire".split(),
}


def packed(text):
    return struct.pack("<H", len(text)) + text


def message_005(asked, service, extra):
    return b"".join(
        [
            struct.pack("<H", service),
            packed(bytes.fromhex(asked["app_id"])),
            struct.pack("<II", asked["ts"], asked["random"]),
            packed(asked["channel_name"].encode()),
            struct.pack("<II", asked["uid"], asked["expire"]),
            extra,
        ]
    )


def sha1(key, text):
    return hmac.new(key, text, hashlib.sha1).hexdigest().encode()


def expected_005(asked):
    """The whole key again from the question: nothing in it is drawn."""
    extra = struct.pack("<H", 0)
    if asked["service"] == 4:
        extra = struct.pack("<HH", 1, 1) + packed(asked["permission"].encode())
    message = message_005(asked, asked["service"], extra)
    signature = sha1(bytes.fromhex(asked["certificate"]), message).upper()
    head = struct.pack("<H", asked["service"]) + packed(signature)
    head += packed(bytes.fromhex(asked["app_id"])) + struct.pack("<II", asked["ts"], asked["random"])
    return b"005" + base64.b64encode(head + struct.pack("<I", asked["expire"]) + extra)


def expected_text(asked):
    version = asked["version"]
    texts = {name: b"%010d" % asked[name] for name in ("ts", "uid", "expire")}
    texts |= {"version": version.encode(), "random": b"%08x" % asked["random"]}
    texts["app_id"] = asked["app_id"].encode()
    texts["channel"] = asked["channel_name"].encode()
    texts["service"] = (asked["service"] or "").encode()
    signed = "service app_id ts random channel".split()
    signed += [] if version == "001" else ["uid", "expire"]
    message = b"".join(texts[name] for name in signed)
    texts["signature"] = sha1(asked["certificate"].encode(), message)
    return b"".join(texts[name] for name in WIRE[version])


def expected_signaling(asked):
    parts = [asked[name] for name in ("user_account", "app_id", "certificate")]
    digest = hashlib.md5("".join(parts + [str(asked["expire"])]).encode()).hexdigest()
    return f"1:{asked['app_id']}:{asked['expire']}:{digest}".encode()


def expected_legacy(asked):
    makers = {"005": expected_005, "1": expected_signaling}
    return makers.get(asked["version"], expected_text)(asked)


def verdict_legacy(token, certificate, channel, user, now, asked):
    """The verdict on a faithful key, for a certificate, a channel and a user to open it with."""
    wish = asked | {"certificate": certificate}
    if asked["version"] == "1":
        wish["user_account"] = user
        if expected_legacy(wish) != token:
            return "crypto/digest"
        return "accept" if now < asked["expire"] else "time/expired"
    wish |= {"channel_name": channel, "uid": user}
    if asked["version"] in ("002", "003") and asked["uid"] != user:
        return "policy/uid"
    if expected_legacy(wish) != token:
        return "crypto/signature"
    return "accept" if asked["expire"] == 0 or now < asked["expire"] else "time/expired"
