# SPDX-License-Identifier: MIT
"""A port that cannot be given anything in place of its clock and of chance: uninjected.py COMMAND...

It is the port of the command, but for the promise in its hello.
"""
import json
import subprocess
import sys
import threading


def main(*command):
    port = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    threading.Thread(target=forward, args=[port.stdin], daemon=True).start()
    for line in port.stdout:
        sys.stdout.buffer.write(poorer(line) if line.startswith(b'{"hello"') else line)
        sys.stdout.buffer.flush()
    return port.wait()


def forward(target):
    for line in sys.stdin.buffer:
        target.write(line)
        target.flush()
    target.close()


def poorer(line):
    message = json.loads(line)
    for ability in message["hello"]["formats"].values():
        ability.pop("inject", None)
    return json.dumps(message).encode() + b"\n"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
