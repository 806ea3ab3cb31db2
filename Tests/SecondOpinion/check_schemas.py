#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Validates what Assay ships and what it prints against the schemas in Vectors/schema.

usage: check_schemas.py ASSAY VECTORS
"""

import json
import pathlib
import subprocess
import sys

from jsonschema import Draft202012Validator


def validator(vectors, name):
    schema = json.loads((vectors / "schema" / f"{name}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def check(validate, where, value, failures):
    for error in validate.iter_errors(value):
        failures.append(f"{where}: {error.json_path}: {error.message[:200]}")
        break


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def main(assay, vectors):
    vectors = pathlib.Path(vectors)
    failures, count = [], 0
    recording = validator(vectors, "recording")
    clauses = validator(vectors, "clauses")
    for path in sorted(vectors.glob("*/clauses.json")):
        check(clauses, path, json.loads(path.read_text()), failures)
        count += 1
    for path in sorted((vectors / "recordings").glob("*/*.jsonl")):
        for number, row in enumerate(lines(path.read_text()), 1):
            check(recording, f"{path}:{number}", row, failures)
            count += 1
    sample = str(sorted((vectors / "recordings").glob("*/*.jsonl"))[0])
    for arguments, form in (
        (["predict", sample], "recording"),
        (["verify", "--format", "json"], "verify"),
        (["verify", "--format", "ndjson", sample], "verify-row"),
    ):
        validate = validator(vectors, form)
        output = subprocess.run([assay, *arguments], capture_output=True, text=True).stdout
        for number, value in enumerate(lines(output), 1):
            check(validate, f"assay {' '.join(arguments)}:{number}", value, failures)
            count += 1
    for failure in failures[:20]:
        print(failure)
    print(f"{count - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
