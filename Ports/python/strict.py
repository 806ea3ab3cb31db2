# SPDX-License-Identifier: 0BSD
"""What the formats share: one kind of refusal, and readers that take nothing but what is written down.

A text that is not UTF-8 is a `str` that encodes to its bytes by `surrogateescape`.
"""
import base64
import json


class Refused(Exception):
    """The check that failed, in the words of the vectors."""

    def __init__(self, stage, reason, field):
        super().__init__(f"{stage}/{reason} in {field}")
        self.stage, self.reason, self.field = stage, reason, field


def check(condition, stage, reason, field):
    if not condition:
        raise Refused(stage, reason, field)


def is_text(value):
    """A string without a surrogate alone, so without a byte that is not UTF-8."""
    if type(value) is not str:
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_integer(value, low, high):
    """`True` is no integer here."""
    return type(value) is int and low <= value <= high


def to_bytes(text):
    return text.encode("utf-8", "surrogateescape")


def from_bytes(data):
    return data.decode("utf-8", "surrogateescape")


def from_base64(text):
    """The bytes, or None. What decodes has to encode to the same text: no blank, no spare bit passes."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    return data if to_base64(data) == text else None


def to_base64(data):
    return base64.b64encode(data).decode()


def from_base64url(text):
    """The same for the alphabet of URLs, which has no padding here."""
    if set("+/=") & set(text):
        return None
    return from_base64(text.translate(str.maketrans("-_", "+/")) + "=" * (-len(text) % 4))


def to_base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class Reader:
    """Takes field after field from bytes, and refuses what ends too early."""

    def __init__(self, data, order):
        self.data, self.order, self.offset = data, order, 0

    def take(self, count, field):
        end = self.offset + count
        check(end <= len(self.data), "structure", "truncated", field)
        part, self.offset = self.data[self.offset:end], end
        return part

    def number(self, count, field, signed=False):
        return int.from_bytes(self.take(count, field), self.order, signed=signed)

    def left(self):
        return len(self.data) - self.offset


class Members(list):
    """The names and values of a JSON object as they stand, repeated ones too."""

    def last(self):
        return dict(self)


def read_json(data, depth):
    """A JSON value as RFC 8259 has it; ValueError for anything else and for what is nested deeper."""

    def no_json(word):
        raise ValueError(f"{word} is no JSON")

    try:
        value = json.loads(
            from_bytes(data), object_pairs_hook=Members, parse_int=_integer, parse_constant=no_json)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if _depth(value) > depth:
        raise ValueError("nested too deep")
    return value


def _integer(digits):
    """Python converts no more than 4300 digits; 40 are beyond every range."""
    return int(digits[:40])


def _depth(value):
    levels, values = 0, [value]
    while values:
        levels += 1
        lists = [each for each in values if isinstance(each, list)]
        values = [i[1] if isinstance(each, Members) else i for each in lists for i in each]
    return levels


def write_json(members):
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()
