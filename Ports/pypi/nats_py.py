# SPDX-License-Identifier: 0BSD
"""The PyPI package nats-py as a port: from an address and options into a CONNECT line.

The client connects as ever, but every connection ends at a server of this process, which wants a
token, takes any, and keeps the lines that come before the first PING.
"""
import asyncio
import json
from unittest.mock import patch

import nats
from port import Inexpressible, Refused, serve

HOSTS = ["127.0.0.1", "localhost"]
PORT = 4222
INFO = {"server_id": "port", "version": "2.9.10", "auth_required": True, "headers": True,
        "max_payload": 1048576}
connect_for_real = asyncio.open_connection


class Server:
    """Stands where the addresses of the vectors say that a server is."""

    async def start(self):
        self.server = await asyncio.start_server(self.admit, "127.0.0.1", 0)
        self.address = self.server.sockets[0].getsockname()

    async def admit(self, reader, writer):
        writer.write(b"INFO " + json.dumps(INFO).encode() + b"\r\n")
        self.lines = (await reader.readuntil(b"PING\r\n")).removesuffix(b"PING\r\n")
        writer.write(b"PONG\r\n")
        await reader.read()
        writer.close()

    async def connection(self, host, port, **options):
        if host not in HOSTS or port != PORT:
            raise OSError(f"no server is at {host}:{port}")
        return await connect_for_real(*self.address, **options)


def options(given):
    """What `nats.connect` takes: one argument is for a token and for the function that gives it."""
    token, returned = given.get("token"), given.get("token_handler_returns")
    if "token_handler_returns" in given and token is not None:
        raise Inexpressible("one argument takes a token or a function")
    named = {"user": given.get("user"), "password": given.get("pass"), "token": token}
    if "token_handler_returns" in given:
        named["token"] = lambda: returned
    return {name: value for name, value in named.items() if value is not None}


async def connect(server, given):
    """Connects once; a failure is final after the second attempt, which follows at once."""
    errors = []

    async def note(error):
        errors.append(error)

    try:
        client = await nats.connect(
            given["url"], error_cb=note, allow_reconnect=False, max_reconnect_attempts=1,
            reconnect_time_wait=0, **options(given))
    except (nats.errors.Error, OSError) as error:
        raise Refused(str(errors[-1] if errors else error)) from error
    await client.close()
    return {"line": server.lines.decode().removesuffix("\r\n")}


if __name__ == "__main__":
    loop, server = asyncio.new_event_loop(), Server()
    loop.run_until_complete(server.start())
    with patch.object(asyncio, "open_connection", server.connection):
        serve("nats-py", "nats-connect", {
            "carry": lambda given, *_: loop.run_until_complete(connect(server, given))})
