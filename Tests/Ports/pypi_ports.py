# SPDX-License-Identifier: MIT
"""Runs `assay` and the ports that stand for PyPI packages."""

import json
import os
import re
import subprocess

HELLO = {"hello": {"protocol": "assay-port/1", "run": "check"}}


class Port:
    """An adapter in the environment that has its package."""

    def __init__(self, root, adapter):
        python, script = root / ".build/pypi-venv/bin/python", root / f"Ports/pypi/{adapter}.py"
        self.command = [str(python), str(script)]

    def ask(self, questions):
        """The messages of the port to these questions, its hello first."""
        asked = [{"seq": str(number)} | each for number, each in enumerate(questions)]
        text = "".join(json.dumps(each) + "\n" for each in [HELLO, *asked, {"bye": {}}])
        done = subprocess.run(self.command, input=text, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]


class Assay:
    def __init__(self, path, root):
        self.path = os.path.abspath(path)
        self.environment = os.environ | {"ASSAY_VECTORS": str(root / "Vectors")}

    def run(self, *words):
        done = subprocess.run(
            [self.path, *map(str, words)], capture_output=True, text=True, env=self.environment)
        return done.returncode, done.stdout

    def rows(self, baseline, answers, command):
        """The exit status and the judgements of a port that is asked all it can be."""
        status, output = self.run(
            "run", "--baseline", baseline, "--answers", answers, "--format", "ndjson", "--", *command)
        values = [json.loads(line) for line in output.splitlines()]
        return status, [value for value in values if "id" in value]

    def asked(self, form, baseline, command):
        """The exit status and what shuts the gate to a port."""
        return self.summary(
            "run", "--type", form, "--baseline", baseline, "--format", "json", "--", *command)

    def judged(self, baseline, answers):
        """The same for answers that were kept."""
        return self.summary("verify", "--baseline", baseline, "--format", "json", answers)

    def summary(self, *words):
        status, output = self.run(*words)
        return status, json.loads(output).get("failures", []) if output else [status]

    def behaviours(self, assistant):
        """The ids of what an assistant is known for."""
        _, output = self.run("show", assistant)
        return set(re.findall(r"^  \w+ +([a-z]+\.[\w-]+)", output, re.MULTILINE))
