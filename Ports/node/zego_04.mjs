// SPDX-License-Identifier: 0BSD
// ZEGO token04, in both of its forms: zego-04-cbc and zego-04-gcm.
//
//   04 | base64 of: expire | iv-length | iv | ciphertext-length | ciphertext | mode (GCM alone)
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import {
  Members, Reader, Refused, check, fromBase64, isInteger, isText, ownClock, readJSON,
} from "./strict.mjs";

const INT64 = 2n ** 63n - 1n;
const DEPTH = 64;
const RANGES = {
  app_id: [1n, 2n ** 32n - 1n],
  nonce: [-(2n ** 31n), 2n ** 31n - 1n],
  ctime: [0n, INT64],
  expire: [0n, INT64],
};
const MEMBERS = ["app_id", "user_id", "nonce", "ctime", "expire", "payload"];

/** AES-256-CBC with the padding of PKCS #7; nothing authenticates it. */
const CBC = {
  ivLength: 16,
  mode: Buffer.alloc(0),
  last: "ciphertext",
  fits: (length) => length > 0 && length % 16 === 0,

  encrypt(key, iv, plaintext) {
    const cipher = createCipheriv("aes-256-cbc", key, iv);
    return Buffer.concat([cipher.update(plaintext), cipher.final()]);
  },

  decrypt(key, iv, ciphertext) {
    const decipher = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
    const padding = padded.at(-1);
    const right = padding >= 1 && padding <= 16 && padded.subarray(-padding).every((b) => b === padding);
    check(right, "crypto", "padding", "ciphertext");
    return padded.subarray(0, -padding);
  },
};

/** AES-256-GCM; the tag of 16 bytes ends the ciphertext. */
const GCM = {
  ivLength: 12,
  mode: Buffer.of(1),
  last: "mode",
  fits: (length) => length >= 16,

  encrypt(key, iv, plaintext) {
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },

  decrypt(key, iv, ciphertext) {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
    decipher.setAuthTag(ciphertext.subarray(-16));
    try {
      return Buffer.concat([decipher.update(ciphertext.subarray(0, -16)), decipher.final()]);
    } catch {
      throw new Refused("crypto", "tag", "tag");
    }
  },
};

const FORMS = { cbc: CBC, gcm: GCM };

/** A token for the arguments of the vendor's call. Only tests give the time, the nonce and the IV. */
export function mint(name, given, { now, nonce, iv } = {}) {
  const form = FORMS[name];
  const ctime = now ?? ownClock();
  const key = checkArguments(given, ctime);
  nonce ??= BigInt(randomBytes(4).readInt32BE());
  iv ??= randomBytes(form.ivLength);
  const expire = ctime + given.effective_time_in_seconds;
  const ciphertext = form.encrypt(key, iv, plaintext({ ...given, nonce, ctime, expire }));
  check(ciphertext.length < 2 ** 16, "policy", "ciphertext.length", "ciphertext-length");
  const header = Buffer.alloc(8);
  header.writeBigInt64BE(expire);
  const content = [header, uint16(iv.length), iv, uint16(ciphertext.length), ciphertext, form.mode];
  return "04" + Buffer.concat(content).toString("base64");
}

/** JSON.stringify takes no BigInt; String and it write the rest as JSON has it. */
function plaintext(claims) {
  const members = MEMBERS.map((name) =>
    `"${name}":${name in RANGES ? claims[name] : JSON.stringify(claims[name])}`);
  return `{${members.join()}}`;
}

/** The rules for the caller, in the order of the vendor's code; gives the key. */
function checkArguments({ app_id, user_id, secret, effective_time_in_seconds, payload }, ctime) {
  check(typeof app_id === "bigint", "policy", "member.type", "app_id");
  check(isInteger(app_id, ...RANGES.app_id), "policy", "member.range", "app_id");
  check(typeof user_id === "string", "policy", "member.type", "user_id");
  check(isText(user_id), "policy", "json.text", "user_id");
  check(user_id !== "" && user_id.length <= 64, "policy", "member.range", "user_id");
  const key = keyOf(secret);
  const seconds = effective_time_in_seconds;
  check(typeof seconds === "bigint", "policy", "member.type", "effective_time_in_seconds");
  const inRange = isInteger(seconds, 1n, INT64 - ctime);
  check(inRange, "policy", "member.range", "effective_time_in_seconds");
  check(payload !== undefined, "policy", "member.missing", "payload");
  check(typeof payload === "string", "policy", "member.type", "payload");
  check(isText(payload), "policy", "json.text", "payload");
  return key;
}

function keyOf(secret) {
  check(typeof secret === "string", "policy", "member.type", "secret");
  const key = Buffer.from(secret);
  check(key.length === 32, "policy", "secret.length", "secret");
  return key;
}

function uint16(number) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}

/** The claims of a token that is good now, and for the app, the user and the room that are given. */
export function open(name, { token, secret, app_id, user_id, room_id }, now = ownClock()) {
  const form = FORMS[name];
  const key = keyOf(secret);
  const { expire, iv, ciphertext } = fields(form, token);
  const claims = readClaims(form.decrypt(key, iv, ciphertext));
  check(expire === claims.expire, "claims", "expire.mismatch", "expire");
  check(now < expire, "time", "expired", "expire");
  check(app_id === undefined || app_id === claims.app_id, "policy", "app-id", "app_id");
  check(user_id === undefined || user_id === claims.user_id, "policy", "user-id", "user_id");
  check(room_id === undefined || room_id === roomOf(claims.payload), "policy", "room-id", "room_id");
  return claims;
}

function fields(form, token) {
  check(token.startsWith("04"), "encoding", "prefix", "prefix");
  const data = fromBase64(token.slice(2));
  check(data, "encoding", "base64", "base64");
  const reader = new Reader(data);
  const expire = reader.take(8, "expire").readBigInt64BE();
  const ivLength = reader.take(2, "iv-length").readUInt16BE();
  check(ivLength === form.ivLength, "structure", "iv.length", "iv-length");
  const iv = reader.take(ivLength, "iv");
  const length = reader.take(2, "ciphertext-length").readUInt16BE();
  check(form.fits(length), "structure", "ciphertext.length", "ciphertext-length");
  const ciphertext = reader.take(length, "ciphertext");
  const mode = reader.take(form.mode.length, "mode");
  check(mode.equals(form.mode), "structure", "mode", "mode");
  check(reader.left === 0, "structure", "trailing", form.last);
  return { expire, iv, ciphertext };
}

/** The six members, each once, each of its type and in its range. */
function readClaims(plaintext) {
  const members = readJSON(plaintext, DEPTH);
  check(members instanceof Members, "claims", "json.syntax", "plaintext");
  for (const [name] of members) {
    check(MEMBERS.includes(name), "claims", "member.unknown", "plaintext");
    check(members.count(name) === 1, "claims", "member.duplicate", name);
  }
  const claims = Object.fromEntries(members);
  for (const name of MEMBERS) check(name in claims, "claims", "member.missing", name);
  for (const name of MEMBERS) checkClaim(name, claims[name]);
  check(claims.user_id !== "", "claims", "member.range", "user_id");
  return claims;
}

function checkClaim(name, value) {
  const range = RANGES[name];
  check(typeof value === (range ? "bigint" : "string"), "claims", "member.type", name);
  if (range) check(isInteger(value, ...range), "claims", "member.range", name);
  else check(isText(value), "claims", "json.text", name);
}

/** The room that the payload of a permission token names. */
function roomOf(payload) {
  const members = readJSON(Buffer.from(payload), DEPTH);
  check(members instanceof Members, "policy", "json.syntax", "payload");
  const once = new Set(members.map(([name]) => name)).size === members.length;
  check(once, "policy", "member.duplicate", "payload");
  const room = members.get("room_id");
  check(isText(room) && room !== "", "policy", "member.range", "room_id");
  check(isPrivilege(members.get("privilege")), "policy", "privilege", "privilege");
  const streams = members.get("stream_id_list") ?? [];
  const isList = Array.isArray(streams) && streams.every((stream) => typeof stream === "string");
  check(isList, "policy", "stream-ids", "stream_id_list");
  return room;
}

function isPrivilege(value) {
  if (!(value instanceof Members)) return false;
  const names = value.map(([name]) => name).sort().join();
  return ["1", "2", "1,2"].includes(names) && value.every(([, allowed]) => isInteger(allowed, 0n, 1n));
}
