#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Looks at a built site with a browser, from its files, as a reader with a keyboard does.

usage: check_site.py SITE
"""

import sys
import time

from selenium.webdriver.common.keys import Keys

import page_scripts
from browser import NARROW, WIDE
from page_check import PageCheck
from site_files import Site

ACTIVE = "return document.activeElement.id"
FOUND = "return [...document.querySelectorAll('#found code')].map(id => id.textContent)"
SELECTED = "return document.querySelector('#found [aria-selected=true] code')?.textContent"
GROUND = "return getComputedStyle(document.body).backgroundColor"


class Check(PageCheck):
    """One page after the other, and what only some have."""

    def __init__(self, folder):
        super().__init__()
        self.site = Site(folder)

    def name(self, page):
        return page.path.relative_to(self.site.folder)

    def files(self, page):
        """What is told without a browser."""
        name = self.name(page)
        for target in page.targets:
            fault = self.site.fault(page, target)
            self.want(fault is None, name, fault)
        self.want(len(page.ids) == len(set(page.ids)), name, "an id stands twice")
        self.want(page.language == ("zh-Hans" if "zh" in name.parts else "en"), name, "lang")
        self.headings(page, name)

    def shown(self, page):
        """What is told by looking at the page in one size and colour after the other."""
        name, browser = self.name(page), self.browser
        browser.open(page.path)
        self.want_none(browser.run(page_scripts.STRUCTURE_FAULTS), name)
        for scheme in ("light", "dark"):
            browser.media(scheme=scheme)
            self.want_none(browser.run(page_scripts.CONTRAST_FAULTS), name, scheme, "contrast")
        browser.media("print")
        self.want_none(browser.run(page_scripts.PRINT_FAULTS), name, "print")
        browser.media()
        for width in (NARROW, WIDE):
            browser.width(width)
            self.want_none(browser.run(page_scripts.WIDTH_FAULTS), name, width)
        self.tabs(name)
        self.want_none(browser.complaints(), name, "console")

    def tabs(self, name):
        count = self.browser.run(page_scripts.WATCH_FOCUS)
        self.browser.press(*[Keys.TAB] * (count + 5))
        self.want_none(self.browser.run(page_scripts.FOCUS_FAULTS), name, "tab")

    def without_scripts(self, page):
        browser, name = self.browser, self.name(page)
        browser.scripts(False)
        browser.open(page.path)
        texts = {
            place: browser.run(f"return document.querySelector('{place}').innerText")
            for place in ("main", ".pages", "header")
        }
        self.want(len(texts["main"]) > 20, name, "nothing to read without scripts")
        self.want("\n" in texts[".pages"], name, "no navigation without scripts")
        self.want(texts["header"] == "Assay", name, "a control that needs scripts", texts["header"])
        browser.scripts(True)

    def search(self, page, words, clause):
        """Finds a clause by the keyboard alone and goes there."""
        name, browser = self.name(page), self.browser
        browser.open(page.path)
        browser.press("/")
        self.want(browser.run(ACTIVE) == "search", name, "/ does not lead to the search")
        browser.press(words)
        selected = browser.run(SELECTED)
        self.want(selected == clause[0], name, words, "selected", selected)
        browser.press(Keys.ENTER)
        wanted = (self.site.folder / clause[4].split("#")[0]).as_uri() + "#" + clause[0]
        arrived = self.comes_true(lambda: browser.driver.current_url == wanted)
        self.want(arrived, name, words, browser.driver.current_url)
        target = browser.run("return document.querySelector(':target')?.id")
        self.want(target == clause[0], name, words, "target", target)

    @staticmethod
    def comes_true(question):
        """Asks until the answer is yes, for some seconds."""
        end = time.monotonic() + 5
        while time.monotonic() < end:
            if question():
                return True
            time.sleep(0.02)
        return False

    def searches(self):
        clauses, pages = self.site.clauses, list(self.site.pages.values())
        for index, page in enumerate(pages):
            clause = clauses[index * len(clauses) // len(pages)]
            self.search(page, clause[3 if index % 2 else 0], clause)
        for clause in clauses:
            fault = self.site.fault(self.site.pages[self.site.folder / "index.html"], clause[4])
            self.want(fault is None, clause[0], fault)

    def arrows(self, page):
        """They go through what is found, and from its end to its beginning."""
        browser = self.browser
        browser.open(page.path)
        browser.press("/", "must")
        found = browser.run(FOUND)
        self.want(len(found) > 2, "too little is found for the arrows", found)
        for key, index in [(Keys.ARROW_DOWN, 1), (Keys.ARROW_DOWN, 2), (Keys.ARROW_UP, 1),
                           (Keys.ARROW_UP, 0), (Keys.ARROW_UP, -1), (Keys.ARROW_DOWN, 0)]:
            browser.press(key)
            self.want(browser.run(SELECTED) == found[index], "arrows", index)

    def escape(self, page):
        browser, name = self.browser, self.name(page)
        browser.open(page.path)
        browser.press("/", "a")
        is_shown = "return !document.getElementById('found').hidden"
        self.want(browser.run(is_shown), name, "the search shows nothing")
        browser.press(Keys.ESCAPE)
        self.want(not browser.run(is_shown), name, "Escape does not close")
        self.want(browser.run(ACTIVE) != "search", name, "Escape does not leave")
        rest = browser.run("return document.getElementById('search').value")
        self.want(rest == "", name, "Escape leaves words", rest)
        browser.press("/", "no such clause")
        found = browser.run("return document.querySelector('[role=status]').textContent")
        self.want(found.startswith("0 "), name, "nothing found is not said", found)

    def theme(self, pages):
        browser, first, second = self.browser, pages[0], pages[-1]
        for scheme in ("light", "dark"):
            browser.media(scheme=scheme)
            browser.open(first.path)
            browser.run("localStorage.clear()")
            browser.open(first.path)
            before = browser.run(GROUND)
            browser.run("document.getElementById('theme').focus()")
            browser.press(Keys.SPACE)
            after = browser.run(GROUND)
            self.want(before != after, scheme, "the theme is not changed")
            browser.open(second.path)
            self.want(browser.run(GROUND) == after, scheme, "the theme is not remembered")
            pressed = "return document.getElementById('theme').getAttribute('aria-pressed')"
            wanted = "true" if scheme == "light" else "false"
            self.want(browser.run(pressed) == wanted, scheme, "the button says the other theme")
            browser.run("localStorage.clear()")
        browser.media()

    def copy(self, page):
        browser = self.browser
        both = ["clipboardReadWrite", "clipboardSanitizedWrite"]
        browser.protocol("Browser.grantPermissions", permissions=both)
        browser.open(page.path)
        browser.run("document.querySelector('.console button').focus()")
        browser.press(Keys.ENTER)
        command = browser.run("return document.querySelector('.command code').textContent")
        read = "navigator.clipboard.readText().then(arguments[0], arguments[0])"
        copied = self.comes_true(lambda: browser.driver.execute_async_script(read) == command)
        self.want(copied, self.name(page), "the command is not copied")

    def run(self):
        pages = list(self.site.pages.values())
        for page in pages:
            self.files(page)
            self.shown(page)
            self.without_scripts(page)
        self.searches()
        self.arrows(pages[0])
        self.escape(pages[0])
        self.theme(pages)
        self.copy(next(page for page in pages if "figure" in page.counts))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    check = Check(sys.argv[1])
    check.run()
    sys.exit(check.close())


main()
