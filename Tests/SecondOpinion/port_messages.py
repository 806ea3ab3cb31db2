# SPDX-License-Identifier: MIT
"""What a runner and a port of assay-port/1 must not say to each other."""


def hello(**members):
    return lambda message: message["hello"].update(members)


def without(*path):
    def change(message):
        *above, last = path
        for name in above:
            message = message[name]
        del message[last]

    return change


def told(kind, value):
    return lambda message: message.update({kind: value})


def instead(kind, value):
    """Another kind of answer in the place of the one that is there."""

    def change(message):
        for name in set(message) - {"seq"}:
            del message[name]
        message[kind] = value

    return change


HELLOS = {
    "without a run": without("hello", "run"),
    "without a port": without("hello", "port"),
    "without a language": without("hello", "port", "language"),
    "without formats": without("hello", "formats"),
    "of another protocol": hello(protocol="assay-port/2"),
    "with no format": hello(formats={}),
    "with a format that can do nothing": hello(formats={"nacos-jwt": {"ops": []}}),
    "with an unknown op": hello(formats={"nacos-jwt": {"ops": ["forge"]}}),
    "with a list of formats": hello(formats=["nacos-jwt"]),
    "with a text for what is injected": hello(
        formats={"nacos-jwt": {"ops": ["mint"], "inject": "now"}}
    ),
    "with no question under way": hello(inFlight=0),
    "with too many questions under way": hello(inFlight=1025),
    "with a number as a text": hello(inFlight="8"),
    "with one list of refusals": hello(cannotDistinguish=["crypto/tag"]),
    "with a refusal of no stage": hello(cannotDistinguish=[["tag", "crypto/padding"]]),
    "with a choice that is no id": hello(choices=["Always HS256"]),
}
QUESTIONS = {
    "without a seq": without("seq"),
    "without a format": without("format"),
    "without arguments": without("in"),
    "with the id of the vector": told("id", "nacos-jwt.mint.key-32"),
    "with the expected answer": told("expect", {"verdict": "accept"}),
    "with a name that tells something": told("seq", "nacos-jwt.mint.key-32"),
    "with an unknown op": told("op", "forge"),
    "with a plain number": told("in", {"expire_seconds": 1}),
    "with a moment as a number": told("now", 1700000000),
    "and a bye": told("bye", {}),
}
ANSWERS = {
    "without a seq": without("seq"),
    "with a seq that is a number": told("seq", 1),
    "of no kind": lambda message: [message.pop(name) for name in set(message) - {"seq"}],
    "of two kinds": told("crashed", {}),
    "with nothing in it": instead("accepted", {}),
    "with plain text": instead("accepted", {"token": "04AAAA"}),
    "with a plain number": instead("accepted", {"claims": {"members": {"app_id": 1}}}),
    "with the content told": instead("accepted", {"content": {"members": {}}}),
    "with an unknown stage": instead("refused", {"stage": "mood", "reason": "tag"}),
    "with a reason of no stage": instead("refused", {"reason": "tag"}),
    "with a stage of no reason": instead("refused", {"stage": "crypto"}),
    "with words for a refusal": instead("refused", "crypto/tag"),
    "with words for what the language lacks": instead("inexpressible", "no such text"),
    "of an unknown kind": instead("ignored", {}),
    "with a runner's time alone": told("runner", {"asked": 1700000000}),
    "with a runner's time as a text": told("runner", {"asked": "1700000000", "answered": 1700000000}),
    "with more of a runner": told("runner", {"asked": 1, "answered": 1, "seq": "1"}),
}
