# SPDX-License-Identifier: 0BSD
"""ZEGO token04, in both of its forms: zego-04-cbc and zego-04-gcm.

    04 | base64 of: expire | iv-length | iv | ciphertext-length | ciphertext | mode (GCM alone)
"""
import os
import time

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from strict import (
    Members, Reader, Refused, check, from_base64, is_integer, is_text, read_json, to_base64, to_bytes,
    write_json)

INT64 = 2**63 - 1
DEPTH = 64
RANGES = {
    "app_id": (1, 2**32 - 1),
    "nonce": (-2**31, 2**31 - 1),
    "ctime": (0, INT64),
    "expire": (0, INT64),
}
MEMBERS = ["app_id", "user_id", "nonce", "ctime", "expire", "payload"]


class Cbc:
    """AES-256-CBC with the padding of PKCS #7; nothing authenticates it."""

    iv_length = 16
    mode = b""

    @staticmethod
    def fits(length):
        return length > 0 and length % 16 == 0

    @staticmethod
    def encrypt(key, iv, plaintext):
        padding = 16 - len(plaintext) % 16
        encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
        return encryptor.update(plaintext + bytes([padding]) * padding) + encryptor.finalize()

    @staticmethod
    def decrypt(key, iv, ciphertext):
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        padded = decryptor.update(ciphertext) + decryptor.finalize()
        padding = padded[-1]
        right = 1 <= padding <= 16 and padded.endswith(bytes([padding]) * padding)
        check(right, "crypto", "padding", "ciphertext")
        return padded[:-padding]


class Gcm:
    """AES-256-GCM; the tag of 16 bytes ends the ciphertext."""

    iv_length = 12
    mode = b"\x01"

    @staticmethod
    def fits(length):
        return length >= 16

    @staticmethod
    def encrypt(key, iv, plaintext):
        return AESGCM(key).encrypt(iv, plaintext, None)

    @staticmethod
    def decrypt(key, iv, ciphertext):
        try:
            return AESGCM(key).decrypt(iv, ciphertext, None)
        except InvalidTag:
            raise Refused("crypto", "tag", "tag") from None


FORMS = {"cbc": Cbc, "gcm": Gcm}


def mint(form, arguments, now=None, nonce=None, iv=None):
    """A token for the arguments of the vendor's call, by name. Only tests give time, nonce and IV."""
    form = FORMS[form]
    ctime = int(time.time()) if now is None else now
    key = check_arguments(arguments, ctime)
    if nonce is None:
        nonce = int.from_bytes(os.urandom(4), "big", signed=True)
    iv = os.urandom(form.iv_length) if iv is None else to_bytes(iv)
    expire = ctime + arguments["effective_time_in_seconds"]
    values = arguments["app_id"], arguments["user_id"], nonce, ctime, expire, arguments["payload"]
    ciphertext = form.encrypt(key, iv, write_json(dict(zip(MEMBERS, values))))
    check(len(ciphertext) < 2**16, "policy", "ciphertext.length", "ciphertext-length")
    return "04" + to_base64(b"".join([
        expire.to_bytes(8, "big"), len(iv).to_bytes(2, "big"), iv,
        len(ciphertext).to_bytes(2, "big"), ciphertext, form.mode]))


def check_arguments(arguments, ctime):
    """The rules for the caller, in the order of the vendor's code; gives the key."""
    app_id, user_id = arguments.get("app_id"), arguments.get("user_id")
    check(type(app_id) is int, "policy", "member.type", "app_id")
    check(is_integer(app_id, *RANGES["app_id"]), "policy", "member.range", "app_id")
    check(type(user_id) is str, "policy", "member.type", "user_id")
    check(is_text(user_id), "policy", "json.text", "user_id")
    units = len(user_id.encode("utf-16-le")) // 2
    check(1 <= units <= 64, "policy", "member.range", "user_id")
    key = key_of(arguments.get("secret"))
    seconds = arguments.get("effective_time_in_seconds")
    check(type(seconds) is int, "policy", "member.type", "effective_time_in_seconds")
    in_range = 0 < seconds <= INT64 - ctime
    check(in_range, "policy", "member.range", "effective_time_in_seconds")
    check("payload" in arguments, "policy", "member.missing", "payload")
    check(type(arguments["payload"]) is str, "policy", "member.type", "payload")
    check(is_text(arguments["payload"]), "policy", "json.text", "payload")
    return key


def key_of(secret):
    check(type(secret) is str, "policy", "member.type", "secret")
    key = to_bytes(secret)
    check(len(key) == 32, "policy", "secret.length", "secret")
    return key


def open_token(form, token, secret, now=None, app_id=None, user_id=None, room_id=None):
    """The claims of a token that is good now, and for the app, the user and the room that are given."""
    key, form = key_of(secret), FORMS[form]
    expire, iv, ciphertext = fields(form, token)
    claims = read_claims(form.decrypt(key, iv, ciphertext))
    check(expire == claims["expire"], "claims", "expire.mismatch", "expire")
    now = int(time.time()) if now is None else now
    check(now < expire, "time", "expired", "expire")
    check(app_id in (None, claims["app_id"]), "policy", "app-id", "app_id")
    check(user_id in (None, claims["user_id"]), "policy", "user-id", "user_id")
    if room_id is not None:
        check(room_id == room_of(claims["payload"]), "policy", "room-id", "room_id")
    return claims


def fields(form, token):
    check(token.startswith("04"), "encoding", "prefix", "prefix")
    data = from_base64(token[2:])
    check(data is not None, "encoding", "base64", "base64")
    reader = Reader(data, "big")
    expire = reader.number(8, "expire", signed=True)
    right = reader.number(2, "iv-length") == form.iv_length
    check(right, "structure", "iv.length", "iv-length")
    iv = reader.take(form.iv_length, "iv")
    length = reader.number(2, "ciphertext-length")
    check(form.fits(length), "structure", "ciphertext.length", "ciphertext-length")
    ciphertext = reader.take(length, "ciphertext")
    check(reader.take(len(form.mode), "mode") == form.mode, "structure", "mode", "mode")
    check(reader.left() == 0, "structure", "trailing", "mode" if form.mode else "ciphertext")
    return expire, iv, ciphertext


def read_claims(plaintext):
    """The six members, each once, each of its type and in its range."""
    try:
        members = read_json(plaintext, DEPTH)
    except ValueError:
        raise Refused("claims", "json.syntax", "plaintext") from None
    check(isinstance(members, Members), "claims", "json.syntax", "plaintext")
    claims = {}
    for name, value in members:
        check(name in MEMBERS, "claims", "member.unknown", "plaintext")
        check(name not in claims, "claims", "member.duplicate", name)
        claims[name] = value
    for name in MEMBERS:
        check(name in claims, "claims", "member.missing", name)
    for name in MEMBERS:
        kind = int if name in RANGES else str
        check(type(claims[name]) is kind, "claims", "member.type", name)
        if name in RANGES:
            check(is_integer(claims[name], *RANGES[name]), "claims", "member.range", name)
        else:
            check(is_text(claims[name]), "claims", "json.text", name)
    check(claims["user_id"], "claims", "member.range", "user_id")
    return claims


def room_of(payload):
    """The room that the payload of a permission token names."""
    try:
        members = read_json(to_bytes(payload), DEPTH)
    except ValueError:
        members = None
    check(isinstance(members, Members), "policy", "json.syntax", "payload")
    values = members.last()
    check(len(values) == len(members), "policy", "member.duplicate", "payload")
    room_id = values.get("room_id")
    check(is_text(room_id) and room_id, "policy", "member.range", "room_id")
    check(is_privilege(values.get("privilege")), "policy", "privilege", "privilege")
    streams = values.get("stream_id_list")
    right = streams is None or type(streams) is list and all(type(s) is str for s in streams)
    check(right, "policy", "stream-ids", "stream_id_list")
    return room_id


def is_privilege(value):
    if not isinstance(value, Members):
        return False
    names = sorted(name for name, _ in value)
    return names in (["1"], ["2"], ["1", "2"]) and all(is_integer(v, 0, 1) for _, v in value)
