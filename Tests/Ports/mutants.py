# SPDX-License-Identifier: MIT
"""Bugs that ports have, each as edits of the port in Python and the deviations that it stands for.

A row is the format that shows it, the file, the edits as old and new text, and the ids, of which the
diagnosis must name one. A `*` at the end of an id stands for any ending.
"""

# Where a check is left out.
GONE = "pass"

ZEGO_SEAL = '    return "04" + to_base64(b"".join(['
ZEGO_END = "len(ciphertext).to_bytes(2, \"big\"), ciphertext, form.mode]))"
SEAL_006 = 'return "006" + self.app_id + to_base64(b"".join(['
CREDENTIALS = "    credentials = given[0] if given else {}\n"
TIMES = '    expire = ctime + arguments["effective_time_in_seconds"]\n'

ZEGO = [
    ("zego-04-cbc", "zego_04.py", [(TIMES, TIMES.replace("ctime +", "1000 * (ctime +")
                                    .replace("\n", ")\n    ctime *= 1000\n"))], ["zego.milliseconds"]),
    ("zego-04-cbc", "zego_04.py", [('expire.to_bytes(8, "big")', 'expire.to_bytes(8, "little")')],
     ["zego.expire-little-endian"]),
    ("zego-04-gcm", "zego_04.py", [('len(iv).to_bytes(2, "big")', 'len(iv).to_bytes(2, "little")'),
                                   ('len(ciphertext).to_bytes(2, "big")',
                                    'len(ciphertext).to_bytes(2, "little")')],
     ["zego.lengths-little-endian"]),
    ("zego-04-gcm", "zego_04.py", [('len(iv).to_bytes(2, "big"), iv', "iv")],
     ["zego.iv-length-missing"]),
    ("zego-04-cbc", "zego_04.py", [(ZEGO_SEAL, ZEGO_SEAL.replace('"04" + ', ""))],
     ["zego.prefix-missing"]),
    ("zego-04-cbc", "zego_04.py", [(ZEGO_END, ZEGO_END + '.translate({43: "-", 47: "_"})')],
     ["zego.base64-url"]),
    ("zego-04-cbc", "zego_04.py", [(ZEGO_END, ZEGO_END + '.rstrip("=")')], ["zego.base64-unpadded"]),
    ("zego-04-gcm", "zego_04.py", [("ciphertext, form.mode]))", "ciphertext]))")],
     ["zego.mode-missing"]),
    ("zego-04-gcm", "zego_04.py", [("    form = FORMS[form]\n    ctime", "    form = FORMS[form]()\n"
                                    '    form.mode = b"\\0"\n    ctime')], ["zego.mode-zero"]),
    ("zego-04-cbc", "zego_04.py", [("    key = to_bytes(secret)\n", "    key = bytes.fromhex(secret)\n"
                                    ), ("len(key) == 32", "len(key) == 16")],
     ["zego.secret-as-hex"]),
    ("zego-04-cbc", "zego_04.py", [("algorithms.AES(key), modes.CBC(iv)).encryptor()",
                                    "algorithms.AES(key[:16]), modes.CBC(iv)).encryptor()")],
     ["zego.aes-128"]),
    ("zego-04-cbc", "zego_04.py", [('"secret.length", "secret")\n    return key\n',
                                    '"secret.length", "secret")\n    return __import__("hashlib")'
                                    ".sha256(key).digest()\n")], ["zego.secret-hashed"]),
    ("zego-04-cbc", "zego_04.py", [("padding = 16 - len(plaintext) % 16",
                                    "padding = -len(plaintext) % 16")], ["zego.padding-omitted"]),
    ("zego-04-cbc", "zego_04.py", [("bytes([padding]) * padding) + encryptor",
                                    "bytes(padding)) + encryptor")], ["zego.padding-zeros"]),
    ("zego-04-cbc", "zego_04.py", [('check(right, "crypto", "padding", "ciphertext")', GONE)],
     ["zego.omits-crypto-padding.ciphertext"]),
    ("zego-04-gcm", "zego_04.py", [("return AESGCM(key).decrypt(iv, ciphertext, None)",
                                    'return Cipher(algorithms.AES(key), modes.CTR(iv + b"\\0\\0\\0\\2"'
                                    ")).decryptor().update(ciphertext[:-16])")],
     ["zego.omits-crypto-tag.tag"]),
    ("zego-04-cbc", "zego_04.py", [('check(now < expire, "time", "expired", "expire")', GONE)],
     ["zego.omits-time-expired.expire"]),
    ("zego-04-cbc", "zego_04.py", [('check(expire == claims["expire"], "claims", "expire.mismatch",'
                                    ' "expire")', GONE)],
     ["zego.omits-claims-expire-mismatch.expire"]),
    ("zego-04-cbc", "zego_04.py", [('check(name in MEMBERS, "claims", "member.unknown", "plaintext")',
                                    "if name not in MEMBERS: continue")], ["zego.omits-claims-member-unknown.plaintext"]),
    ("zego-04-gcm", "zego_04.py", [('check(name not in claims, "claims", "member.duplicate", name)',
                                    GONE)], ["zego.omits-claims-member-duplicate.*"]),
    ("zego-04-gcm", "zego_04.py", [('check(reader.left() == 0, "structure", "trailing", "mode" if'
                                    ' form.mode else "ciphertext")', GONE)],
     ["zego.omits-structure-trailing.mode"]),
    ("zego-04-cbc", "zego_04.py", [('check(app_id in (None, claims["app_id"]), "policy", "app-id",'
                                    ' "app_id")', GONE)], ["zego.omits-policy-app-id.app_id"]),
    ("zego-04-cbc", "zego_04.py", [("data = from_base64(token[2:])",
                                    'data = __import__("base64").b64decode(token[2:] + "==")')],
     ["zego.omits-encoding-base64.base64"]),
    ("zego-04-cbc", "zego_04.py", [('values = arguments["app_id"]', 'values = str(arguments["app_id"])')],
     ["zego.app-id-as-text"]),
    ("zego-04-cbc", "zego_04.py", [(TIMES, TIMES.replace("ctime + ", ""))],
     ["zego.expire-is-duration"]),
]

AGORA_006 = [
    ("agora-006", "agora.py", [('return str(uid) if uid else ""', "return str(uid)")],
     ["agora.uid-ruby", "agora.uid-*"]),
    ("agora-006", "agora.py", [('return str(uid) if uid else ""',
                                'return str(uid - 2**32 if uid >> 31 else uid) if uid else ""')],
     ["agora.uid-signed"]),
    ("agora-006", "agora.py", [('value.to_bytes(bits // 8, "little")', 'value.to_bytes(bits // 8, "big")')],
     ["agora.006-big-endian"]),
    ("agora-006", "agora_006.py", [("            pack(len(message), 16), message]))",
                                    "            pack(len(message), 16), message]))"
                                    '.translate({43: "-", 47: "_", 61: None})')],
     ["agora.006-base64-url"]),
    ("agora-006", "agora_006.py", [("hmac.digest(certificate.encode(), signed",
                                    "hmac.digest(bytes.fromhex(certificate), signed")],
     ["agora.006-key-decoded"]),
    ("agora-006", "agora_006.py", [("to_bytes(app_id + channel + user)", "to_bytes(channel + user)")],
     ["agora.006-app-id-unsigned"]),
    ("agora-006", "agora_006.py", [("pack(crc(self.channel), 32), pack(crc(self.user), 32)",
                                    "pack(crc(self.user), 32), pack(crc(self.channel), 32)")],
     ["agora.006-crcs-swapped"]),
    ("agora-006", "agora_006.py", [("pack(self.salt, 32), pack(self.ts, 32), pack(len",
                                    "pack(self.ts, 32), pack(self.salt, 32), pack(len")],
     ["agora.006-time-first"]),
    ("agora-006", "agora_006.py", [("self.privileges.pop(privilege, None)", GONE)],
     ["agora.006-removal-ignored"]),
    ("agora-006", "agora_006.py", [("        self.salt, self.ts = salt, ts\n",
                                    '        if not hasattr(self, "ts"): self.salt, self.ts = salt, ts\n')],
     ["agora.006-salt-ts-ignored"]),
    ("agora-006", "agora_006.py", [("[1] if role == 2 else [1, 2, 3, 4], expire",
                                    "[1, 2, 3, 4], expire")], ["agora.build-subscribers-publish"]),
    ("agora-006", "agora_006.py", [("    if not good:\n", "    if False:\n"),
                                   ('check(good, "crypto"', 'check(True, "crypto"'),
                                   ("crc(good[0])", "crc(user)")],
     ["agora.006.omits-crypto-signature.signature"]),
    ("agora-006", "agora_006.py", [('check(channel_crc == crc(channel), "crypto", "channel.crc",'
                                    ' "channel-crc")', GONE)],
     ["agora.006.omits-crypto-channel-crc.channel-crc"]),
    ("agora-006", "agora_006.py", [('check(now < claims["ts"], "time", "expired", "ts")', GONE)],
     ["agora.006.omits-time-expired.ts"]),
    ("agora-006", "agora_006.py", [('now < claims["ts"]', 'now <= claims["ts"]'),
                                   ("expire == 0 or now < expire", "expire == 0 or now <= expire")],
     ["agora.006-open-late"]),
    ("agora-006", "agora_006.py", [("expire == 0 or now < expire", "now < expire")],
     ["agora.006-open-zero-ends"]),
    ("agora-006", "agora_006.py", [('check(privilege not in privileges, "structure",'
                                    ' "privilege.duplicate", "privilege")', GONE),
                                   ('privileges[privilege] = reader.number(4, "privilege-expire")',
                                    'privileges.setdefault(privilege, reader.number(4, "x"))')],
     ["agora.006.omits-structure-privilege-duplicate.privilege", "agora.006-init-first-counts"]),
    ("agora-006", "agora_006.py", [('users = [user, ""] if uid_crc == crc("") else [user]',
                                    "users = [user]")], ["agora.006-open-one-user"]),
]

AGORA_007 = [
    ("agora-007", "agora.py", [('return str(uid) if uid else ""', "return str(uid)")],
     ["agora.uid-zero-text", "agora.007-uid-*"]),
    ("agora-007", "agora_007.py", [("sorted(claims[\"services\"], key=lambda service:"
                                    " SERVICES[service[\"type\"]][0])", 'claims["services"]')],
     ["agora.007-services-unsorted"]),
    ("agora-007", "agora_007.py", [("zlib.compress(pack_bytes(signed) + info)",
                                    "zlib.compress(pack_bytes(signed) + info)[2:-4]")],
     ["agora.007-raw-deflate"]),
    ("agora-007", "agora_007.py", [("zlib.compress(pack_bytes(signed) + info)",
                                    "pack_bytes(signed) + info")], ["agora.007-uncompressed"]),
    ("agora-007", "agora_007.py", [('hmac.digest(pack(claims["issue_ts"], 32), certificate',
                                    'hmac.digest(pack(claims["salt"], 32), certificate'),
                                   ('hmac.digest(pack(claims["salt"], 32), first',
                                    'hmac.digest(pack(claims["issue_ts"], 32), first')],
     ["agora.007-key-order-swapped"]),
    ("agora-007", "agora_007.py", [("hmac.digest(second, info", "hmac.digest(certificate.encode(), info")],
     ["agora.007-key-plain"]),
    ("agora-007", "agora_007.py", [('return "007" + ', 'return "006" + ')], ["agora.007-version-006"]),
    ("agora-007", "agora_007.py", [("    for name, number in numbers.items():",
                                    '    numbers["expire"] += numbers["issue_ts"]\n'
                                    "    for name, number in numbers.items():")],
     ["agora.007-expire-absolute"]),
    ("agora-007", "agora_007.py", [("check(right, \"crypto\", \"signature\", \"signature\")", GONE)],
     ["agora.007.omits-crypto-signature.signature"]),
    ("agora-007", "agora_007.py", [('check(right, "encoding", "zlib.checksum", "zlib-checksum")', GONE)],
     ["agora.007.omits-encoding-zlib-checksum.zlib-checksum"]),
    ("agora-007", "agora_007.py", [('check(age < claims["expire"], "time", "expired", "expire")', GONE)],
     ["agora.007.omits-time-expired.expire"]),
    ("agora-007", "agora_007.py", [('age < claims["expire"]', 'age <= claims["expire"]')],
     ["agora.007-open-end-included"]),
    ("agora-007", "agora_007.py", [('check(age >= 0, "time", "not-yet", "issue-ts")', GONE)],
     ["agora.007.omits-time-not-yet.issue-ts"]),
    ("agora-007", "agora_007.py", [('service["uid"] in ("", user)', 'service["uid"] == user')],
     ["agora.007-open-empty-user"]),
    ("agora-007", "agora_007.py", [('check(reader.left() == 0, "structure", "trailing", "services")',
                                    GONE)], ["agora.007.omits-structure-trailing.services"]),
    ("agora-007", "agora_007.py", [("return lives[:1] if role == 2 else lives", "return lives")],
     ["agora.007-build-subscriber"]),
]

NACOS = [
    ("nacos-jwt", "nacos_jwt.py", [("    algorithm = read_header(header)\n", "    if header == "
                                    'to_base64url(b\'{"alg":"none"}\'):\n        sub, exp = '
                                    'read_payload(payload)\n        return {"claims": {"username": sub},'
                                    ' "expireTime": exp, "alg": "none"}\n'
                                    "    algorithm = read_header(header)\n")],
     ["nacos.alg-none"]),
    ("nacos-jwt", "nacos_jwt.py", [('check(right, "crypto", "signature", "signature")', GONE)],
     ["nacos.omits-crypto-signature.signature", "nacos.signature-unchecked"]),
    ("nacos-jwt", "nacos_jwt.py", [('check(now <= exp, "time", "expired", "exp")', GONE)],
     ["nacos.omits-time-expired.exp", "nacos.expiry-unchecked"]),
    ("nacos-jwt", "nacos_jwt.py", [("check(now <= exp", "check(now < exp")], ["nacos.expiry-early"]),
    ("nacos-jwt", "nacos_jwt.py", [("check(now <= exp", "check(now <= exp + 60")],
     ["nacos.expiry-leeway"]),
    ("nacos-jwt", "nacos_jwt.py", [('"exp": now + expire_seconds', '"exp": (now + expire_seconds) * 1000')],
     ["nacos.exp-milliseconds"]),
    ("nacos-jwt", "nacos_jwt.py", [("key = from_base64(secret_key) if type(secret_key) is str else None",
                                    "key = to_bytes(secret_key)")], ["nacos.key-undecoded"]),
    ("nacos-jwt", "nacos_jwt.py", [('    return f"{header}.{payload}.{signature(',
                                    '    header, payload = (p + "=" * (-len(p) % 4) for p in (header,'
                                    ' payload))\n    return f"{header}.{payload}.{signature('),
                                   ('header, payload)}"', 'header, payload)}" + "=" * (-len('
                                    'signature(key, algorithm, header, payload)) % 4)')],
     ["nacos.base64-padded"]),
    ("nacos-jwt", "nacos_jwt.py", [('"exp": now + expire_seconds', '"exp": now + expire_seconds, "iat": now')],
     ["nacos.iat-added"]),
    ("nacos-jwt", "nacos_jwt.py", [('    header = to_base64url(header_of(algorithm))',
                                    '    algorithm = "HS512"\n'
                                    "    header = to_base64url(header_of(algorithm))")],
     ["nacos.always-hs512"]),
    ("nacos-jwt", "nacos_jwt.py", [('{"sub": user,', '{"sub": user.strip(),')], ["nacos.user-trimmed"]),
    ("nacos-jwt", "nacos_jwt.py", [('check(len(key) >= 32, "policy", "secret.length", "secret")', GONE),
                                   ("next(name for name, (least, _) in HASHES.items() if len(key) >="
                                    " least)", 'next((name for name, (least, _) in HASHES.items() if'
                                    ' len(key) >= least), "HS256")')],
     ["nacos.omits-policy-secret-length.secret"]),
]

NATS = [
    ("nats-connect", "nats_connect.py", [("resolved = from_bytes(unquote_to_bytes(text))",
                                          "resolved = text")],
     ["nats.address-python", "nats.address-c-raw", "nats.address-node-url", "nats.address-ruby*"]),
    ("nats-connect", "nats_connect.py", [("unquote_to_bytes(text)",
                                          'unquote_to_bytes(text.replace("+", " "))')],
     ["nats.plus-as-blank"]),
    ("nats-connect", "nats_connect.py", [("unquote_to_bytes(text)",
                                          "unquote_to_bytes(unquote_to_bytes(text))")],
     ["nats.decoded-twice"]),
    ("nats-connect", "nats_connect.py", [('{"verbose": False', '{("token" if name == "auth_token" else'
                                          " name): text for name, text in credentials.items()} | "
                                          '{"verbose": False'), ("} | credentials\n", "}\n")],
     ["nats.token-named-token"]),
    ("nats-connect", "nats_connect.py", [(CREDENTIALS, CREDENTIALS + '    if "auth_token" in credentials:\n'
                                          '        credentials = {"user": credentials["auth_token"]}\n')],
     ["nats.token-as-user"]),
    ("nats-connect", "nats_connect.py", [('check(scheme in SCHEMES, "structure", "url.scheme", "scheme")',
                                          GONE)], ["nats.omits-structure-url-scheme.scheme"]),
    ("nats-connect", "nats_connect.py", [('check(part["path"] in ("", "/"), "structure", "url.path",'
                                          ' "path")', GONE)], ["nats.omits-structure-url-path.path"]),
    ("nats-connect", "nats_connect.py", [(CREDENTIALS, CREDENTIALS + '    credentials = {name: text.strip() if'
                                          ' name == "auth_token" else text for name, text in'
                                          " credentials.items()}\n")],
     ["nats.token-trimmed"]),
    ("nats-connect", "nats_connect.py", [('    line = line.removesuffix("\\r\\n")',
                                          '    line = line.split("\\r\\n")[0]')],
     ["nats.omits-structure-line-trailing.line"]),
    ("nats-connect", "nats_connect.py", [(CREDENTIALS, CREDENTIALS + '    credentials.pop("pass", 0)\n')],
     ["nats.password-lost"]),
]

MUTANTS = ZEGO + AGORA_006 + AGORA_007 + NACOS + NATS
