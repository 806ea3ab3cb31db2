# SPDX-License-Identifier: MIT
"""The files of a site, read without a browser."""

import html.parser
import json
import pathlib
import urllib.parse


class Page(html.parser.HTMLParser):
    """What a page says about itself, and all that it points to."""

    def __init__(self, path):
        super().__init__()
        self.path, self.ids, self.targets, self.counts = path, [], [], {}
        self.levels, self.language = [], None
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if "id" in values:
            self.ids.append(values["id"])
        self.targets += [values[name] for name in ("href", "src") if name in values]
        if tag == "html":
            self.language = values.get("lang")
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.levels.append(int(tag[1]))


class Site:
    """All pages of a folder, and the clauses that can be searched."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        self.pages = {path: Page(path) for path in sorted(self.folder.rglob("*.html"))}
        text = (self.folder / "clauses.js").read_text()
        self.clauses = json.loads(text.removeprefix("window.assayClauses = ").rstrip(";\n"))

    def fault(self, page, target):
        """What is wrong with a link, or None."""
        address = urllib.parse.urlsplit(target)
        if address.scheme in ("http", "https", "mailto"):
            return None
        if target == "data:,":
            return None
        if address.scheme or address.netloc:
            return f"{target} is of an unknown kind"
        path = (page.path.parent / urllib.parse.unquote(address.path)).resolve()
        path = path if address.path else page.path
        if not path.is_relative_to(self.folder) or not path.is_file():
            return f"{target} is no file of the site"
        anchor = urllib.parse.unquote(address.fragment)
        if anchor and anchor not in self.pages[path].ids:
            return f"{target} has no such anchor"
        return None
