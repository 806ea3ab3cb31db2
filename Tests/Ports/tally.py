# SPDX-License-Identifier: MIT
"""Counts what holds."""


class Tally:
    def __init__(self):
        self.passed, self.failures = 0, []

    def want(self, holds, *words):
        if holds:
            self.passed += 1
        else:
            self.failures.append(": ".join(map(str, words)))

    def close(self):
        """Says what fails, and how much does not; the exit status."""
        for failure in self.failures:
            print(failure)
        print(f"{self.passed} passed, {len(self.failures)} failed")
        return bool(self.failures)
