// SPDX-License-Identifier: 0BSD
// Runs every vector for openers in a folder: node open-vectors.mjs FOLDER
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Refused, openToken } from "./port/token04.mjs";

const MINIMUM = 230; // a run with fewer vectors has lost some

/** What a typed value stands for; an integer is a BigInt, bytes that are no UTF-8 a Buffer. */
function value(typed) {
  if (Array.isArray(typed)) return typed.map(value);
  if (typed === null || typeof typed !== "object") return typed;
  const { int, float, text, hex, repeat, count, members } = typed;
  if (int !== undefined) return BigInt(int);
  if (float !== undefined) return Number(float);
  if (text !== undefined) return text;
  if (hex !== undefined) return Buffer.from(hex, "hex");
  if (repeat !== undefined) return repeat.repeat(Number(count));
  if (members !== undefined) return values(members);
  throw new Error(`no typed value: ${JSON.stringify(typed)}`);
}

function values(members) {
  return Object.fromEntries(Object.entries(members).map(([name, typed]) => [name, value(typed)]));
}

/** Why the port fails a vector; nothing where it passes. */
function failure({ expect, in: question, now }) {
  const check = `${expect.stage}/${expect.reason}`;
  let claims;
  try {
    const second = now === "port" ? BigInt(Math.floor(Date.now() / 1000)) : value(now);
    claims = openToken(values(question), second);
  } catch (error) {
    if (!(error instanceof Refused)) return `an exception: ${error}`;
    const found = `${error.stage}/${error.reason}`;
    if (expect.verdict === "accept") return `refused by ${found}`;
    const right = [check, ...(expect.alsoAllowed ?? [])];
    return right.includes(found) ? undefined : `refused by ${found}, not by ${check}`;
  }
  if (expect.verdict === "reject") return `accepted in spite of ${check}`;
  const wanted = value(expect.answer.claims);
  const names = Object.keys({ ...claims, ...wanted });
  const other = names.find((name) => !isDeepStrictEqual(claims[name], wanted[name]));
  return other && `another ${other}`;
}

const folder = process.argv[2];
const files = readdirSync(folder).filter((name) => /^open-.*\.json$/.test(name)).sort();
const contents = files.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
if (contents.some((file) => file.vectors !== 1)) throw new Error("a file is of another version");
const vectors = contents.flatMap((file) => file.groups).flatMap((group) => group.vectors);
let failures = 0;
for (const vector of vectors) {
  const why = failure(vector);
  if (why === undefined) continue;
  failures += 1;
  console.log(`${vector.id}: ${why}`);
}
console.log(`${vectors.length} vectors, ${failures} failures`);
process.exitCode = failures > 0 || vectors.length < MINIMUM ? 1 : 0;
