// SPDX-License-Identifier: 0BSD
// Speaks assay-port/1 for the code beside it. To test other code, import that and change FORMATS.
import * as agora006 from "./agora_006.mjs";
import * as agora007 from "./agora_007.mjs";
import * as nacosJwt from "./nacos_jwt.mjs";
import * as natsConnect from "./nats_connect.mjs";
import { Refused, fromBytes } from "./strict.mjs";
import * as zego04 from "./zego_04.mjs";

// What an operation calls, with the arguments by name and what is injected; there is a `now` unless the
// code's own clock counts. It returns the members of an answer, or throws Refused.
const FORMATS = {
  "zego-04-cbc": { mint: (given, drawn) => ({ token: zego04.mint("cbc", given, drawn) }),
                   open: (given, { now }) => ({ claims: zego04.open("cbc", given, now) }) },
  "zego-04-gcm": { mint: (given, drawn) => ({ token: zego04.mint("gcm", given, drawn) }),
                   open: (given, { now }) => ({ claims: zego04.open("gcm", given, now) }) },
  "agora-006": { mint: (given, drawn) => ({ token: agora006.mint(given, drawn) }),
                 reopen: (given, drawn) => ({ token: agora006.mint(given, drawn) }),
                 build: (given, drawn) => ({ token: agora006.build(given, drawn) }),
                 open: (given, { now }) => ({ claims: agora006.open(given, now) }) },
  "agora-007": { mint: (given, drawn) => ({ token: agora007.mint(given, drawn) }),
                 reopen: (given) => ({ token: agora007.remake(given) }),
                 build: (given, drawn) => ({ token: agora007.build(given, drawn) }),
                 open: (given, { now }) => ({ claims: agora007.open(given, now) }) },
  "nacos-jwt": { mint: (given, { now }) => ({ token: nacosJwt.mint(given, now) }),
                 open: (given, { now }) => nacosJwt.open(given, now) },
  "nats-connect": { carry: (given) => ({ line: natsConnect.carry(given) }),
                    open: (given) => natsConnect.open(given) },
};
const INJECT = { "zego-04-cbc": ["now", "nonce", "iv"], "zego-04-gcm": ["now", "nonce", "iv"],
                 "agora-006": ["now", "salt", "ts"], "agora-007": ["now", "salt"], "nacos-jwt": ["now"] };
class Inexpressible extends Error {} // JavaScript cannot state what is asked
const each = (all, convert) => Object.fromEntries(Object.entries(all).map(([name, one]) => [name, convert(one, name)]));

function value(typed, name) {
  if (Array.isArray(typed)) return typed.map((item) => value(item));
  if (typed === null || typeof typed === "boolean") return typed;
  if ("int" in typed) return BigInt(typed.int);
  if ("float" in typed) return Number(typed.float);
  if ("repeat" in typed) return typed.repeat.repeat(typed.count);
  if ("members" in typed) return each(typed.members, value);
  if (name === "iv") return Buffer.from(typed.hex ?? typed.text, typed.hex ? "hex" : "utf8");
  const text = typed.text ?? fromBytes(Buffer.from(typed.hex, "hex"));
  if (text === undefined) throw new Inexpressible("a string cannot hold bytes that are not UTF-8");
  return text;
}

function typed(value) {
  if (typeof value === "bigint") return { int: String(value) };
  if (typeof value === "string") return { text: value };
  if (Buffer.isBuffer(value)) return { hex: value.toString("hex") };
  return Array.isArray(value) ? value.map(typed) : { members: each(value, typed) };
}

function answer({ format, op, now, in: given, inject = {} }) {
  if (!FORMATS[format]?.[op]) return { unsupported: { what: `${format} ${op}` } };
  try {
    const drawn = each(now && now !== "port" ? { ...inject, now } : inject, value);
    return { accepted: each(FORMATS[format][op](each(given, value), drawn), typed) };
  } catch (error) {
    if (error instanceof Inexpressible) return { inexpressible: { why: error.message } };
    if (error instanceof Refused) return { refused: { ...error, message: error.message } };
    return { crashed: { type: error.name, message: error.message } };
  }
}

const formats = each(FORMATS, (ops, name) => ({ ops: Object.keys(ops), inject: INJECT[name] ?? [] }));
const port = { name: "independent", language: "javascript", version: "1", runtime: process.version };
let rest = "";
for await (const chunk of process.stdin.setEncoding("utf8")) { // readline would end lines at U+2028 too
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  for (const line of lines) {
    const { hello, bye, seq, ...question } = JSON.parse(line);
    const promise = { ...hello, protocol: "assay-port/1", port, formats, inFlight: 16 };
    const reply = hello ? { hello: promise } : { seq, ...answer(question) };
    if (!bye) process.stdout.write(`${JSON.stringify(reply)}\n`);
  }
}
