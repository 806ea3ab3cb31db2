// SPDX-License-Identifier: 0BSD
// What Agora's formats agree on: identifiers, channel names, users, and numbers of a fixed size.
import { check, isInteger } from "./strict.mjs";

const DIGITS = /^[0-9A-Fa-f]{32}$/;
const NAME = /^[A-Za-z0-9 !#$%&()+,\-.:;<=>?@[\]^_{|}~]*$/; // the 89 characters

export const isIdentifier = (value) => typeof value === "string" && DIGITS.test(value);

export function checkIdentifiers(appId, certificate) {
  check(isIdentifier(appId), "policy", "app-id", "app-id");
  check(isIdentifier(certificate), "policy", "certificate", "certificate");
}

const isName = (value, longest) =>
  typeof value === "string" && value.length <= longest && NAME.test(value);

export function checkChannel(name) {
  check(isName(name, 64) && name !== "", "policy", "channel", "channel");
}

/** A uid is its decimal digits, the uid 0 is nothing, an account is itself. */
export function userText(uid) {
  const right = typeof uid === "bigint" ? isInteger(uid, 0n, 2n ** 32n - 1n) : isName(uid, 255);
  check(right, "policy", "uid", "uid");
  return askedUser(uid);
}

/** The user that an opener is told: no rule for callers binds who is only compared. */
export const askedUser = (uid) => (uid === 0n ? "" : String(uid));

export function checkNumber(value, bits, field) {
  check(isInteger(value, 0n, 2n ** bits - 1n), "policy", "range", field);
}

export function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(Number(value));
  return bytes;
}

export function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(Number(value));
  return bytes;
}
