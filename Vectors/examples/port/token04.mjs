// SPDX-License-Identifier: 0BSD
// A port under test: ZEGO token04 in its GCM form, opened strictly, with what Node has of its own.
// The clauses that it follows are those of zego-04-gcm/clauses.json.
import { createDecipheriv } from "node:crypto";

const MEMBERS = ["app_id", "user_id", "nonce", "ctime", "expire", "payload"];
const DEPTH = 64;

export class Refused extends Error {
  constructor(stage, reason) {
    super(`${stage}/${reason}`);
    Object.assign(this, { stage, reason });
  }
}

function check(condition, stage, reason) {
  if (!condition) throw new Refused(stage, reason);
}

/** The claims of a token. Numbers are BigInts; a text that is not UTF-8 comes as a Buffer. */
export function openToken({ token, secret, app_id, user_id, room_id }, now) {
  const key = Buffer.from(secret);
  check(key.length === 32, "policy", "secret.length");
  const { header, iv, sealed } = fields(decoded(Buffer.from(token).toString("latin1")));
  const claims = readClaims(decrypted(key, iv, sealed));
  check(header === claims.expire, "claims", "expire.mismatch");
  check(now === undefined || now < claims.expire, "time", "expired");
  check(app_id === undefined || app_id === claims.app_id, "policy", "app-id");
  check(user_id === undefined || user_id === claims.user_id, "policy", "user-id");
  check(room_id === undefined || room_id === room(claims.payload), "policy", "room-id");
  return claims;
}

/** What decodes has to encode to the same text: no blank, no loose padding, no spare bit passes. */
function decoded(token) {
  check(token.startsWith("04"), "encoding", "prefix");
  const data = Buffer.from(token.slice(2), "base64");
  check(data.toString("base64") === token.slice(2), "encoding", "base64");
  return data;
}

/** expire | iv-length | iv | ciphertext-length | ciphertext and tag | mode */
function fields(data) {
  let at = 0;
  const take = (count) => {
    check(count <= data.length - at, "structure", "truncated");
    return data.subarray(at, (at += count));
  };
  const header = take(8).readBigInt64BE();
  check(take(2).readUInt16BE() === 12, "structure", "iv.length");
  const iv = take(12);
  const length = take(2).readUInt16BE();
  check(length >= 16, "structure", "ciphertext.length");
  const sealed = take(length);
  check(take(1)[0] === 1, "structure", "mode");
  check(at === data.length, "structure", "trailing");
  return { header, iv, sealed };
}

function decrypted(key, iv, sealed) {
  const cipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
  cipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  } catch {
    throw new Refused("crypto", "tag");
  }
}

function readClaims(plaintext) {
  const object = readJSON(plaintext, "claims");
  check(object.kind === "object", "claims", "json.syntax");
  const found = new Map();
  for (const [name, value] of object.members) {
    check(MEMBERS.includes(name), "claims", "member.unknown");
    check(!found.has(name), "claims", "member.duplicate");
    found.set(name, value);
  }
  check(found.size === MEMBERS.length, "claims", "member.missing");
  const integer = (name, low, high) => {
    const { kind, lexeme } = found.get(name);
    check(kind === "integer", "claims", "member.type");
    const number = lexeme.length > 20 ? high + 1n : BigInt(lexeme);
    check(low <= number && number <= high, "claims", "member.range");
    return number;
  };
  const text = (name) => {
    const { kind, text } = found.get(name);
    check(kind === "string", "claims", "member.type");
    check(text !== undefined, "claims", "json.text");
    return text;
  };
  const claims = {
    app_id: integer("app_id", 1n, 2n ** 32n - 1n),
    user_id: text("user_id"),
    nonce: integer("nonce", -(2n ** 31n), 2n ** 31n - 1n),
    ctime: integer("ctime", 0n, 2n ** 63n - 1n),
    expire: integer("expire", 0n, 2n ** 63n - 1n),
    payload: text("payload"),
  };
  check(claims.user_id !== "", "claims", "member.range");
  return claims;
}

/** The room that a payload is for. */
function room(payload) {
  const object = readJSON(Buffer.from(payload), "policy");
  const members = object.members ?? [];
  const found = new Map(members);
  check(found.size === members.length, "policy", "member.duplicate");
  const name = found.get("room_id")?.text;
  check(name, "policy", "member.range");
  const privilege = found.get("privilege")?.members ?? [];
  const keys = privilege.map(([key]) => key).sort().join();
  check(["1", "2", "1,2"].includes(keys), "policy", "privilege");
  const flags = privilege.map(([, value]) => value.lexeme);
  check(flags.every((flag) => flag === "0" || flag === "1"), "policy", "privilege");
  const streams = found.get("stream_id_list") ?? { kind: "null" };
  const isList = streams.items?.every((stream) => stream.kind === "string");
  check(isList ?? streams.kind === "null", "policy", "stream-ids");
  return name;
}

const BLANKS = /[ \t\n\r]*/y;
const WORD = /true|false|null/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const STRING = /"((?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*)"/y;

/** JSON.parse drops a repeated member and tells 1 from 1.0 no more: this reader keeps them. */
function readJSON(bytes, stage) {
  const source = bytes.toString("latin1");
  let at = 0;
  const match = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const accept = (sign) => {
    match(BLANKS);
    if (source[at] !== sign) return false;
    at += 1;
    return true;
  };
  const expect = (condition) => check(condition, stage, "json.syntax");
  const list = (end, read) => {
    const items = [];
    if (accept(end)) return items;
    do items.push(read()); while (accept(","));
    expect(accept(end));
    return items;
  };
  const string = () => {
    match(BLANKS);
    const found = match(STRING);
    expect(found);
    return unescaped(Buffer.from(found[1], "latin1"));
  };
  const value = (depth) => {
    expect(depth <= DEPTH);
    const member = () => {
      const name = string();
      expect(accept(":"));
      return [name, value(depth + 1)];
    };
    if (accept("{")) return { kind: "object", members: list("}", member) };
    if (accept("[")) return { kind: "array", items: list("]", () => value(depth + 1)) };
    if (source[at] === '"') return { kind: "string", text: string() };
    const word = match(WORD);
    if (word) return { kind: word[0] };
    const number = match(NUMBER);
    expect(number);
    return number[1] ?? number[2] ? { kind: "float" } : { kind: "integer", lexeme: number[0] };
  };
  const found = value(1);
  match(BLANKS);
  expect(at === source.length);
  return found;
}

/** The text of a string; nothing where it has a byte that is not UTF-8, or a surrogate alone. */
function unescaped(bytes) {
  try {
    const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const text = JSON.parse(`"${utf8.decode(bytes)}"`);
    return /\p{Surrogate}/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
