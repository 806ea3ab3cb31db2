#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the recipes of Docs/guide/ci.md from a tarball: check_recipes.py TARBALL."""
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "Docs/guide/ci.md"
ARTEFACT = pathlib.Path(sys.argv[1]).resolve()
SHA256 = hashlib.sha256(ARTEFACT.read_bytes()).hexdigest()
RECIPE = re.compile(r"^<!-- recipe: (\S+) -->\n```(sh|yaml)\n(.*?)^```$", re.S | re.M)


class Place:
    """A folder with what the page says is the reader's own."""

    def __init__(self, folder, port):
        self.folder = pathlib.Path(folder)
        self.script("my-port", f"exec {port}")
        (self.folder / "known.json").write_text('{"baseline": 1, "known": []}\n')
        (self.folder / "temp").mkdir()
        self.environment = {
            "PATH": os.environ["PATH"], "RUNNER_TEMP": f"{folder}/temp",
            "GITHUB_PATH": f"{folder}/path", "GITHUB_STEP_SUMMARY": f"{folder}/summary.md",
        }

    def script(self, name, text):
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def run(self, text, more=()):
        """The exit status, as a runner takes it: bash stops at the first failure."""
        added = self.folder / "path"
        first = added.read_text().split() if added.exists() else []
        path = ":".join(first + [self.environment["PATH"]])
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", text], cwd=self.folder,
            env={**self.environment, **dict(more), "PATH": path},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            timeout=300).returncode


def action(place, inputs):
    """What the repository's own action does with these inputs."""
    definition = yaml.safe_load((ROOT / "action.yml").read_text())
    unknown = set(inputs) ^ {n for n, i in definition["inputs"].items() if i["required"]}
    if unknown:
        raise SystemExit(f"inputs that do not fit: {unknown}")
    for step in definition["runs"]["steps"]:
        values = {n: re.sub(r"\$\{\{ inputs\.(\S+) \}\}", lambda m: inputs[m[1]], v)
                  for n, v in step["env"].items()}
        status = place.run(step["run"], values.items())
        if status:
            return status
    return 0


def github(place, text):
    job, = yaml.safe_load(text)["jobs"].values()
    for step in job["steps"]:
        status = 0
        if "run" in step:
            status = place.run(step["run"])
        elif step["uses"].startswith("SUITE@"):
            status = action(place, step["with"])
        if status:
            return status
    return 0


def gitlab(place, text):
    job, = yaml.safe_load(text).values()
    return place.run("\n".join(job["script"]))


def shell(place, text):
    return place.run(text)


def filled(text, sum):
    return text.replace("URL", ARTEFACT.as_uri()).replace("SHA256", sum)


def recipes():
    return {name: text for name, _, text in RECIPE.findall(PAGE.read_text())}


RUNNERS = {"shell": shell, "github": github, "gitlab": gitlab}
ANSWER = "assay/bin/assay answer"
BROKEN = ANSWER + " --without zego.omits-crypto-tag.tag"
# What is put in place of the reader's own, and whether the gate then opens.
CASES = [
    ("a right port", ANSWER, SHA256, 0),
    ("a wrong port", BROKEN, SHA256, 1),
    ("a wrong sum", ANSWER, "a" * 64, 1),
]


def main():
    passed, failed = 0, 0
    found = recipes()
    if set(found) != set(RUNNERS):
        raise SystemExit(f"{PAGE} has the recipes {sorted(found)}")
    for name, runner in RUNNERS.items():
        for words, port, sum, expected in CASES:
            with tempfile.TemporaryDirectory() as folder:
                inside = f"{folder}/temp/{port}" if runner is github else port
                status = runner(Place(folder, inside), filled(found[name], sum))
            if status == expected:
                passed += 1
            else:
                failed += 1
                print(f"recipe {name} with {words}: {status}, expected {expected}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
