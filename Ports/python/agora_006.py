# SPDX-License-Identifier: 0BSD
"""Agora AccessToken 006.

    006 | app id | base64 of: signature-length | signature | channel-crc | uid-crc | message-length | message
    message: salt | ts | privilege-count | (privilege | privilege-expire) ...
"""
import hashlib
import hmac
import os
import time
import zlib

from agora import (
    asked_user, check_channel, check_identifiers, check_number, is_identifier, pack, user_text)
from strict import Reader, check, from_base64, to_base64, to_bytes

DAY = 86400
ROLES = {
    "attendee": [1, 2, 3, 4],
    "publisher": [1, 2, 3, 4, 5, 6, 10, 11, 12],
    "subscriber": [1, 7, 8, 9],
    "admin": [1, 2, 3, 4, 101],
}
LOGIN_TO_RTM = 1000


class TokenBuilder:
    """Makes one token; salt and end are drawn unless a test gives them."""

    def __init__(self, app_id, certificate, channel, user, now=None, salt=None, ts=None):
        self.app_id, self.certificate, self.channel, self.user = app_id, certificate, channel, user
        now = int(time.time()) if now is None else now
        self.privileges = {}
        self.set_salt_ts(
            salt=int.from_bytes(os.urandom(4), "little") if salt is None else salt,
            ts=now + DAY if ts is None else ts)

    def set_salt_ts(self, salt, ts):
        check_number(salt, 32, "salt")
        check_number(ts, 32, "ts")
        self.salt, self.ts = salt, ts

    def set_privilege(self, privilege, expire):
        check_number(privilege, 16, "privilege")
        check_number(expire, 32, "privilege-expire")
        self.privileges[privilege] = expire

    def remove_privilege(self, privilege):
        self.privileges.pop(privilege, None)

    def init_privileges(self, role):
        check(type(role) is str and role in ROLES, "policy", "role", "role")
        self.privileges = dict.fromkeys(ROLES[role], 0)

    def init_token_builder(self, token):
        """Takes over salt, end and privileges of a token; none of it is proven."""
        claims, _ = parse(token)
        self.salt, self.ts = claims["salt"], claims["ts"]
        self.privileges = {int(p): expire for p, expire in claims["privileges"].items()}

    def build_token(self):
        message = self.message()
        signed = signature(self.app_id, self.certificate, self.channel, self.user, message)
        return "006" + self.app_id + to_base64(b"".join([
            pack(len(signed), 16), signed, pack(crc(self.channel), 32), pack(crc(self.user), 32),
            pack(len(message), 16), message]))

    def message(self):
        pairs = sorted(self.privileges.items())
        return b"".join(
            [pack(self.salt, 32), pack(self.ts, 32), pack(len(pairs), 16)]
            + [pack(privilege, 16) + pack(expire, 32) for privilege, expire in pairs])


CALLS = {
    "setPrivilege": TokenBuilder.set_privilege,
    "removePrivilege": TokenBuilder.remove_privilege,
    "initPrivileges": TokenBuilder.init_privileges,
    "setSaltTs": TokenBuilder.set_salt_ts,
    "initTokenBuilder": TokenBuilder.init_token_builder,
    "buildToken": TokenBuilder.build_token,
}


def mint(arguments, now=None, **drawn):
    """The token of a builder after the steps, each the name of a call (`op`) and its arguments."""
    app_id, certificate = arguments["app_id"], arguments["app_certificate"]
    check_identifiers(app_id, certificate)
    check_channel(arguments["channel_name"])
    user = user_text(arguments["uid"])

    def new_builder():
        return TokenBuilder(app_id, certificate, arguments["channel_name"], user, now, **drawn)

    builder = new_builder()
    for step in arguments["steps"]:
        given = {name: value for name, value in step.items() if name != "op"}
        if step["op"] == "newBuilder":
            builder = new_builder()
        else:
            check(step["op"] in CALLS, "policy", "call", "call")
            CALLS[step["op"]](builder, **given)
    return builder.build_token()


def build(entry, args, **drawn):
    """The token of a builder function above the class."""
    app_id, certificate, *rest = args
    check_identifiers(app_id, certificate)
    channel, user, privileges, expire = BUILDERS[entry](*rest)
    builder = TokenBuilder(app_id, certificate, channel, user, **drawn)
    for privilege in privileges:
        builder.set_privilege(privilege, expire)
    return builder.build_token()


def rtc(channel, user, role, expire):
    """Who subscribes (role 2) may join, the others may publish too."""
    check_channel(channel)
    return channel, user_text(user), [1] if role == 2 else [1, 2, 3, 4], expire


def rtm(user, role, expire):
    """The account stands in the place of the channel, and nobody in its own."""
    return user_text(user), "", [LOGIN_TO_RTM], expire


BUILDERS = {
    "006.rtc.buildTokenWithUid": rtc,
    "006.rtc.buildTokenWithUserAccount": rtc,
    "006.rtm.buildToken": rtm,
}


def open_token(token, app_certificate, channel_name, uid, now=None, app_id=None, privileges=()):
    """The claims of a token that is good now for channel and user, and grants the privileges."""
    check(is_identifier(app_certificate), "policy", "certificate", "certificate")
    claims, sealed = parse(token)
    check_seal(sealed, claims["app_id"], app_certificate, channel_name, asked_user(uid))
    now = int(time.time()) if now is None else now
    check(now < claims["ts"], "time", "expired", "ts")
    check(app_id in (None, claims["app_id"]), "policy", "app-id", "app-id")
    for privilege in privileges:
        expire = claims["privileges"].get(str(privilege))
        check(expire is not None, "policy", "privilege.missing", "privilege")
        check(expire == 0 or now < expire, "time", "privilege.expired", "privilege-expire")
    return claims


def check_seal(sealed, app_id, certificate, channel, user):
    """The signature, for the user or for nobody, then the CRC-32, which no signature covers."""
    signed, channel_crc, uid_crc, message = sealed
    users = [user, ""] if uid_crc == crc("") else [user]
    good = [u for u in users if hmac.compare_digest(
        signed, signature(app_id, certificate, channel, u, message))]
    if not good:
        check(channel_crc == crc(channel), "crypto", "channel", "channel-crc")
        check(uid_crc in map(crc, users), "crypto", "uid", "uid-crc")
    check(good, "crypto", "signature", "signature")
    check(channel_crc == crc(channel), "crypto", "channel.crc", "channel-crc")
    check(uid_crc == crc(good[0]), "crypto", "uid.crc", "uid-crc")


def parse(token):
    """What a token says, and what its seal consists of."""
    check(token.startswith("006"), "encoding", "version", "version")
    app_id = token[3:35]
    check(len(app_id) == 32, "structure", "truncated", "app-id")
    check(is_identifier(app_id), "structure", "app-id", "app-id")
    content = from_base64(token[35:])
    check(content is not None, "encoding", "base64", "base64")
    reader = Reader(content, "little")
    signed = reader.take(reader.number(2, "signature-length"), "signature")
    channel_crc, uid_crc = reader.number(4, "channel-crc"), reader.number(4, "uid-crc")
    message = reader.take(reader.number(2, "message-length"), "message")
    check(len(signed) == 32, "structure", "signature.length", "signature-length")
    check(reader.left() == 0, "structure", "trailing", "message")
    claims = {"app_id": app_id} | parse_message(message)
    return claims, (signed, channel_crc, uid_crc, message)


def parse_message(message):
    reader = Reader(message, "little")
    salt, ts = reader.number(4, "salt"), reader.number(4, "ts")
    count = reader.number(2, "privilege-count")
    check(count * 6 == reader.left(), "structure", "privilege.count", "privilege-count")
    privileges = {}
    for _ in range(count):
        privilege = str(reader.number(2, "privilege"))
        check(privilege not in privileges, "structure", "privilege.duplicate", "privilege")
        privileges[privilege] = reader.number(4, "privilege-expire")
    return {"salt": salt, "ts": ts, "privileges": privileges}


def signature(app_id, certificate, channel, user, message):
    signed = to_bytes(app_id + channel + user) + message
    return hmac.digest(certificate.encode(), signed, hashlib.sha256)


def crc(text):
    return zlib.crc32(to_bytes(text))
