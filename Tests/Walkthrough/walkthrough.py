# SPDX-License-Identifier: MIT
"""Follows a page in a copy of the repository: walkthrough.py PAGE COPY ASSAY

Of the page's fenced blocks, those with `file=` are written into the copy, those of `sh` are run
there, and a `text` block after one of `sh` is what it has to print, after one of `sh terminal` with
its errors. Until the first `sh build`, `assay` is the binary that was given; then it is that of the
copy with every file of the page.
"""
import os
import pathlib
import subprocess
import sys

from page import Blocks, Mistake

BUILT = ".build/debug/debug"
SECONDS = 300


class Walk:
    def __init__(self, blocks, copy, assay):
        self.blocks, self.copy = blocks, copy
        self.tools = pathlib.Path(assay).resolve().parent
        self.written, self.passed, self.is_built = set(), 0, False

    def run(self):
        for block in self.blocks:
            try:
                self.take(block)
            except Mistake as mistake:
                return f"{self.blocks.name}:{block.line}: {mistake}"
        return None

    def take(self, block):
        if block.is_file:
            self.write(block)
        elif block.language == "sh" and "build" in block.words:
            self.build(block)
        elif block.language == "sh":
            self.execute(block)

    def write(self, block):
        if block.line in self.written:
            return
        path = self.copy / block.options["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_text("utf-8") if path.exists() else None
        path.write_text(block.applied(old), "utf-8")
        self.written.add(block.line)
        self.passed += 1

    def build(self, block):
        if self.is_built:
            return
        files = [each for each in self.blocks if each.is_file]
        for each in files:
            self.write(each)
        self.execute(block)
        self.tools, self.is_built = self.copy / BUILT, True
        swift = sorted({each.options["file"] for each in files if each.is_swift})
        self.check(self.shell(f"swift format lint --strict {' '.join(swift)}"), block, 0)

    def execute(self, block):
        result = self.shell(block.text, "terminal" in block.words)
        self.check(result, block, int(block.options.get("status", 0)))

    def check(self, result, block, status):
        said = f"\n{result.stdout}{result.stderr or ''}"
        if result.returncode != status:
            raise Mistake(f"the status is {result.returncode}, {status} is expected{said}")
        if block.output is not None and not block.output.fits(result.stdout):
            raise Mistake(f"another output than the page shows{said}")
        self.passed += 1

    def shell(self, text, is_terminal=False):
        path = f"{self.tools}:{os.environ['PATH']}:/opt/swift/usr/bin"
        variables = {k: v for k, v in os.environ.items() if not k.startswith("ASSAY_")}
        variables |= {"PATH": path, "ASSAY_VECTORS": str(self.copy / "Vectors")}
        errors = subprocess.STDOUT if is_terminal else subprocess.PIPE
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", text], cwd=self.copy, env=variables, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, timeout=SECONDS)


def main():
    page, copy, assay = map(pathlib.Path, sys.argv[1:])
    walk = Walk(Blocks(page), copy.resolve(), assay)
    mistake = walk.run()
    if mistake:
        print(mistake)
    print(f"{walk.passed} passed, {int(mistake is not None)} failed")
    sys.exit(mistake is not None)


if __name__ == "__main__":
    main()
