# SPDX-License-Identifier: MIT
"""Looks at pages with a browser, and counts what holds."""

from browser import Browser


class PageCheck:
    def __init__(self):
        self.browser = Browser()
        self.passed, self.failures = 0, []

    def want(self, holds, *words):
        if holds:
            self.passed += 1
        else:
            self.failures.append(": ".join(map(str, words)))

    def want_none(self, faults, *words):
        self.want(not faults, *words, faults[:5])

    def headings(self, page, *words):
        """One h1, and no level is passed over."""
        steps = zip(page.levels, page.levels[1:])
        self.want(page.levels[0] == 1 and all(b <= a + 1 for a, b in steps), *words, "headings skip")
        self.want(page.counts.get("h1") == 1, *words, "not one h1")

    def close(self):
        """Says what fails, and how much does not; the exit status."""
        self.browser.close()
        for failure in self.failures[:40]:
            print(failure[:300])
        print(f"{self.passed} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0
