# SPDX-License-Identifier: 0BSD
"""What Agora's formats agree on: identifiers, channel names, users, and numbers of a fixed size."""
import re

from strict import check, is_integer

DIGITS = re.compile(r"[0-9A-Fa-f]{32}")
NAME = re.compile(r"[A-Za-z0-9 !#$%&()+,\-.:;<=>?@\[\]^_{|}~]*")


def is_identifier(value):
    return type(value) is str and DIGITS.fullmatch(value) is not None


def check_identifiers(app_id, certificate):
    check(is_identifier(app_id), "policy", "app-id", "app-id")
    check(is_identifier(certificate), "policy", "certificate", "certificate")


def is_name(value, longest):
    """Of the 89 characters, which are all ASCII."""
    return type(value) is str and len(value) <= longest and NAME.fullmatch(value) is not None


def check_channel(name):
    check(is_name(name, 64) and name, "policy", "channel", "channel")


def user_text(uid):
    """A uid is its decimal digits, the uid 0 is nothing, an account is itself."""
    if type(uid) is int:
        check(is_integer(uid, 0, 2**32 - 1), "policy", "uid", "uid")
        return str(uid) if uid else ""
    check(is_name(uid, 255), "policy", "uid", "uid")
    return uid


def asked_user(uid):
    """The user that an opener is told: no rule for callers binds who is only compared."""
    return str(uid or "") if type(uid) is int else uid


def check_number(value, bits, field):
    check(is_integer(value, 0, 2**bits - 1), "policy", "range", field)


def pack(value, bits):
    return value.to_bytes(bits // 8, "little")
