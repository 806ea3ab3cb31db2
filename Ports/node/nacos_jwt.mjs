// SPDX-License-Identifier: 0BSD
// The accessToken of a Nacos server: header | . | payload | . | signature, each in base64url.
import { createHmac, timingSafeEqual } from "node:crypto";

import { Members, Refused, check, fromBase64, isInteger, isText, ownClock, readJSON } from "./strict.mjs";

const INT64 = 2n ** 63n - 1n;
const DEPTH = 64;
const ALGORITHMS = {
  HS512: { hash: "sha512", leastKey: 64 },
  HS384: { hash: "sha384", leastKey: 48 },
  HS256: { hash: "sha256", leastKey: 32 },
};

/** The token of a login: the strongest algorithm that the key allows, good for the seconds. */
export function mint({ secret_key, user, expire_seconds: seconds }, now = ownClock()) {
  const key = keyOf(secret_key);
  check(isText(user) && user !== "", "claims", "user.text", "sub");
  const fits = isInteger(seconds, 1n, INT64) && (now + seconds) * 1000n <= INT64;
  check(fits, "time", "lifetime.range", "exp");
  const algorithm = Object.keys(ALGORITHMS).find((name) => key.length >= ALGORITHMS[name].leastKey);
  const header = base64url(headerOf(algorithm));
  const payload = base64url(`{"sub":${JSON.stringify(user)},"exp":${now + seconds}}`);
  return `${header}.${payload}.${signature(key, algorithm, header, payload)}`;
}

/** The user's name, the token's end and its algorithm. */
export function open({ secret_key, token }, now = ownClock()) {
  const key = keyOf(secret_key);
  check(token.trim() !== "", "encoding", "blank", "token");
  const parts = token.split(".");
  check(parts.length === 3, "structure", "parts", "token");
  const [header, payload, signed] = parts;
  const alg = readHeader(header);
  check(isEqual(signed, signature(key, alg, header, payload)), "crypto", "signature", "signature");
  const { sub, exp } = readPayload(payload);
  check(now <= exp, "time", "expired", "exp");
  return { claims: { username: sub }, expireTime: exp, alg };
}

function keyOf(text) {
  const key = typeof text === "string" ? fromBase64(text) : undefined;
  check(key, "encoding", "secret.base64", "secret");
  check(key.length >= 32, "policy", "secret.length", "secret");
  return key;
}

const base64url = (text) => Buffer.from(text).toString("base64url");
const headerOf = (algorithm) => `{"alg":"${algorithm}"}`;

/** One of three texts; of another it is said what is wrong with it. */
function readHeader(part) {
  const header = fromBase64(part, "base64url");
  check(header, "encoding", "base64", "header");
  const names = Object.keys(ALGORITHMS);
  const algorithm = names.find((name) => header.equals(Buffer.from(headerOf(name))));
  if (algorithm) return algorithm;
  const members = readJSON(header, DEPTH);
  if (members instanceof Members) {
    const named = members.find(([name]) => name === "alg")?.[1];
    check(names.includes(named), "crypto", "algorithm", "alg");
  }
  throw new Refused("structure", "header", "header");
}

function readPayload(part) {
  const payload = fromBase64(part, "base64url");
  check(payload, "encoding", "base64", "payload");
  const members = readJSON(payload, DEPTH);
  check(members !== undefined, "structure", "json.syntax", "payload");
  check(members instanceof Members, "structure", "member.type", "payload");
  for (const name of ["sub", "exp"]) {
    check(members.count(name) <= 1, "claims", "member.duplicate", name);
  }
  const [sub, exp] = [members.get("sub") ?? "", members.get("exp") ?? null];
  check(sub !== "", "claims", "member.missing", "sub");
  check(isText(sub), "claims", "member.type", "sub");
  check(exp !== null, "claims", "member.missing", "exp");
  check(isInteger(exp, -INT64 - 1n, INT64), "claims", "member.type", "exp");
  return { sub, exp };
}

const signature = (key, algorithm, header, payload) =>
  createHmac(ALGORITHMS[algorithm].hash, key).update(`${header}.${payload}`).digest("base64url");

function isEqual(text, other) {
  const [a, b] = [Buffer.from(text), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
