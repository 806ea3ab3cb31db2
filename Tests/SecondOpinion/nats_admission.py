# SPDX-License-Identifier: MIT
"""A nats-server that takes nothing but what its documentation allows, as far as the vectors ask."""

import ctypes
import json
import re

LONGEST_LINE = 4096
DEEPEST = 512
USUAL_PATIENCE = 2.0

libcrypt = ctypes.CDLL("libcrypt.so.1")
libcrypt.crypt.restype = ctypes.c_char_p


class Refused(Exception):
    """A stage and a reason, in the words of the vectors."""

    @property
    def check(self):
        return self.args[0]


# --- JSON as both servers and clients write it


def depth_of(text):
    depth = deepest = 0
    for token in re.findall(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token, 0)
        deepest = max(deepest, depth)
    return deepest


def no_constant(name):
    raise ValueError(name)


def parse_json(argument):
    """The value, objects as lists of pairs in a tuple; bytes that are no UTF-8 become surrogates."""
    text = argument.decode("utf-8", "surrogateescape")
    if depth_of(text) > DEEPEST:
        raise ValueError("too deep")
    return json.loads(text, object_pairs_hook=tuple, parse_constant=no_constant)


def is_unicode(text):
    return not any("\ud800" <= char < "\ue000" for char in text)


# --- the configuration


WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\"}


class Configuration:
    """The language of nats-server's configuration, in the part of it that has tokens."""

    def __init__(self, text, environment):
        self.text, self.place, self.environment = text, 0, environment
        self.top = {}

    def fail(self):
        raise Refused("structure/configuration")

    def skip(self, marks):
        pattern = re.compile(r"(?:[%s]|#[^\n]*)*" % marks)
        self.place = pattern.match(self.text, self.place).end()

    def peek(self):
        return self.text[self.place] if self.place < len(self.text) else ""

    def read(self):
        self.skip(r"\s")
        if self.peek() == "{":
            return self.block()
        while self.peek():
            self.pair(self.top)
            self.skip(r"\s;,")
        return self.top

    def block(self):
        self.place += 1
        found = {}
        self.skip(r"\s,;")
        while self.peek() != "}":
            if not self.peek():
                self.fail()
            self.pair(found)
            self.skip(r"\s,;")
        self.place += 1
        return found

    def pair(self, found):
        name = re.compile(r'"([^"]*)"|([A-Za-z_]+)').match(self.text, self.place)
        if not name:
            self.fail()
        self.place = name.end()
        self.skip(r"\s=:")
        found[name[1] or name[2]] = self.value()

    def value(self):
        opening = self.peek()
        if opening == "{":
            return self.block()
        if opening == "[":
            return self.array()
        if opening == "'":
            end = self.text.index("'", self.place + 1)
            text, self.place = self.text[self.place + 1:end], end + 1
            return text
        if opening == '"':
            return self.quoted()
        word = re.compile(r"[^\s;,\]}]*").match(self.text, self.place)[0]
        self.place += len(word)
        return self.meaning(word)

    def array(self):
        self.place += 1
        found = []
        self.skip(r"\s,")
        while self.peek() != "]":
            if not self.peek():
                self.fail()
            found.append(self.value())
            self.skip(r"\s,")
        self.place += 1
        return found

    def quoted(self):
        match = re.compile(r'"((?:[^"\\]|\\.)*)"', re.S).match(self.text, self.place)
        if not match:
            self.fail()
        self.place = match.end()
        return re.sub(r"\\(x..|.)", self.escaped, match[1], flags=re.S)

    def escaped(self, match):
        if re.fullmatch(r"x[0-9A-Fa-f]{2}", match[1]):
            return chr(int(match[1][1:], 16))
        return ESCAPES[match[1]] if match[1] in ESCAPES else self.fail()

    def meaning(self, word):
        if word.lower() in WORDS:
            return WORDS[word.lower()]
        if word.startswith("$2a$"):
            return word
        if word.startswith("$"):
            return self.variable(word[1:])
        if re.match(r"-?\d+[kmgtpe][bi]*\d", word, re.I):
            self.fail()
        if re.fullmatch(r"-?\d+([kmgtpe]([bi]|ib)?)?", word, re.I):
            return int(re.match(r"-?\d+", word)[0])
        if re.fullmatch(r"-?\d+\.\d+", word):
            return float(word)
        if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", word):
            return None
        return word

    def variable(self, name):
        if name in self.top:
            return self.top[name]
        if name not in self.environment:
            self.fail()
        inner = Configuration(self.environment[name], {})
        value = inner.value()
        if inner.place < len(inner.text):
            self.fail()
        return value


def seconds(value):
    if isinstance(value, str):
        number, unit = re.fullmatch(r"([\d.]+)(ms|s|m)", value).groups()
        return float(number) * {"ms": 0.001, "s": 1, "m": 60}[unit]
    return float(value)


class Server:
    """What a server's configuration comes to."""

    def __init__(self, config):
        top = Configuration(config["conf"] or "", config["env"]).read()
        block = top.get("authorization", {})
        self.token = block.get("token")
        flags = config["args"]
        if "--auth" in flags:
            self.token = flags[flags.index("--auth") + 1]
        others = set(block) - {"token", "timeout"}
        if others or not isinstance(self.token, str) or not self.token:
            raise Refused("structure/configuration")
        self.patience = seconds(block.get("timeout", USUAL_PATIENCE))
        self.longest = top.get("max_control_line", LONGEST_LINE)

    def has(self, token):
        """A documented hash is compared by bcrypt, what begins as a hash and is none is nobody's."""
        if not re.match(r"\$2[abxy]\$\d\d\$", self.token):
            return token == self.token
        if not re.fullmatch(r"\$2a\$(0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{53}", self.token):
            return False
        if "\0" in token:
            return False
        # Of the two ways to compute $2a$, the one without the countermeasures of libcrypt.
        setting = self.token.replace("$2a$", "$2b$").encode()
        return libcrypt.crypt(token.encode(), setting) == setting


# --- what a client says


MEMBERS = {
    "verbose": bool, "pedantic": bool, "tls_required": bool, "auth_token": str, "user": str,
    "pass": str, "name": str, "lang": str, "version": str, "protocol": int, "echo": bool,
    "sig": str, "jwt": str, "nkey": str, "no_responders": bool, "headers": bool,
}


def read_line(stream, server, waits):
    """The argument of CONNECT and what follows the line; None where nothing comes and none waits."""
    if stream and stream[:1].upper() != b"C":
        raise Refused("structure/verb")
    verb = stream[:7].upper()
    if verb != b"CONNECT"[:len(verb)]:
        raise Refused("structure/operation")
    rest = stream[7:].lstrip(b" \t")
    if rest and len(rest) == len(stream) - 7:
        raise Refused("structure/blank")
    if rest[:1] in (b"\r", b"\n"):
        raise Refused("structure/line.end")
    line, end, rest = rest.partition(b"\n")
    if len(line) - line.endswith(b"\r") > server.longest:
        raise Refused("structure/line.length")
    if not end:
        assert waits > server.patience, "the server still waits"
        raise Refused("structure/line.missing")
    if not line.endswith(b"\r") or b"\r" in line[:-1]:
        raise Refused("structure/line.end")
    return line[:-1], rest


def read_object(argument):
    try:
        pairs = parse_json(argument)
    except ValueError:
        raise Refused("encoding/json.syntax") from None
    if not isinstance(pairs, tuple):
        raise Refused("structure/member.type")
    found = {}
    for name, value in pairs:
        if name not in MEMBERS:
            raise Refused("structure/member.unknown")
        if name in found:
            raise Refused("structure/member.duplicate")
        if type(value) is not MEMBERS[name]:
            raise Refused("structure/member.type")
        if isinstance(value, str) and not is_unicode(value):
            raise Refused("structure/text")
        found[name] = value
    return found


def check_client(server, client):
    if "auth_token" not in client:
        raise Refused("policy/token.missing")
    if not server.has(client["auth_token"]):
        raise Refused("policy/token.mismatch")
    if any(client.get(name) for name in ("user", "pass", "jwt", "nkey", "sig")):
        raise Refused("policy/credentials")
    if client.get("protocol", 0) not in (0, 1):
        raise Refused("policy/protocol.version")
    if client.get("no_responders") and not client.get("headers"):
        raise Refused("policy/headers")


def admit(config, sends, pings, waits):
    """The lines that a client is sent that is let in."""
    server = Server(config)
    argument, rest = read_line(sends[0], server, waits)
    client = read_object(argument)
    check_client(server, client)
    if rest or len(sends) > 1:
        raise Refused("structure/second")
    return (["+OK"] if client.get("verbose", True) else []) + (["PONG"] if pings else [])
