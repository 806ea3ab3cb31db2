# SPDX-License-Identifier: MIT
"""token03 and both forms of token04, made and opened from their descriptions.

A second reading of Docs/spec/zego-server-assistant.md and of the clauses: nothing here is Assay's.
"""

import base64
import contextlib
import re
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from strict_json import Pairs, Syntax, is_text, parse

LARGEST = 2**63 - 1
LIFETIME = "effective_time_in_seconds"


class Refused(Exception):
    """The first rule that is broken: stage, reason and field."""

    @property
    def check(self):
        return self.args


passed_over = set()


@contextlib.contextmanager
def passing_over(check):
    """Meanwhile one rule is not asked for."""
    passed_over.add(check)
    try:
        yield
    finally:
        passed_over.discard(check)


def need(holds, stage, reason, field):
    if not holds and (stage, reason, field) not in passed_over:
        raise Refused(stage, reason, field)


class Form:
    """What the formats differ in; a number's range stands with its member."""

    def __init__(self, prefix, names, start, end, nonce_bits):
        self.prefix, self.names = prefix, names.split()
        self.start, self.end = start, end
        self.ranges = {
            "app_id": (1, 2**32 - 1),
            "nonce": (-(2 ** (nonce_bits - 1)), 2 ** (nonce_bits - 1) - 1),
            start: (0, LARGEST),
            end: (0, LARGEST),
        }


TOKEN04 = Form(b"04", "app_id user_id nonce ctime expire payload", "ctime", "expire", 32)
FORMS = {
    "zego-04-cbc": TOKEN04,
    "zego-04-gcm": TOKEN04,
    "zego-03": Form(
        b"03",
        "app_id room_id user_id privilege create_time expire_time nonce",
        "create_time",
        "expire_time",
        64,
    ),
}
IV_SIZES = {"zego-04-cbc": 16, "zego-04-gcm": 12, "zego-03": 16}


# --- making

SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
ESCAPED = re.compile(r'[\x00-\x1f"\\]')


def quoted(data):
    """A JSON string as it is written at its shortest: escapes where they must be, in lower case."""
    text = data.decode()
    return (
        '"' + ESCAPED.sub(lambda m: SHORT.get(ord(m[0])) or f"\\u{ord(m[0]):04x}", text) + '"'
    )


def written(value):
    """JSON without blanks."""
    if isinstance(value, bytes):
        return quoted(value)
    if isinstance(value, dict):
        pairs = (f"{quoted(name.encode())}:{written(part)}" for name, part in value.items())
        return "{" + ",".join(pairs) + "}"
    return str(value)


def claims(form, arguments, nonce, now):
    """What the encrypted part says, in the order of the layout."""
    rules = FORMS[form]
    drawn = {"nonce": nonce, rules.start: now, rules.end: now + arguments[LIFETIME]}
    return {name: drawn.get(name, arguments.get(name)) for name in rules.names}


def seal(form, key, iv, plaintext):
    if form == "zego-04-gcm":
        return AESGCM(key).encrypt(iv, plaintext, None)
    size = 16 - len(plaintext) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return encryptor.update(plaintext + bytes([size]) * size) + encryptor.finalize()


def sealed_size(form, plaintext):
    """Of the ciphertext, with padding or tag."""
    return plaintext + 16 if form == "zego-04-gcm" else plaintext // 16 * 16 + 16


def mint(form, arguments, nonce, iv, now):
    content = claims(form, arguments, nonce, now)
    ciphertext = seal(form, arguments["secret"], iv, written(content).encode())
    raw = struct.pack(">qH", content[FORMS[form].end], len(iv)) + iv
    raw += struct.pack(">H", len(ciphertext)) + ciphertext
    raw += b"\x01" if form == "zego-04-gcm" else b""
    return FORMS[form].prefix + base64.b64encode(raw), content


# --- the contract of callers


def is_integer(value):
    return type(value) is int


def check_integer(stage, name, value, least, most):
    need(is_integer(value), stage, "member.type", name)
    need(least <= value <= most, stage, "member.range", name)


def check_text(stage, name, value):
    need(isinstance(value, bytes), stage, "member.type", name)
    need(is_text(value), stage, "json.text", name)


def check_identifier(name, value):
    check_text("policy", name, value)
    units = len(value.decode().encode("utf-16-le")) // 2
    need(1 <= units <= 64, "policy", "member.range", name)


def check_secret(value):
    need(isinstance(value, bytes), "policy", "member.type", "secret")
    need(len(value) == 32, "policy", "secret.length", "secret")


def has_privileges(value):
    """Key 1, key 2 and no other, each 0 or 1."""
    return (
        isinstance(value, dict)
        and set(value) == {"1", "2"}
        and all(is_integer(right) and right in (0, 1) for right in value.values())
    )


ARGUMENTS = {
    "app_id": lambda value: check_integer("policy", "app_id", value, 1, 2**32 - 1),
    "room_id": lambda value: check_identifier("room_id", value),
    "user_id": lambda value: check_identifier("user_id", value),
    "privilege": lambda value: need(has_privileges(value), "policy", "privilege", "privilege"),
    "secret": check_secret,
    LIFETIME: lambda value: check_integer("policy", LIFETIME, value, 1, LARGEST),
    "payload": lambda value: check_text("policy", "payload", value),
}
ASKED = {
    "zego-04-cbc": f"app_id user_id secret {LIFETIME} payload".split(),
    "zego-03": f"app_id room_id user_id privilege secret {LIFETIME}".split(),
}
ASKED["zego-04-gcm"] = ASKED["zego-04-cbc"]


def check_request(form, arguments, nonce, now):
    """Raises for the first rule for callers that is broken."""
    for name in ASKED[form]:
        need(name in arguments, "policy", "member.missing", name)
        ARGUMENTS[name](arguments[name])
    need(now + arguments[LIFETIME] <= LARGEST, "policy", "member.range", LIFETIME)
    size = len(written(claims(form, arguments, nonce, now)).encode())
    fits = sealed_size(form, size) < 2**16
    need(fits, "policy", "ciphertext.length", "ciphertext-length")


# --- opening, from the outside to the inside

BASE64 = re.compile(rb"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)?\Z")


def decode(form, token):
    need(token.startswith(FORMS[form].prefix), "encoding", "prefix", "prefix")
    symbols = token[2:]
    need(BASE64.match(symbols), "encoding", "base64", "base64")
    raw = base64.b64decode(symbols)
    # Bits that are not used are zero: there is one way to write the bytes.
    need(base64.b64encode(raw) == symbols, "encoding", "base64", "base64")
    return raw


class Layout:
    """The bytes, field after field."""

    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def take(self, size, field):
        need(self.at + size <= len(self.raw), "structure", "truncated", field)
        self.at += size
        return self.raw[self.at - size : self.at]

    def end(self, field):
        need(self.at == len(self.raw), "structure", "trailing", field)


def unseal_cbc(key, iv, ciphertext):
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    blocks = decryptor.update(ciphertext) + decryptor.finalize()
    size = blocks[-1]
    holds = 1 <= size <= 16 and blocks.endswith(bytes([size]) * size)
    need(holds, "crypto", "padding", "ciphertext")
    return blocks[:-size]


def unseal_gcm(key, iv, ciphertext):
    try:
        return AESGCM(key).decrypt(iv, ciphertext, None)
    except InvalidTag:
        raise Refused("crypto", "tag", "tag") from None


def take_apart(form, raw):
    """The clear expiry, the IV, the ciphertext and what opens it."""
    layout = Layout(raw)
    (expire,) = struct.unpack(">q", layout.take(8, "expire"))
    (size,) = struct.unpack(">H", layout.take(2, "iv-length"))
    need(size == IV_SIZES[form], "structure", "iv.length", "iv-length")
    iv = layout.take(size, "iv")
    (length,) = struct.unpack(">H", layout.take(2, "ciphertext-length"))
    is_gcm = form == "zego-04-gcm"
    fits = length >= 16 and (is_gcm or length % 16 == 0)
    need(fits, "structure", "ciphertext.length", "ciphertext-length")
    ciphertext = layout.take(length, "ciphertext")
    if not is_gcm:
        layout.end("ciphertext")
        return expire, iv, ciphertext, unseal_cbc
    need(layout.take(1, "mode") == b"\x01", "structure", "mode", "mode")
    layout.end("mode")
    return expire, iv, ciphertext, unseal_gcm


def broken_besides(form, token, check):
    """The rule of the structure that fields break beside one that they break first."""
    if check[0] != "structure" or check[1] == "truncated":
        return []
    with passing_over(check):
        try:
            take_apart(form, decode(form, token))
        except Refused as stopped:
            return ["/".join(stopped.check[:2])]
    return []


def read_object(stage, field, data):
    try:
        value = parse(data)
    except Syntax:
        raise Refused(stage, "json.syntax", field) from None
    need(isinstance(value, Pairs), stage, "json.syntax", field)
    return value


def plain(value):
    """Without the order of names, as a vector has it."""
    if isinstance(value, Pairs):
        return {name.decode("utf-8", "replace"): plain(part) for name, part in value}
    return [plain(part) for part in value] if isinstance(value, list) else value


def check_member(rules, name, value):
    if name in rules.ranges:
        check_integer("claims", name, value, *rules.ranges[name])
    elif name == "privilege":
        need(isinstance(value, Pairs), "claims", "member.type", name)
        need(value.repeated() is None, "claims", "member.duplicate", name)
        need(has_privileges(plain(value)), "claims", "privilege", name)
    else:
        check_text("claims", name, value)
        need(value or name == "payload", "claims", "member.range", name)


def read_claims(form, plaintext):
    rules = FORMS[form]
    pairs = read_object("claims", "plaintext", plaintext)
    known = {name.encode() for name in rules.names}
    repeated = pairs.repeated()
    place = repeated.decode() if repeated in known else "plaintext"
    need(repeated is None, "claims", "member.duplicate", place)
    need(known.issuperset(pairs.names()), "claims", "member.unknown", "plaintext")
    found = {name.decode(): value for name, value in pairs}
    for name in rules.names:
        need(name in found, "claims", "member.missing", name)
        check_member(rules, name, found[name])
    return found


# --- what who opens is told


def check_room_payload(payload, room):
    """The payload of a permission token: a room, what one may do there, and streams."""
    pairs = read_object("policy", "payload", payload)
    need(pairs.repeated() is None, "policy", "member.duplicate", "payload")
    found = plain(pairs)
    named = found.get("room_id")
    present = isinstance(named, bytes) and named
    need(present, "policy", "member.range", "room_id")
    need(named == room, "policy", "room-id", "room_id")
    rights = found.get("privilege")
    keyed = isinstance(rights, dict) and rights and set(rights) <= {"1", "2"}
    holds = keyed and all(is_integer(right) and right in (0, 1) for right in rights.values())
    need(holds, "policy", "privilege", "privilege")
    streams = found.get("stream_id_list")
    listed = isinstance(streams, list) and all(isinstance(stream, bytes) for stream in streams)
    need(listed or streams is None, "policy", "stream-ids", "stream_id_list")


def check_told(found, told):
    for name in ("app_id", "user_id"):
        same = name not in told or found[name] == told[name]
        need(same, "policy", name.replace("_", "-"), name)
    if "room_id" not in told:
        return
    if "room_id" in found:
        need(found["room_id"] == told["room_id"], "policy", "room-id", "room_id")
    else:
        check_room_payload(found["payload"], told["room_id"])


def open_token(form, told, now):
    """The claims; raises for the first rule that is broken."""
    raw = decode(form, told["token"])
    expire, iv, ciphertext, unseal = take_apart(form, raw)
    check_secret(told["secret"])
    found = read_claims(form, unseal(told["secret"], iv, ciphertext))
    end = FORMS[form].end
    need(found[end] == expire, "claims", "expire.mismatch", end)
    need(now < expire, "time", "expired", end)
    check_told(found, told)
    return {name: plain(value) for name, value in found.items()}
