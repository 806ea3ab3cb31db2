#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Computes the expected value of every vector of AccessToken 007 a second time.

usage: check_vectors_agora007.py ASSAY VECTORS

It reads the files of vectors alone and shares no code with Assay: tokens are made and opened here
from the description of their layout.
"""

import hashlib
import sys

import agora007_reader as reader
from agora007_reader import Refused
from recordings import Count
from vectors import members, rows, typed

# Seconds that an implementation's own clock can show.
CLOCKS = [1_600_000_000, 1_800_000_000, 4_200_000_000]
DRAWN = {"salt", "issue_ts"}
CHARACTERS = set(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%&()+-:;<=.>?@[]^_{}|~,"
)


# --- values


def told(claims):
    """Claims as the vectors write them down."""
    services = []
    for service in claims["services"]:
        privileges = {str(number): end for number, end in service["privileges"]}
        services.append({**service, "type": service["type"].encode(), "privileges": privileges})
    names = ("app_id", "issue_ts", "expire", "salt")
    return {name: claims[name] for name in names} | {"services": services}


# --- what callers may ask


def check(holds, *verdict):
    if not holds:
        raise Refused(*verdict)


def is_text(value):
    if not isinstance(value, bytes):
        return False
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True


def is_number(value, low, high):
    return type(value) is int and low <= value <= high


def check_number(value, field, bits):
    check(is_number(value, 0, (1 << bits) - 1), "policy", "range", field)


def check_name(value, field, longest, least=0):
    sound = is_text(value) and least <= len(value) <= longest and set(value) <= CHARACTERS
    check(sound, "policy", field, field)


def check_service(service):
    kind = service["type"]
    if "channel_name" in service:
        check_name(service["channel_name"], "channel", 64, 1)
        user = service["uid"]
        if user is None:
            raise Refused("policy", "field", "service")
        if isinstance(user, bytes):
            check_name(user, "uid", 255)
        else:
            check(is_number(user, 0, 0xFFFFFFFF), "policy", "uid", "uid")
    for form, name, _ in reader.fields_of(kind):
        if form == "t" and name not in ("channel_name", "uid"):
            check(is_text(service[name]) and len(service[name]) < 65536, "policy", "field", "service")
    if kind == "apaas":
        check(is_number(service["role"], -32768, 32767), "policy", "range", "role")
    for resource, permission, names in service.get("permissions") or []:
        check_number(resource, "permission", 16)
        check_number(permission, "permission", 16)
        check(all(map(is_text, names)), "policy", "range", "permission")
    for number, end in service["privileges"]:
        check_number(number, "privilege", 16)
        check_number(end, "expire", 32)


def check_identifiers(app_id, certificate):
    for value, name in ((app_id, "app-id"), (certificate, "certificate")):
        check(isinstance(value, bytes) and reader.is_hex_id(value), "policy", name, name)


# --- requests


def rtc(channel, user, lives):
    pairs = list(enumerate(lives, 1))
    return {"type": "rtc", "channel_name": channel, "uid": user, "privileges": pairs}


def single(kind, privilege, life, **fields):
    return {"type": kind, "privileges": [(privilege, life)], **fields}


def rtm(user, life):
    return single("rtm", 1, life, user_id=user)


def apaas(room, user, role, privilege, life):
    return single("apaas", privilege, life, room_uuid=room, user_uuid=user, role=role)


def lives_of(role, lives):
    return lives if role == 1 else lives[:1]


def room_user(room, user, role, life):
    chat = hashlib.md5(user).hexdigest().encode()
    services = [apaas(room, user, role, 1, life), rtm(user, life)]
    return life, services + [single("chat", 1, life, user_id=chat)]


def with_role(channel, user, role, life, privilege_life):
    return life, [rtc(channel, user, lives_of(role, [privilege_life] * 4))]


def with_lives(channel, user, life, *lives):
    return life, [rtc(channel, user, list(lives))]


def with_rtm(channel, user, role, life, privilege_life):
    _, services = with_role(channel, user, role, life, privilege_life)
    return life, services + [rtm(user, life)]


def with_rtm2(channel, user, role, life, *rest):
    *lives, rtm_user, rtm_life = rest
    return life, [rtc(channel, user, lives_of(role, lives)), rtm(rtm_user, rtm_life)]


def permitted(user, permissions, life):
    return life, [single("rtm2", 1, life, user_id=user, permissions=permissions)]


FUNCTIONS = {
    "rtc.buildTokenWithUid": with_role,
    "rtc.buildTokenWithUserAccount": with_role,
    "rtc.buildTokenWithUidAndPrivilege": with_lives,
    "rtc.buildTokenWithUserAccountAndPrivilege": with_lives,
    "rtc.buildTokenWithRtm": with_rtm,
    "rtc.buildTokenWithRtm2": with_rtm2,
    "rtm.buildToken": lambda user, life: (life, [rtm(user, life)]),
    "rtm.buildTokenWithPermissions": permitted,
    "fpa.buildToken": lambda: (86400, [single("fpa", 1, 0)]),
    "chat.buildUserToken": lambda user, life: (life, [single("chat", 1, life, user_id=user)]),
    "chat.buildAppToken": lambda life: (life, [single("chat", 2, life, user_id=b"")]),
}
for system in ("education", "apaas"):
    FUNCTIONS |= {
        f"{system}.buildRoomUserToken": room_user,
        f"{system}.buildUserToken": lambda user, life: (life, [apaas(b"", user, -1, 2, life)]),
        f"{system}.buildAppToken": lambda life: (life, [apaas(b"", b"", -1, 3, life)]),
    }


class Case:
    """One vector with its values."""

    def __init__(self, vector):
        self.vector = vector
        self.op = vector["op"]
        self.given = members(vector["in"])
        self.inject = members(vector.get("inject", {}))
        self.expected = vector["expect"]
        now = vector.get("now")
        self.clocks = CLOCKS if now == "port" else [typed(now)]

    @property
    def is_own_clock(self):
        return self.vector.get("now") == "port"

    def content(self, now):
        """What the token of the question must hold."""
        return {"mint": self.minted, "build": self.built, "reopen": self.reopened}[self.op](now)

    def minted(self, now):
        given = self.given
        app_id, certificate = given["app_id"], given["app_certificate"]
        check_identifiers(app_id, certificate)
        salt = self.drawn("salt", self.inject.get("salt", 0))
        issued = self.drawn("issue_ts", now)
        check_number(given["expire"], "expire", 32)
        services = [self.named(service) for service in given["services"]]
        check(services, "policy", "service.count", "service-count")
        for service in services:
            check_service(service)
        return reader.made(app_id, certificate, issued, given["expire"], salt, services)

    @staticmethod
    def named(service):
        return {**service, "type": service["type"].decode()}

    def drawn(self, name, own):
        value = self.given.get(name)
        if value is None:
            return own
        check_number(value, name.replace("_", "-"), 32)
        return value

    def built(self, now):
        app_id, certificate, *arguments = self.given["args"]
        check_identifiers(app_id, certificate)
        life, services = FUNCTIONS[self.given["entry"].decode()[4:]](*arguments)
        for service in services:
            check_service(service)
        salt = self.inject.get("salt", 0)
        return reader.made(app_id, certificate, now, life, salt, services)

    def reopened(self, _):
        certificate = self.given["app_certificate"]
        check_identifiers(b"0" * 32, certificate)
        found = reader.taken_apart(self.given["parse"])
        names = ("issue_ts", "expire", "salt", "services")
        return reader.made(found["app_id"], certificate, *(found[name] for name in names))

    def opened(self, now):
        wishes = dict(self.given)
        token, certificate = wishes.pop("token"), wishes.pop("app_certificate")
        return told(reader.opened(token, certificate, wishes, now))


# --- comparing


def check_content(case, content, count):
    """A token says what is computed here, byte for byte, and the vector tells what it says."""
    vector, answer = case.vector, members(case.expected["answer"])
    certificate = case.given.get("app_certificate") or case.given["args"][1]
    claims = reader.taken_apart(b"007" + reader.base64.b64encode(reader.zlib.compress(content)))
    own = told(claims) | {"signed": reader.is_signed(claims, certificate)}
    if case.is_own_clock:
        own = {name: value for name, value in own.items() if name not in DRAWN}
    count.check(answer["content"] == own, vector, "it tells something else than is computed here")
    if case.is_own_clock:
        count.check("token" not in answer, vector, "a token is expected where it is drawn")
    else:
        same = reader.content_of(answer["token"]) == content
        count.check(same, vector, "the token holds something else than is computed here")


def check_case(case, count):
    expected, vector = case.expected, case.vector
    for now in case.clocks:
        try:
            answer = case.opened(now) if case.op == "open" else case.content(now)
            verdict = ["accept"]
        except Refused as error:
            verdict = ["reject", *error.args]
        names = ["verdict", "stage", "reason", "field"]
        wanted = [expected[name] for name in names if name in expected]
        count.check(verdict == wanted, vector, f"{wanted} is expected, here it is {verdict}")
        if verdict == wanted == ["accept"]:
            if case.op == "open":
                same = members(expected["answer"])["claims"] == answer
                count.check(same, vector, "it opens to something else here")
            else:
                check_content(case, answer, count)
    count.facts[f"{case.op}: {expected['verdict']}"] += 1


def main(_, folder):
    count = Count()
    for vector in rows(folder, "agora-007"):
        check_case(Case(vector), count)
    return count.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
