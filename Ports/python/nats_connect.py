# SPDX-License-Identifier: 0BSD
"""Credentials of a NATS client: from an address and options into a CONNECT line, and out of one.

    nats://token@host:port          nats://user:password@host:port
    CONNECT {"auth_token":"token", ...}
"""
import re
from urllib.parse import unquote_to_bytes

from strict import Members, check, from_bytes, is_text, read_json, to_bytes, write_json

LONGEST = 4096  # bytes of the object that a server takes
DEPTH = 512
SCHEMES = ["nats", "tls", "ws", "wss"]
USUAL_PORT = 4222
AUTHORITY = re.compile(r"(?:(?P<user_part>[^/?#]*)@)?(?P<server>[^/?#]*)(?P<path>.*)", re.DOTALL)
USER_PART = re.compile(r"[A-Za-z0-9\-._~!$&'()*+;=%:]*")
ESCAPED = re.compile(r"(?:[^%]|%[0-9A-Fa-f]{2})*")
HOST = re.compile(r"\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._\-]+")
PORT = re.compile(r"[0-9]{1,5}")
VERB = re.compile(r"CONNECT[ \t]", re.IGNORECASE)
NONE = {"auth_token": "", "user": "", "pass": ""}


def carry(options):
    """The line that a client sends with the credentials that it is given, in one place alone.

    The options: `url`, `token`, `user` and `pass`, and what a function of the caller returned.
    """
    from_address, _ = read_address(options["url"])
    token, from_function = options.get("token"), options.get("token_handler_returns")
    users = {name: options[name] for name in ("user", "pass") if options.get(name) is not None}
    places = [
        from_address,
        {} if token is None else {"auth_token": checked_token(token, "token")},
        {} if from_function is None else {"auth_token": checked_token(from_function, "handler")},
        {name: checked(text, name) for name, text in users.items()}]
    given = [place for place in places if place]
    check(len(given) <= 1, "policy", "credentials", "options")
    credentials = given[0] if given else {}
    argument = write_json(
        {"verbose": False, "pedantic": False} | credentials
        | {"lang": "python", "version": "1", "protocol": 1})
    check(len(argument) <= LONGEST, "policy", "line.length", "argument")
    return "CONNECT " + argument.decode()


def checked_token(token, name):
    check(checked(token, name), "policy", "token.empty", "token")
    return token


def checked(text, name):
    check(type(text) is str, "claims", "member.type", name)
    check(is_text(text) and "\0" not in text, "policy", "token.text", name)
    return text


def open_given(line=None, url=None):
    return open_address(url) if line is None else open_line(line)


def open_address(url):
    """What an address says, with escapes resolved and the usual scheme and port filled in."""
    credentials, server = read_address(url)
    return NONE | credentials | server


def read_address(url):
    before, mark, rest = url.partition("://")
    scheme = before.lower() if mark else "nats"
    check(scheme in SCHEMES, "structure", "url.scheme", "scheme")
    part = AUTHORITY.fullmatch(rest if mark else url)
    credentials = read_user_part(part["user_part"])
    host, port = read_server(part["server"])
    check(part["path"] in ("", "/"), "structure", "url.path", "path")
    return credentials, {"scheme": scheme, "host": host, "port": port}


def read_user_part(text):
    """With a colon a user and a password, without one a token."""
    if text is None:
        return {}
    check(USER_PART.fullmatch(text), "structure", "url.character", "user part")
    first, colon, password = text.partition(":")
    check(first, "structure", "url.user", "user part")
    if colon:
        return {"user": unescaped(first, "user"), "pass": unescaped(password, "pass")}
    return {"auth_token": unescaped(first, "token")}


def unescaped(text, name):
    """Each escape once; a plus stays a plus."""
    resolved = from_bytes(unquote_to_bytes(text))
    check(ESCAPED.fullmatch(text) and is_text(resolved), "structure", "url.escape", "user part")
    return checked(resolved, name)


def read_server(text):
    host, port = split_server(text)
    check(port != "", "structure", "url.port", "port")
    check("," not in text and HOST.fullmatch(host), "structure", "url.host", "host")
    if port is None:
        return host.strip("[]"), USUAL_PORT
    right = PORT.fullmatch(port) and 1 <= int(port) <= 65535
    check(right, "structure", "url.port", "port")
    return host.strip("[]"), int(port)


def split_server(text):
    """The host, and the port if there is a colon for it; brackets keep the colons of IPv6."""
    if text.startswith("[") and "]" in text:
        host, _, behind = text.partition("]")
        check(behind[:1] in ("", ":"), "structure", "url.port", "port")
        return host + "]", behind[1:] if behind else None
    host, colon, port = text.rpartition(":")
    return (host, port) if colon else (text, None)


def open_line(line):
    """The credentials that a server reads in a line: names in any case, the last of several."""
    line = line.removesuffix("\r\n")
    verb = VERB.match(line)
    check(verb, "structure", "verb", "verb")
    check(not set("\r\n") & set(line), "structure", "line.trailing", "line")
    argument = to_bytes(line[verb.end():].lstrip(" \t"))
    check(len(argument) <= LONGEST, "structure", "line.length", "argument")
    try:
        members = read_json(argument, DEPTH)
    except ValueError:
        members = None
    check(isinstance(members, Members), "structure", "json.syntax", "argument")
    found = dict(NONE)
    for name, value in members:
        name = name.lower()
        if name in found and value is not None:
            found[name] = checked(value, name)
    return found
