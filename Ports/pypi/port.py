# SPDX-License-Identifier: 0BSD
"""Speaks assay-port/1 for a package: asks its adapter one question after the other."""
import json
import platform
import sys
from importlib.metadata import version


class Refused(Exception):
    """The package's own way to refuse."""


class Inexpressible(Exception):
    """The package, or Python, has no way to be asked this."""


class Unsupported(Exception):
    """The package has no such call."""


# A package may print; it must not print between the answers.
answers, sys.stdout = sys.stdout, sys.stderr


def value(typed):
    """The value that a typed value of a vector stands for."""
    match typed:
        case {"int": digits}: return int(digits)
        case {"float": digits}: return float(digits)
        case {"text": text}: return text
        case {"hex": digits}: return text_of(bytes.fromhex(digits))
        case {"repeat": text, "count": count}: return text * int(count)
        case {"members": members}: return values(members)
        case [*items]: return [value(each) for each in items]
        case _: return typed


def values(members):
    return {name: value(typed) for name, typed in members.items()}


def text_of(data):
    """A str holds a surrogate without its pair, but no other bytes that are not UTF-8."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise Inexpressible("a str has no such bytes") from error


def answer(question, form, operations):
    if question["format"] != form or question["op"] not in operations:
        return {"unsupported": {"what": f"{question['format']} {question['op']}"}}
    try:
        given = {name: values(question.get(name, {})) for name in ("in", "inject")}
        now = question.get("now")
        members = operations[question["op"]](
            given["in"], None if now == "port" else value(now), given["inject"])
    except Inexpressible as error:
        return {"inexpressible": {"why": str(error)}}
    except Unsupported as error:
        return {"unsupported": {"what": str(error)}}
    except Refused as error:
        return {"refused": {"message": str(error)}}
    except Exception as error:
        return {"crashed": {"type": type(error).__name__, "message": str(error)}}
    return {"accepted": {name: {"text": text} for name, text in members.items()}}


def serve(package, form, operations, inject=()):
    """Answers for one format until the runner says goodbye."""
    port = {"name": package, "language": "python", "version": version(package),
            "runtime": f"{platform.python_implementation()} {platform.python_version()}"}
    abilities = {form: {"ops": list(operations), "inject": list(inject)}}
    for line in sys.stdin.buffer:
        message = json.loads(line)
        if "bye" in message:
            break
        reply = ({"hello": message["hello"] | {"port": port, "formats": abilities}}
                 if "hello" in message
                 else {"seq": message["seq"]} | answer(message, form, operations))
        print(json.dumps(reply), file=answers, flush=True)
