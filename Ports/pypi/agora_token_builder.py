# SPDX-License-Identifier: 0BSD
"""The PyPI package agora-token-builder as a port: AccessToken 006.

The package takes neither salt nor time. Its calls of the random source and of the clock are
answered by the test instead; what it makes of them is its own.
"""
import secrets
import sys
import time
from contextlib import ExitStack
from unittest.mock import patch

sys.path.append(sys.path.pop(0))  # the package has the name of this file and comes first

from agora_token_builder import RtcTokenBuilder, RtmTokenBuilder
from agora_token_builder.AccessToken import AccessToken
from port import Refused, Unsupported, serve

DAY = 86400
BUILDERS = {
    "006.rtc.buildTokenWithUid": RtcTokenBuilder.buildTokenWithUid,
    "006.rtc.buildTokenWithUserAccount": RtcTokenBuilder.buildTokenWithAccount,
    "006.rtm.buildToken": RtmTokenBuilder.buildToken,
}


def drawing(salt=None, ts=None, now=None):
    """Answers what the package asks: a token ends a day after the second that the clock says."""
    second = now if ts is None else ts - DAY
    stack = ExitStack()
    if salt is not None:
        stack.enter_context(patch.object(secrets.SystemRandom, "randint", return_value=salt))
    if second is not None:
        stack.enter_context(patch.object(time, "time", return_value=second))
    return stack


def load(access, token):
    if not access.fromString(token):
        raise Refused("fromString returned False")


def set_salt_ts(access, salt, ts):
    access.salt, access.ts = salt, ts


CALLS = {
    "setPrivilege": lambda access, privilege, expire: access.addPrivilege(privilege, expire),
    "buildToken": AccessToken.build,
    "initTokenBuilder": load,
    "setSaltTs": set_salt_ts,
}


def mint(given, now, drawn):
    names = ("app_id", "app_certificate", "channel_name", "uid")
    with drawing(now=now, **drawn):
        access = AccessToken(*(given[name] for name in names))
        for step in given["steps"]:
            call = step.pop("op")
            if call == "newBuilder":
                access = AccessToken(*(given[name] for name in names))
            elif call in CALLS:
                CALLS[call](access, **step)
            else:
                raise Unsupported(call)
        return {"token": access.build()}


def build(given, now, drawn):
    with drawing(now=now, **drawn):
        return {"token": BUILDERS[given["entry"]](*given["args"])}


if __name__ == "__main__":
    serve("agora-token-builder", "agora-006", {"mint": mint, "reopen": mint, "build": build},
          inject=["now", "salt", "ts"])
