#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How long a command takes from its start to its end: startup.py MILLISECONDS COMMAND...

The fastest tenth of many runs counts: the others say how busy the machine is.
"""
import os
import sys
import time

RUNS = 400


def once(command):
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return (time.perf_counter() - start) * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def tenth(numbers):
    return sorted(numbers)[len(numbers) // 10]


def main():
    limit, command = float(sys.argv[1]), sys.argv[2:]
    wall, processor = zip(*(once(command) for _ in range(RUNS)))
    floor = tenth([once(["/bin/true"])[0] for _ in range(RUNS)])
    print(f"{' '.join(os.path.basename(w) for w in command)}: {tenth(wall):.2f} ms,"
          f" {tenth(processor):.2f} ms of processor time; /bin/true {floor:.2f} ms")
    sys.exit(tenth(wall) > limit)


main()
