# SPDX-License-Identifier: MIT
"""The port in Python by another clock: clock.py CLOCK ADAPTER

It takes its time between the answers, so that a clock that stands still can be told from one that
goes.
"""
import json
import pathlib
import runpy
import sys
import time

START, REAL = time.time(), time.time
MONTH = 30 * 86400
CLOCKS = {
    "right": lambda: REAL(),
    "rounded-up": lambda: REAL() + 1,
    "fixed": lambda: 1_700_000_000,
    "fixed-and-slow": lambda: 1_700_000_000,
    "cached": lambda: START,
    "milliseconds": lambda: REAL() * 1000,
    "an-hour-ahead": lambda: REAL() + 3600,
    "eight-hours-behind": lambda: REAL() - 8 * 3600,
    "a-month-behind": lambda: REAL() - MONTH,
    "a-day-at-a-time": lambda: REAL() // 86400 * 86400 - 86400,
}
SLOW = {"right", "cached", "fixed-and-slow"}
PAUSE = 0.1


def main(name, adapter):
    time.time = CLOCKS[name]
    sys.path.insert(0, str(pathlib.Path(adapter).parent))
    if name in SLOW:
        slow_down()
    runpy.run_path(adapter, run_name="__main__")


def slow_down():
    """Waits before the questions that are put to the port's own clock."""
    load = json.loads

    def read(line):
        message = load(line)
        if message.get("op") == "mint" and message.get("now") == "port":
            time.sleep(PAUSE)
        return message

    json.loads = read


if __name__ == "__main__":
    main(*sys.argv[1:])
