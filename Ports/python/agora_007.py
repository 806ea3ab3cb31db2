# SPDX-License-Identifier: 0BSD
"""Agora AccessToken2, version 007.

    007 | base64 of zlib of: signature-length | signature | info
    info: app-id-length | app-id | issue-ts | expire | salt | service-count | services
    service: service-type | privilege-count | (privilege | privilege-expire) ... | its own fields
"""
import hashlib
import hmac
import os
import time
import zlib

from agora import (
    asked_user, check_channel, check_identifiers, check_number, is_identifier, pack, user_text)
from strict import Reader, Refused, check, from_base64, from_bytes, is_integer, is_text, to_base64, to_bytes

LIMIT = 2**20  # bytes of content
DAY = 86400

# The fields of each service, as (argument, field of the layout, kind).
USER = [("user_id", "user-id", "text")]
SERVICES = {
    "rtc": (1, [("channel_name", "channel", "channel"), ("uid", "uid", "user")]),
    "rtm": (2, USER),
    "streaming": (3, [("channel_name", "channel", "channel"), ("uid", "account", "user")]),
    "fpa": (4, []),
    "chat": (5, USER),
    "fcdn": (6, [("channel_name", "channel", "channel"), ("uid", "account", "user")]),
    "apaas": (7, [
        ("room_uuid", "room-uuid", "text"), ("user_uuid", "user-uuid", "text"), ("role", "role", "role")]),
    "rtm2": (8, USER + [("permissions", "permissions", "permissions")]),
}
NAMES = {number: name for name, (number, _) in SERVICES.items()}


def mint(arguments, now=None, salt=None):
    """A token for the services: of each the type, its fields, and its privileges as pairs.

    Salt and time of issue are drawn unless they are among the arguments, or a test gives them.
    """
    app_id, certificate = arguments["app_id"], arguments["app_certificate"]
    check_identifiers(app_id, certificate)
    if salt is None:
        salt = int.from_bytes(os.urandom(4), "little")
    numbers = {
        "issue_ts": or_else(arguments.get("issue_ts"), int(time.time()) if now is None else now),
        "expire": arguments["expire"],
        "salt": or_else(arguments.get("salt"), salt)}
    for name, number in numbers.items():
        check_number(number, 32, name.replace("_", "-"))
    services = [service_claims(service) for service in arguments["services"]]
    return seal({"app_id": app_id} | numbers | {"services": services}, certificate)


def or_else(given, otherwise):
    return otherwise if given is None else given


def service_claims(service):
    """A service as a token says it."""
    _, fields = SERVICES[service["type"]]
    privileges = {}
    for privilege, expire in service["privileges"]:
        check_number(privilege, 16, "privilege")
        check_number(expire, 32, "expire")
        privileges[str(privilege)] = expire
    own = {name: CHECKED[kind](service.get(name)) for name, _, kind in fields}
    return {"type": service["type"]} | own | {"privileges": privileges}


def checked_text(value):
    check(is_text(value) and len(to_bytes(value)) < 2**16, "policy", "field", "service")
    return value


def checked_channel(value):
    check_channel(value)
    return value


def checked_user(value):
    check(value is not None, "policy", "field", "service")
    return user_text(value)


def checked_role(value):
    check(is_integer(value, -2**15, 2**15 - 1), "policy", "range", "role")
    return value


def checked_permissions(permissions):
    """By type of resource and permission; of one that is given twice, the last names count."""
    names_of = {}
    for resource, permission, names in permissions or []:
        check_number(resource, 16, "permission")
        check_number(permission, 16, "permission")
        check_number(len(names), 16, "permission")
        names_of[resource, permission] = [checked_text(name) for name in names]
    return [[*numbers, names] for numbers, names in sorted(names_of.items())]


CHECKED = {
    "text": checked_text, "channel": checked_channel, "user": checked_user, "role": checked_role,
    "permissions": checked_permissions,
}


def remake(app_certificate, parse):
    """A token that is parsed and sealed again, with the certificate of the caller."""
    claims, _, info = read(parse)
    check(is_identifier(app_certificate), "policy", "certificate", "certificate")
    return pack_token(info, signature(app_certificate, claims, info))


def seal(claims, certificate):
    info = pack_info(claims)
    return pack_token(info, signature(certificate, claims, info))


def signature(certificate, claims, info):
    first = hmac.digest(pack(claims["issue_ts"], 32), certificate.encode(), hashlib.sha256)
    second = hmac.digest(pack(claims["salt"], 32), first, hashlib.sha256)
    return hmac.digest(second, info, hashlib.sha256)


def pack_token(info, signed):
    return "007" + to_base64(zlib.compress(pack_bytes(signed) + info))


def pack_bytes(data):
    return pack(len(data), 16) + data


def pack_info(claims):
    services = sorted(claims["services"], key=lambda service: SERVICES[service["type"]][0])
    check(services, "policy", "service.count", "service-count")
    check_number(len(services), 16, "service-count")
    return b"".join([
        pack_bytes(claims["app_id"].encode()), pack(claims["issue_ts"], 32), pack(claims["expire"], 32),
        pack(claims["salt"], 32), pack(len(services), 16), *map(pack_service, services)])


def pack_service(service):
    number, fields = SERVICES[service["type"]]
    pairs = sorted((int(privilege), expire) for privilege, expire in service["privileges"].items())
    return b"".join(
        [pack(number, 16), pack(len(pairs), 16)]
        + [pack(privilege, 16) + pack(expire, 32) for privilege, expire in pairs]
        + [pack_field(service[name], kind) for name, _, kind in fields])


def pack_field(value, kind):
    if kind == "role":
        return value.to_bytes(2, "little", signed=True)
    if kind == "permissions":
        return pack_permissions(value)
    return pack_bytes(to_bytes(value))


def pack_permissions(permissions):
    resources = {}
    for resource, permission, names in permissions:
        texts = b"".join(pack_bytes(to_bytes(name)) for name in names)
        resources.setdefault(resource, []).append(pack(permission, 16) + pack(len(names), 16) + texts)
    return pack(len(resources), 16) + b"".join(
        pack(resource, 16) + pack(len(packed), 16) + b"".join(packed)
        for resource, packed in resources.items())


def open_token(
        token, app_certificate, now=None, app_id=None, service=None, channel_name=None, uid=None,
        privileges=()):
    """The claims of a token that is good now, one of whose services meets all that is asked for."""
    check(is_identifier(app_certificate), "policy", "certificate", "certificate")
    claims, signed, info = read(token)
    right = hmac.compare_digest(signed, signature(app_certificate, claims, info))
    check(right, "crypto", "signature", "signature")
    age = (int(time.time()) if now is None else now) - claims["issue_ts"]
    check(age >= 0, "time", "not-yet", "issue-ts")
    check(age < claims["expire"], "time", "expired", "expire")
    check(app_id in (None, claims["app_id"]), "policy", "app-id", "app-id")
    asked = [s for s in claims["services"] if service in (None, s["type"])]
    check(asked, "policy", "service", "service-type")
    asked = [s for s in asked if channel_name in (None, s.get("channel_name"))]
    check(asked, "policy", "channel", "channel")
    asked = [s for s in asked if uid is None or is_for(s, asked_user(uid))]
    check(asked, "policy", "uid", "uid")
    check_privileges(asked, privileges, age)
    return claims


def is_for(service, user):
    """In a channel the empty user is every user."""
    if "uid" in service:
        return service["uid"] in ("", user)
    return user == service.get("user_id", service.get("user_uuid"))


def check_privileges(services, privileges, age):
    ends = [[s["privileges"].get(str(p)) for p in privileges] for s in services]
    held = [each for each in ends if None not in each]
    check(held, "policy", "privilege.missing", "privilege")
    good = any(all(end == 0 or age < end for end in each) for each in held)
    check(good, "time", "privilege.expired", "privilege-expire")


def read(token):
    """What a token says, its signature, and the bytes that it signs."""
    check(token.startswith("007"), "encoding", "version", "version")
    data = from_base64(token[3:])
    check(data is not None, "encoding", "base64", "base64")
    reader = Reader(inflate(data), "little")
    signed = reader.take(reader.number(2, "signature-length"), "signature")
    check(len(signed) == 32, "structure", "signature.length", "signature-length")
    info = reader.data[reader.offset:]
    claims = read_info(reader)
    check(reader.left() == 0, "structure", "trailing", "services")
    return claims, signed, info


def inflate(data):
    """One whole stream of zlib: its header, the deflated content, and its checksum."""
    check(len(data) >= 2, "encoding", "truncated", "zlib")
    method, flags = data[0], data[1]
    known = method & 15 == 8 and method >> 4 <= 7 and not flags & 32
    check(known and (method << 8 | flags) % 31 == 0, "encoding", "zlib", "zlib")
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = stream.decompress(data[2:], LIMIT + 1)
    except zlib.error:
        raise Refused("encoding", "zlib", "zlib") from None
    check(len(content) <= LIMIT, "encoding", "zlib.limit", "zlib")
    checksum, behind = stream.unused_data[:4], stream.unused_data[4:]
    check(stream.eof and len(checksum) == 4, "encoding", "truncated", "zlib")
    right = checksum == zlib.adler32(content).to_bytes(4, "big")
    check(right, "encoding", "zlib.checksum", "zlib-checksum")
    check(not behind, "encoding", "trailing", "zlib")
    return content


def read_info(reader):
    app_id = read_text(reader, "app-id")
    check(is_identifier(app_id), "structure", "app-id", "app-id")
    numbers = {
        "issue_ts": reader.number(4, "issue-ts"), "expire": reader.number(4, "expire"),
        "salt": reader.number(4, "salt")}
    count = reader.number(2, "service-count")
    check(count, "structure", "service.count", "service-count")
    services = [read_service(reader) for _ in range(count)]
    return {"app_id": app_id} | numbers | {"services": services}


def read_service(reader):
    name = NAMES.get(reader.number(2, "service-type"))
    check(name, "structure", "service.type", "service-type")
    privileges = {}
    for _ in range(reader.number(2, "privilege-count")):
        privilege = str(reader.number(2, "privilege"))
        check(privilege not in privileges, "structure", "privilege.duplicate", "privilege")
        privileges[privilege] = reader.number(4, "privilege-expire")
    _, fields = SERVICES[name]
    own = {argument: read_field(reader, field, kind) for argument, field, kind in fields}
    return {"type": name} | own | {"privileges": privileges}


def read_field(reader, field, kind):
    if kind == "role":
        return reader.number(2, field, signed=True)
    if kind == "permissions":
        return read_permissions(reader)
    return read_text(reader, field)


def read_text(reader, field):
    return from_bytes(reader.take(reader.number(2, f"{field}-length"), field))


def read_permissions(reader):
    permissions, seen = [], set()
    for _ in range(reader.number(2, "resource-count")):
        resource = reader.number(2, "resource-type")
        check(resource not in seen, "structure", "permission.duplicate", "resource-type")
        seen.add(resource)
        permissions += read_resource(reader, resource)
    return permissions


def read_resource(reader, resource):
    permissions = {}
    for _ in range(reader.number(2, "permission-count")):
        permission = reader.number(2, "permission")
        check(permission not in permissions, "structure", "permission.duplicate", "permission")
        count = reader.number(2, "name-count")
        permissions[permission] = [read_text(reader, "name") for _ in range(count)]
    return [[resource, permission, names] for permission, names in permissions.items()]


# The functions above the token, which make those of one purpose.

def rtc(channel, uid, *lives):
    """The privileges to join and to publish audio, video and data, as far as lives are given."""
    return service("rtc", enumerate(lives, 1), channel_name=channel, uid=uid)


def service(kind, privileges, **fields):
    return {"type": kind, "privileges": list(privileges), **fields}


def rtm(user, life):
    return service("rtm", [(1, life)], user_id=user)


def for_role(role, lives):
    """A subscriber (2) may join, a publisher (1) may do all."""
    return lives[:1] if role == 2 else lives


def build_rtc(channel, user, role, life, privilege_life):
    return life, [rtc(channel, user, *for_role(role, [privilege_life] * 4))]


def build_rtc_privileges(channel, user, life, *lives):
    return life, [rtc(channel, user, *lives)]


def build_rtc_rtm(channel, account, role, life, privilege_life):
    lives = for_role(role, [privilege_life] * 4)
    return life, [rtc(channel, account, *lives), rtm(account, life)]


def build_rtc_rtm2(channel, account, role, life, join, audio, video, data, user, user_life):
    lives = for_role(role, [join, audio, video, data])
    return life, [rtc(channel, account, *lives), rtm(user, user_life)]


def build_rtm_permissions(user, permissions, life):
    return life, [service("rtm2", [(1, life)], user_id=user, permissions=permissions)]


def build_room_user(room, user, role, life):
    chat_user = hashlib.md5(to_bytes(user)).hexdigest()
    apaas = service("apaas", [(1, life)], room_uuid=room, user_uuid=user, role=role)
    return life, [apaas, rtm(user, life), service("chat", [(1, life)], user_id=chat_user)]


def build_apaas(privilege, user, life):
    return life, [service("apaas", [(privilege, life)], room_uuid="", user_uuid=user, role=-1)]


BUILDERS = {
    "007.rtc.buildTokenWithUid": build_rtc,
    "007.rtc.buildTokenWithUserAccount": build_rtc,
    "007.rtc.buildTokenWithUidAndPrivilege": build_rtc_privileges,
    "007.rtc.buildTokenWithUserAccountAndPrivilege": build_rtc_privileges,
    "007.rtc.buildTokenWithRtm": build_rtc_rtm,
    "007.rtc.buildTokenWithRtm2": build_rtc_rtm2,
    "007.rtm.buildToken": lambda user, life: (life, [rtm(user, life)]),
    "007.rtm.buildTokenWithPermissions": build_rtm_permissions,
    "007.fpa.buildToken": lambda: (DAY, [service("fpa", [(1, 0)])]),
    "007.chat.buildUserToken": lambda user, life: (life, [service("chat", [(1, life)], user_id=user)]),
    "007.chat.buildAppToken": lambda life: (life, [service("chat", [(2, life)], user_id="")]),
    "007.education.buildRoomUserToken": build_room_user,
    "007.education.buildUserToken": lambda user, life: build_apaas(2, user, life),
    "007.education.buildAppToken": lambda life: build_apaas(3, "", life),
    "007.apaas.buildRoomUserToken": build_room_user,
    "007.apaas.buildUserToken": lambda user, life: build_apaas(2, user, life),
    "007.apaas.buildAppToken": lambda life: build_apaas(3, "", life),
}


def build(entry, args, **drawn):
    """The token of a builder function above the class."""
    app_id, certificate, *rest = args
    expire, services = BUILDERS[entry](*rest)
    arguments = {
        "app_id": app_id, "app_certificate": certificate, "expire": expire, "services": services}
    return mint(arguments, **drawn)
