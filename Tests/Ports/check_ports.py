#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Asks ports that are right, ports that misbehave, ports with a bug, ports that are interrupted, and
adapters with a mistake.

usage: check_ports.py ASSAY ROOT [PART...]

In ROOT, .build/ports holds the ports that have to be built.
"""
import sys
import tempfile
import time

import adapter_checks
import broken_ports
import clock_ports
import hostile_ports
import interrupted
import live_ports
from suite import Suite

PARTS = {
    "live": live_ports.check, "hostile": hostile_ports.check, "interrupted": interrupted.check,
    "broken": broken_ports.check, "adapters": adapter_checks.check,
    "clocks": clock_ports.check,
}


def main(assay, root, *names):
    with tempfile.TemporaryDirectory() as folder:
        suite = Suite(assay, root, folder)
        for name in names or PARTS:
            start = time.monotonic()
            PARTS[name](suite)
            print(f"{name}: {time.monotonic() - start:.0f} s")
    return suite.tally.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
