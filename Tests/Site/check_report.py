#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Looks at reports as HTML with a browser, from their files, as a reader with a keyboard does.

usage: check_report.py ASSAY

One report is of a broken copy of the reference as a port, one of recordings.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import page_scripts
from browser import NARROW, WIDE
from page_check import PageCheck
from site_files import Page

FLAW = "zego.omits-crypto-padding.ciphertext"
FAILING = 32  # rows of the broken copy
CLAUSE = "zego.open.padding"

SHOWN = "return [...document.querySelectorAll('[data-verdict]:not([hidden])')].map(row => row.id)"
TARGET = "return document.querySelector(':target')?.id"
ACTIVE = "return document.activeElement.name ?? document.activeElement.tagName"
STATUS = "return document.querySelector('[role=status]').textContent"
LOADED = "return performance.getEntriesByType('resource').map(entry => entry.name)"
WITHOUT_WORDS = """
  return [...document.querySelectorAll(".bad, .good, .list summary, td")]
    .filter(element => element.children.length === 0)
    .filter(element => !/[A-Za-z0-9]/.test(element.textContent) && element.textContent)
    .map(element => element.outerHTML.slice(0, 100));
"""
# What the address of a picture, a script and a style would load, were the page not to forbid it.
FORBIDDEN = """
  const done = arguments[0];
  const wanted = ["img-src", "script-src-elem"];
  const refused = [];
  document.addEventListener("securitypolicyviolation", event => {
    refused.push(event.effectiveDirective);
    if (refused.length === wanted.length) done(refused.sort());
  });
  const picture = document.createElement("img");
  picture.src = "http://127.0.0.1:9/a.png";
  const script = document.createElement("script");
  script.textContent = "document.title = 'taken over'";
  document.body.append(picture, script);
  setTimeout(() => done(refused.sort()), 3000);
"""


class Check(PageCheck):
    """One report after the other."""

    def file(self, path):
        """What is told without a browser."""
        page = Page(path)
        outside = [target for target in page.targets if not target.startswith(("#", "data:,"))]
        self.want_none(outside, path.name, "targets outside")
        ids = set(page.ids)
        for target in page.targets:
            if target.startswith("#"):
                self.want(urllib.parse.unquote(target[1:]) in ids, path.name, target, "no anchor")
        self.want(len(page.ids) == len(ids), path.name, "an id stands twice")
        self.want(page.language == "en", path.name, "language")
        self.headings(page, path.name)
        self.want(page.counts.get("main") == 1, path.name, "not one main")

    def looks(self, path):
        """Both colours, two widths, print."""
        browser = self.browser
        browser.open(path)
        for scheme in ("light", "dark"):
            browser.media(scheme=scheme)
            self.want_none(browser.run(page_scripts.CONTRAST_FAULTS), path.name, scheme, "contrast")
        browser.media()
        for width in (NARROW, WIDE):
            browser.width(width)
            self.want_none(browser.run(page_scripts.WIDTH_FAULTS), path.name, width)
        self.want_none(browser.run(WITHOUT_WORDS), path.name, "a mark without words")
        self.want_none(browser.run(LOADED), path.name, "loaded")
        self.want_none(browser.complaints(), path.name, "console")

    def keys(self, path):
        """Everything is reached by the tab key, and the focus can be seen."""
        browser = self.browser
        browser.open(path, f"#?verdict=differs&text={FLAW}")
        count = browser.run(page_scripts.WATCH_FOCUS)
        browser.press(*[Keys.TAB] * (count + 5))
        self.want_none(browser.run(page_scripts.FOCUS_FAULTS), path.name, "tab")

    def choose(self, name, value):
        self.browser.run("document.querySelector(`[name=${arguments[0]}]`).focus()", name)
        self.browser.press(value)

    def filters(self, path):
        """By choices and by words; the address keeps what was chosen."""
        browser = self.browser
        browser.open(path)
        every = browser.run(SHOWN)
        self.want(len(every) > 3000, "too few rows", len(every))
        self.choose("verdict", "differs")
        failing = browser.run(SHOWN)
        self.want(len(failing) == FAILING, "verdict", len(failing))
        self.want(browser.run(STATUS) == f"{FAILING} of {len(every)} rows", browser.run(STATUS))
        self.choose("format", "zego-03")
        half = browser.run(SHOWN)
        self.want(len(half) == FAILING // 2 and all(id.startswith("zego-03.") for id in half),
                  "format", half)
        browser.run("document.querySelector('[name=text]').focus()")
        browser.press("PADDING-0")
        self.want(browser.run(SHOWN) == ["zego-03.open.padding-0"], "words", browser.run(SHOWN))
        address = browser.driver.current_url
        self.want("#?" in address, "the address keeps nothing", address)
        browser.open(path, "#" + address.split("#")[1])
        self.want(browser.run(SHOWN) == ["zego-03.open.padding-0"], "the address brings nothing back")
        browser.open(path, "#?severity=security")
        self.want(browser.run(SHOWN) == failing, "severity")
        browser.open(path, f"#?text={CLAUSE}&verdict=differs")
        self.want(browser.run(SHOWN) == failing, "clause")
        browser.open(path, "#?verdict=agrees")
        self.want(len(browser.run(SHOWN)) == len(every) - FAILING, "agrees")
        visible = "return document.getElementById('zego-03.mint.a-day')?.checkVisibility()"
        first = browser.run(SHOWN)[0]
        visible = f"return document.getElementById({first!r}).checkVisibility()"
        self.want(browser.run(visible), "the rows that agree stay folded")

    def keyboard(self, path):
        """From / to an opened row without a mouse."""
        browser = self.browser
        browser.open(path)
        browser.press("/")
        self.want(browser.run(ACTIVE) == "text", "/ does not lead to the filter")
        browser.press("zego-04-cbc.open.padding-blanks")
        shown = browser.run(SHOWN)
        self.want(shown == ["zego-04-cbc.open.padding-blanks"], "typed", shown)
        is_row = "return document.activeElement.parentElement?.dataset.verdict"
        for _ in range(60):
            browser.press(Keys.TAB)
            if browser.run(is_row):
                break
        browser.press(Keys.ENTER)
        opened = browser.run("return document.activeElement.parentElement.open")
        self.want(opened, "Enter does not open the row")
        browser.run("document.querySelector('[name=text]').focus()")
        browser.press(Keys.ESCAPE)
        time.sleep(0.2)
        self.want(len(browser.run(SHOWN)) > 3000, "Escape does not clear")

    def permalinks(self, path, rows):
        """A row opens, is in view and has the focus, whatever was filtered before."""
        browser = self.browser
        for row in rows:
            browser.open(path, "#" + urllib.parse.quote(row))
            self.arrived(row)
        browser.open(path, "#?text=no-such-row")
        self.want(browser.run(SHOWN) == [], "a filter that nothing fits")
        browser.run("location.hash = arguments[0]", urllib.parse.quote(rows[0]))
        time.sleep(0.2)
        self.arrived(rows[0])

    def arrived(self, row):
        browser = self.browser
        self.want(browser.run(TARGET) == row, row, "target", browser.run(TARGET))
        place = browser.run(
            "const row = document.getElementById(arguments[0]);"
            "return [row.checkVisibility(), row.getBoundingClientRect().top,"
            " document.querySelector('form').getBoundingClientRect().bottom]", row)
        self.want(place[0], row, "is not shown")
        self.want(0 <= place[1] < 800, row, "is not in view", place)
        covered = place[2] > place[1] > 0 and place[2] < 200
        self.want(not covered, row, "is covered by the filter", place)

    def words(self, path, row, *wanted):
        """What an opened row says."""
        browser = self.browser
        browser.open(path, "#" + urllib.parse.quote(row))
        text = browser.run("return document.getElementById(arguments[0]).innerText", row)
        for words in wanted:
            self.want(words in text, row, words, text)

    def without_scripts(self, path, row):
        browser = self.browser
        browser.scripts(False)
        browser.open(path)
        text = browser.driver.find_element(By.TAG_NAME, "main").text
        self.want("not conformant" in text and CLAUSE in text, "nothing to read without scripts")
        self.want(row in text, "no rows without scripts")
        form = browser.driver.find_element(By.ID, "filter")
        self.want(not form.is_displayed(), "a filter that needs scripts")
        summary = browser.driver.find_element(By.ID, row).find_element(By.TAG_NAME, "summary")
        summary.send_keys(Keys.ENTER)
        text = browser.driver.find_element(By.ID, row).text
        self.want(FLAW in text, "a row cannot be opened without scripts", text)
        browser.scripts(True)

    def policy(self, path):
        """The page refuses to load and to run what is not its own."""
        browser = self.browser
        browser.open(path)
        refused = browser.driver.execute_async_script(FORBIDDEN)
        self.want(refused == ["img-src", "script-src-elem"], "policy", refused)
        self.want(browser.driver.title == "Assay: not conformant", browser.driver.title)
        browser.complaints()


def report(assay, path, *words):
    """Writes a report twice: equal inputs give equal bytes."""
    command = [assay, *words[:1], "--format", "html", "--output", path, *words[1:]]
    status = subprocess.run(command).returncode
    return status, path.read_bytes()


def run(check, assay, folder):
    port, recordings = folder / "port.html", folder / "recordings.html"
    broken = ["run", "--", assay, "answer", "--without", FLAW]
    status, first = report(assay, port, *broken)
    check.want(status == 1, "the broken copy passes")
    check.want(report(assay, port, *broken)[1] == first, "the bytes differ from run to run")
    row = "zego-04-cbc.open.padding-blanks"
    check.file(port)
    check.looks(port)
    check.keys(port)
    check.filters(port)
    check.keyboard(port)
    rows = [row, "zego-03.open.aes-128", "nacos-jwt.open.hs256"]
    check.permalinks(port, rows)
    check.words(port, row, CLAUSE, "PKCS #7", "ciphertext", "crypto/padding", FLAW, "security",
                f"assay run --only '{row}' -- {assay} answer --without {FLAW}",
                f"assay explain {row}")
    check.without_scripts(port, row)
    check.policy(port)
    answers = "Docs/guide/files/answers.jsonl"
    status, _ = report(assay, recordings, "verify", answers)
    check.want(status == 1, "the recording passes")
    row = "zego-04-cbc/mine/0051.1"
    check.file(recordings)
    check.looks(recordings)
    check.permalinks(recordings, [row, "zego-04-cbc/mine/0086.1"])
    check.words(recordings, row, "zego.user-id.kept", "byte 22", "room/user/1", "room_user_1",
                "nothing known does this", f"assay verify --only '{row}' {answers}")
    marks = check.browser.run(
        "return [...document.querySelectorAll(`[id='${arguments[0]}'] mark`)]"
        ".map(mark => [mark.textContent, mark.getBoundingClientRect().left])", row)
    check.want([text for text, _ in marks] == ["/", "_"], "the first difference", marks)
    check.want(marks[0][1] == marks[1][1], "expected and got are not aligned", marks)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    assay = os.path.abspath(sys.argv[1])
    check = Check()
    with tempfile.TemporaryDirectory() as folder:
        run(check, assay, pathlib.Path(folder))
    sys.exit(check.close())


main()
