# SPDX-License-Identifier: MIT
"""What the vectors want of a question: for a port that looks it up."""
import json
import os
import pathlib


def expected(asked):
    members = "op", "now", "world", "in", "inject"
    for path in pathlib.Path(os.environ["ASSAY_VECTORS"], asked["format"]).glob("*-*.json"):
        for group in json.loads(path.read_bytes())["groups"]:
            for vector in group["vectors"]:
                if all(vector.get(name) == asked.get(name) for name in members):
                    return parroted(vector["expect"])
    return {"unsupported": {"what": "the question"}}


def parroted(expect):
    if expect["verdict"] == "accept":
        return {"accepted": {n: v for n, v in expect["answer"].items() if n != "content"}}
    return {"refused": {name: expect[name] for name in ("stage", "reason")}}
