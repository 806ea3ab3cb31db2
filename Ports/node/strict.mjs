// SPDX-License-Identifier: 0BSD
// What the formats share: one kind of refusal, and readers that take nothing but what is written down.
// Integers are BigInts.

/** The check that failed, in the words of the vectors. */
export class Refused extends Error {
  constructor(stage, reason, field) {
    super(`${stage}/${reason} in ${field}`);
    Object.assign(this, { stage, reason, field });
  }
}

export function check(condition, stage, reason, field) {
  if (!condition) throw new Refused(stage, reason, field);
}

/** A string without a surrogate alone. */
export const isText = (value) => typeof value === "string" && !/\p{Surrogate}/u.test(value);

/** A string may hold a surrogate alone, which takes three bytes, and no other bytes that are not UTF-8. */
export function fromBytes(bytes) {
  const halves = bytes.toString("latin1").split(/(\xed[\xa0-\xbf][\x80-\xbf])/);
  const units = halves.map((half, i) => {
    const part = Buffer.from(half, "latin1");
    return i % 2 ? String.fromCharCode(0xd000 | ((part[1] & 63) << 6) | (part[2] & 63)) : part.toString();
  });
  const isWhole = halves.every((half, i) => i % 2 || Buffer.from(units[i]).toString("latin1") === half);
  return isWhole ? units.join("") : undefined;
}

export const isInteger = (value, low, high) =>
  typeof value === "bigint" && low <= value && value <= high;

export const ownClock = () => BigInt(Math.floor(Date.now() / 1000));

/** What decodes has to encode to the same text: no blank, no loose padding, no spare bit passes. */
export function fromBase64(text, alphabet = "base64") {
  const data = Buffer.from(text, alphabet);
  return data.toString(alphabet) === text ? data : undefined;
}

/** Takes field after field from bytes, and refuses what ends too early. */
export class Reader {
  constructor(data) {
    this.data = data;
    this.offset = 0;
  }

  take(count, field) {
    check(count <= this.left, "structure", "truncated", field);
    return this.data.subarray(this.offset, (this.offset += count));
  }

  get left() {
    return this.data.length - this.offset;
  }

  /** Little endian. */
  number(count, field) {
    return this.take(count, field).readUIntLE(0, count);
  }
}

/** The names and values of a JSON object as they stand, repeated ones too. */
export class Members extends Array {
  get(name) {
    return this.findLast(([each]) => each === name)?.[1];
  }

  count(name) {
    return this.filter(([each]) => each === name).length;
  }
}

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const WORDS = new Map([["true", true], ["false", false], ["null", null]]);
const WORD = /true|false|null/y;

/** A JSON value as RFC 8259 has it; nothing for any other text and for what is nested deeper. */
export function readJSON(bytes, depth) {
  try {
    return new JSONReader(bytes.toString("latin1"), depth).whole();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** JSON.parse drops a repeated member and tells 1 from 1.0 no more: this reader keeps them. */
class JSONReader {
  constructor(source, depth) {
    Object.assign(this, { source, depth, offset: 0 });
  }

  whole() {
    const value = this.value(1);
    this.match(BLANKS);
    this.expect(this.offset === this.source.length);
    return value;
  }

  value(depth) {
    this.expect(depth <= this.depth);
    if (this.accept("{")) return this.list("}", new Members(), () => this.member(depth + 1));
    if (this.accept("[")) return this.list("]", [], () => this.value(depth + 1));
    if (this.source[this.offset] === '"') return this.string();
    const word = this.match(WORD);
    if (word) return WORDS.get(word[0]);
    const number = this.match(NUMBER);
    this.expect(number);
    const [lexeme, fraction, exponent] = number;
    return fraction || exponent ? Number(lexeme) : BigInt(lexeme);
  }

  list(end, items, read) {
    if (this.accept(end)) return items;
    do items.push(read());
    while (this.accept(","));
    this.expect(this.accept(end));
    return items;
  }

  member(depth) {
    const name = this.string();
    this.expect(this.accept(":"));
    return [name, this.value(depth)];
  }

  string() {
    this.expect(this.accept('"'));
    let end = this.offset;
    while (end < this.source.length && this.source[end] !== '"') end += this.source[end] === "\\" ? 2 : 1;
    const raw = Buffer.from(this.source.slice(this.offset, end), "latin1");
    this.offset = end;
    this.expect(this.accept('"'));
    return unescaped(raw);
  }

  accept(sign) {
    this.match(BLANKS);
    if (this.source[this.offset] !== sign) return false;
    this.offset += 1;
    return true;
  }

  match(pattern) {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.source);
    if (found) this.offset = pattern.lastIndex;
    return found;
  }

  expect(condition) {
    if (!condition) throw new SyntaxError(`no JSON at ${this.offset}`);
  }
}

/** The string that the escapes stand for; where a byte is not UTF-8, one that is no text either. */
function unescaped(bytes) {
  const text = bytes.toString();
  return JSON.parse(`"${text}"`) + (bytes.equals(Buffer.from(text)) ? "" : "\ud800");
}
