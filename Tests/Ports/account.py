# SPDX-License-Identifier: MIT
"""Every deviation that applies to the port in Python: it is a bug that a copy of the port has, or it says why not."""
import fnmatch
import json

from bugs import FILES, Omission

# Why no copy of the port has a deviation, and the deviations.
SPARED = {
    "the caller broke a rule, and taking that as it is is allowed": [
        "zego.untyped-php", "zego.app-id-unbounded", "zego.app-id-any-number", "zego.app-id-loose",
        "zego.id-length-unchecked", "zego.empty-id-*", "zego.id-any-value", "zego.payload-any-value",
        "agora.identifiers-unchecked", "agora.identifiers-present", "agora.role-unknown-ignored",
        "agora.init-signed-lengths", "agora.parse-beginning", "agora.parse-trailing",
        "nats.user-and-token"],
    "an exception is as good as the refusal that is wanted": [
        "zego.secret-null-exception", "zego.expire-exception", "zego.broken-text-exception",
        "zego.wrong-key-*", "agora.null-raises-*", "agora.role-unknown-raises-*", "agora.init-raises",
        "agora.texts-raise-*", "agora.identifier-null-raises-*", "agora.parse-raises",
        "agora.build-without-builder"],
    "how a refusal is told is the port's own, and so is when": [
        "agora.identifiers-empty", "agora.invalid-empty", "agora.no-service-empty",
        "agora.init-returns-always-true", "nacos.key-checked-late"],
    "no vector can show it: the reference says why": [
        "zego.expire-wraps", "zego.expire-float-php", "zego.php-arrays", "agora.joins-encodings",
        "agora.parse-or-nothing", "agora.verify-missing"],
    "it shows in what is drawn for many tokens, where nothing more than advice is broken": [
        "zego.nonce-*-bits", "zego.nonce-90-million", "zego.nonce-is-clock", "zego.iv-*-symbols",
        "zego.seeded-by-second", "agora.salt-*", "agora.007-salt-8-digits"],
    "it shows in what is printed": ["zego.prints-*"],
    "it is advice alone that it breaks": ["nats.line-unbounded"],
    "only another language computes like that": [
        "zego.expire-javascript", "agora.joins-unicode", "nacos.jjwt-reader"],
}

# Checks whose loss fails nobody, and why. These copies are asked, too.
HARMLESS = {
    "it is advice alone that asks for the check": [
        "nacos.omits-encoding-base64.payload", "nacos.omits-structure-json-syntax.payload",
        "nacos.omits-structure-member-type.payload", "nacos.omits-claims-member-type.sub",
        "nacos.omits-claims-member-type.exp", "nats.omits-structure-line-length.argument"],
    "another check refuses the same": ["agora.006.omits-crypto-uid.uid-crc"],
}


def matches(id, patterns):
    return any(fnmatch.fnmatchcase(id, pattern) for pattern in patterns)


def applying(vectors):
    """The deviations of the port's formats that do harm, and the formats of each."""
    table = json.loads((vectors / "deviations.json").read_bytes())["deviations"]
    return {
        row["id"]: [format for format in row["formats"] if format in FILES] for row in table
        if row["kind"] != "edits" and row["severity"] != "choice"
        and any(format in FILES for format in row["formats"])}


def omissions(deviations, bugs):
    """A copy for each check that no bug leaves out; those of several formats take turns."""
    written = {id for bug in bugs if not bug.is_part for id in bug.ids}
    left = [id for id in deviations if ".omits-" in id and not matches(id, written)]
    return [Omission(deviations[id][n % len(deviations[id])], [id], []) for n, id in enumerate(left)]


def faults(deviations, bugs):
    """Deviations without a bug or a reason, and reasons for what has a bug or does not exist."""
    covered = {pattern for bug in bugs if not bug.is_part for pattern in bug.ids}
    spared = [pattern for patterns in SPARED.values() for pattern in patterns]
    return [
        f"{id}: neither a bug of the port nor spared" for id in deviations
        if not matches(id, covered) and not matches(id, spared)
    ] + [
        f"{id}: spared, but a bug of the port" for id in deviations
        if matches(id, spared) and matches(id, covered)
    ] + [
        f"{pattern}: no such deviation" for pattern in [*spared, *covered]
        if not fnmatch.filter(deviations, pattern)]
