#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Validates what Assay ships and what it prints against the schemas in Vectors/schema.

usage: check_schemas.py ASSAY VECTORS
"""

import copy
import json
import pathlib
import subprocess
import sys

import port_messages
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

DRAWN = 20


class Schemas:
    """The schemas by name; one may refer to another by its $id."""

    def __init__(self, folder):
        paths = sorted(folder.glob("*.schema.json"))
        self.all = {path.name.split(".")[0]: json.loads(path.read_text()) for path in paths}
        resources = [Resource.from_contents(schema) for schema in self.all.values()]
        self.registry = resources @ Registry()
        self.checked, self.failures = 0, []

    def validator(self, name):
        Draft202012Validator.check_schema(self.all[name])
        return Draft202012Validator(self.all[name], registry=self.registry)

    def check(self, name, values):
        """Each pair of a place and a value keeps the schema."""
        validate = self.validator(name)
        for where, value in values:
            self.checked += 1
            error = next(validate.iter_errors(value), None)
            if error:
                self.failures.append(f"{where}: {error.json_path}: {error.message[:200]}")

    def refuse(self, name, values):
        """Each breaks the schema."""
        validate = self.validator(name)
        for where, value in values:
            self.checked += 1
            if validate.is_valid(value):
                self.failures.append(f"{where}: {name}.schema.json lets it pass")

    def close(self):
        for failure in self.failures[:20]:
            print(failure)
        print(f"{self.checked - len(self.failures)} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0


def lines(where, text):
    numbered = enumerate(text.splitlines(), 1)
    return [(f"{where}:{number}", json.loads(line)) for number, line in numbered if line.strip()]


def files(paths):
    return [(path, json.loads(path.read_text())) for path in sorted(paths)]


def printed(assay, *arguments):
    output = subprocess.run([assay, *arguments], capture_output=True, text=True).stdout
    return lines(f"assay {' '.join(arguments)}", output)


def check_all(schemas, name, found):
    """As check, but that there is nothing to check is a failure."""
    if not found:
        schemas.failures.append(f"{name}: nothing to validate")
    schemas.check(name, found)


def vector_files(vectors):
    found = [path for path in vectors.glob("*/*-*.json") if path.parent.name != "schema"]
    return files(found)


# --- what no schema may let pass


def changed(value, change):
    value = copy.deepcopy(value)
    change(value)
    return value


def typed_int(vector):
    vector["in"]["app_id"] = {"int": 1}


def unlike_stage(vector):
    vector["expect"] = {"verdict": "reject", "stage": "mood", "reason": "tag", "field": "tag"}


BROKEN = {
    "without clauses": lambda vector: vector.pop("clauses"),
    "with an empty list of clauses": lambda vector: vector.update(clauses=[]),
    "with an unknown member": lambda vector: vector.update(colour="red"),
    "with an integer as a number": typed_int,
    "with a plain number": lambda vector: vector["in"].update(app_id=1),
    "with a plain text": lambda vector: vector["in"].update(user_id="user-1"),
    "with an integer that is none": lambda vector: vector["in"].update(app_id={"int": "01"}),
    "with two types of a value": lambda vector: vector["in"].update(a={"int": "1", "text": "1"}),
    "with an unknown stage": unlike_stage,
    "with an unknown op": lambda vector: vector.update(op="forge"),
    "with an unknown level": lambda vector: vector.update(level="WISH"),
    "with an id of another form": lambda vector: vector.update(id="usual"),
    "without a verdict": lambda vector: vector.update(expect={"answer": {"token": None}}),
    "with a refusal and an answer": lambda vector: vector["expect"].update(verdict="reject"),
    "without a way to compare": lambda vector: vector.pop("compare"),
    "with a way to compare that is unknown": lambda vector: vector.update(compare="roughly"),
    "with a moment as a number": lambda vector: vector.update(now=1700000000),
    "derived without an edit": lambda vector: vector.update(derivedFrom={"parent": vector["id"]}),
}
BROKEN_FILES = {
    "of another version": lambda file: file.update(vectors=2),
    "without notes": lambda file: file.pop("notes"),
    "with a kind of bug that is unknown": lambda file: file["notes"].update(
        a={"bug": "TYPO", "words": "a slip"}
    ),
    "with a source of an unknown kind": lambda file: file["groups"][0]["source"].update(kind="x"),
    "with a group of nothing": lambda file: file["groups"][0].update(vectors=[]),
}


def first_minted(found):
    """An accepted vector of op mint, its file, and the file's path."""
    for path, file in found:
        for vector in file["groups"][0]["vectors"]:
            if vector["op"] == "mint" and vector["expect"]["verdict"] == "accept":
                return path, file, vector
    return None


def check_refusals(schemas, found):
    path, file, vector = first_minted(found)
    broken = [(f"{vector['id']} {what}", changed(vector, how)) for what, how in BROKEN.items()]
    schemas.check("drawn", [(vector["id"], vector)])
    schemas.refuse("drawn", broken)
    whole = {what: changed(file, how) for what, how in BROKEN_FILES.items()}
    for what, other in broken:
        whole[what] = {**file, "groups": [{**file["groups"][0], "vectors": [other]}]}
    schemas.refuse("vectors", [(f"{path} {what}", value) for what, value in whole.items()])


def broken_messages(messages, name, changes):
    """The first message with a member of that name, changed in each way."""
    where, message = next(pair for pair in messages if name in pair[1])
    return [(f"{where} {what}", changed(message, how)) for what, how in changes.items()]


def check_ports(schemas, assay):
    """What the runner says to a port, and what the reference answers as one."""
    said = printed(assay, "record", "--requests-only", "--seed", "schemas")
    answered = printed(assay, "record", "--seed", "schemas", "--", assay, "answer")
    hellos, answers = answered[:1], answered[1:]
    check_all(schemas, "port-question", said)
    check_all(schemas, "port-hello", hellos)
    check_all(schemas, "port-answer", answers)
    if len(answers) != len(said) - len(["hello", "bye"]):
        schemas.failures.append("assay record: as many answers as questions are expected")
    for schema, messages, name, changes in (
        ("port-hello", hellos, "hello", port_messages.HELLOS),
        ("port-question", said, "seq", port_messages.QUESTIONS),
        ("port-answer", answers, "accepted", port_messages.ANSWERS),
    ):
        schemas.refuse(schema, broken_messages(messages, name, changes))


def main(assay, vectors):
    vectors = pathlib.Path(vectors)
    schemas = Schemas(vectors / "schema")
    found = vector_files(vectors)
    recordings = sorted((vectors / "recordings").glob("*/*.jsonl"))
    check_all(schemas, "clauses", files(vectors.glob("*/clauses.json")))
    for path in recordings:
        check_all(schemas, "recording", lines(path, path.read_text()))
    check_all(schemas, "vectors", found)
    check_all(schemas, "vector-index", files(vectors.glob("*/index.json")))
    check_all(schemas, "deviations", files([vectors / "deviations.json"]))
    check_refusals(schemas, found)
    check_ports(schemas, assay)
    sample = str(recordings[0])
    for arguments, name in (
        (["predict", sample], "recording"),
        (["diff", "--format", "json", sample, str(recordings[1])], "diff"),
        (["verify", "--format", "json"], "verify"),
        (["verify", "--format", "ndjson", sample], "verify-row"),
        (["prove", "--as", "json"], "proof"),
        (["run", "--check-adapter", "--format", "json", "--", assay, "answer"], "adapter-check"),
        (["run", "--check-adapter", "--format", "json", "--", "cat"], "adapter-check"),
        (["pages", "test", "--format", "json", "--only", "refusals"], "pages"),
        (["pages", "test", "--format", "ndjson", "--only", "*clauses*"], "pages-row"),
    ):
        check_all(schemas, name, printed(assay, *arguments))
    for form in sorted({file["format"] for _, file in found}):
        cases = printed(assay, "generate", "--format", form, "--count", str(DRAWN))
        check_all(schemas, "drawn", cases)
    return schemas.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
