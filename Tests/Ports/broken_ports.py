# SPDX-License-Identifier: MIT
"""Every bug of the port in Python is caught, and nearly all are diagnosed."""
import collections
import concurrent.futures
import dataclasses

import account
import bugs

NAMED = 0.9  # of the bugs, at least
JOBS = 2


@dataclasses.dataclass
class Asked:
    """A bug, and what is said of the port that has it."""

    bug: bugs.Bug
    outcome: object

    @property
    def names(self):
        """The deviations that are named together, for how many wrong answers."""
        return collections.Counter(
            tuple(row.get("behaviours", [])) for row in self.outcome.failed)

    @property
    def right(self):
        """The largest of them that holds the bug."""
        right = [(count, names) for names, count in self.names.items()
                 if any(account.matches(id, self.bug.ids) for id in names)]
        return max(right, default=(0, ()))

    @property
    def is_first(self):
        """No other explains more answers, and it stands before its equals."""
        count, names = self.right
        most = max((count for names, count in self.names.items() if names), default=0)
        return 0 < count == most and account.matches(names[0], self.bug.ids)


def check(suite):
    written = bugs.written()
    deviations = account.applying(suite.vectors)
    faults = account.faults(deviations, written + account.omissions(deviations, written))
    suite.want(not faults, "account", faults)
    harmless = [id for ids in account.HARMLESS.values() for id in ids]
    asked = ask(suite, written + account.omissions(deviations, written))
    for each in asked:
        status, name = each.outcome.status, each.bug.name
        if each.bug.ids[0] in harmless:
            suite.want(status != 1, name, "it is caught, and said to be harmless")
        else:
            suite.want_equal(status, 1, name, each.outcome.errors)
    judge(suite, [each for each in asked if each.bug.ids[0] not in harmless])


def judge(suite, asked):
    named = [each for each in asked if each.right[0]]
    for each in asked:
        if each not in named:
            print(f"not named: {each.bug.name}: {dict(each.names)}")
    equals = [len(each.right[1]) for each in named]
    print(f"{len(asked)} bugs: {len(named)} are named, {sum(each.is_first for each in named)} of them"
          f" first, with {sum(equals) / len(equals) - 1:.2f} others on average")
    suite.want(len(named) >= NAMED * len(asked), "named", len(named), len(asked))


def ask(suite, all_bugs):
    """Two ports at a time, each the questions of its format."""
    small = {format: suite.small(format) for format in bugs.FILES}

    def answers(number, bug):
        port = bug.port(suite.root, suite.file(f"bug-{number}"))
        flags = "--type", bug.format, "--seed", "1"
        return Asked(bug, small[bug.format].run([suite.python, *port], *flags))

    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        return list(pool.map(answers, range(len(all_bugs)), all_bugs))
