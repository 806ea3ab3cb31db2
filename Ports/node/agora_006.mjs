// SPDX-License-Identifier: 0BSD
// Agora AccessToken 006.
//
//   006 | app id | base64 of: signature-length | signature | channel-crc | uid-crc | message-length | message
//   message: salt | ts | privilege-count | (privilege | privilege-expire) ...
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

import {
  askedUser, checkChannel, checkIdentifiers, checkNumber, isIdentifier, uint16, uint32, userText,
} from "./agora.mjs";
import { Reader, check, fromBase64, ownClock } from "./strict.mjs";

const DAY = 86400n;
const ROLES = {
  attendee: [1n, 2n, 3n, 4n],
  publisher: [1n, 2n, 3n, 4n, 5n, 6n, 10n, 11n, 12n],
  subscriber: [1n, 7n, 8n, 9n],
  admin: [1n, 2n, 3n, 4n, 101n],
};
const LOG_IN_TO_RTM = 1000n;

/** Makes one token; salt and end are drawn unless a test gives them. */
class TokenBuilder {
  constructor({ appId, certificate, channel, user }, { now = ownClock(), salt, ts }) {
    Object.assign(this, { appId, certificate, channel, user, privileges: new Map() });
    salt ??= BigInt(randomBytes(4).readUInt32LE());
    this.setSaltTs({ salt, ts: ts ?? now + DAY });
  }

  setSaltTs({ salt, ts }) {
    checkNumber(salt, 32n, "salt");
    checkNumber(ts, 32n, "ts");
    Object.assign(this, { salt, ts });
  }

  setPrivilege({ privilege, expire }) {
    checkNumber(privilege, 16n, "privilege");
    checkNumber(expire, 32n, "privilege-expire");
    this.privileges.set(privilege, expire);
  }

  removePrivilege({ privilege }) {
    this.privileges.delete(privilege);
  }

  initPrivileges({ role }) {
    check(typeof role === "string" && Object.hasOwn(ROLES, role), "policy", "role", "role");
    this.privileges = new Map(ROLES[role].map((privilege) => [privilege, 0n]));
  }

  /** Takes over salt, end and privileges of a token; none of it is proven. */
  initTokenBuilder({ token }) {
    const { salt, ts, privileges } = parse(token).claims;
    const pairs = Object.entries(privileges).map(([privilege, expire]) => [BigInt(privilege), expire]);
    Object.assign(this, { salt, ts, privileges: new Map(pairs) });
  }

  buildToken() {
    const { appId, channel, user } = this;
    const message = this.message();
    const signed = signature(appId, this.certificate, channel, user, message);
    return "006" + appId + Buffer.concat([
      uint16(signed.length), signed, uint32(crc32(channel)), uint32(crc32(user)),
      uint16(message.length), message,
    ]).toString("base64");
  }

  message() {
    const pairs = [...this.privileges].sort(([a], [b]) => Number(a - b));
    return Buffer.concat([
      uint32(this.salt), uint32(this.ts), uint16(pairs.length),
      ...pairs.flatMap(([privilege, expire]) => [uint16(privilege), uint32(expire)]),
    ]);
  }
}

const CALLS = [
  "setPrivilege", "removePrivilege", "initPrivileges", "setSaltTs", "initTokenBuilder", "buildToken",
];

/** The token of a builder after the steps, each the name of a call (`op`) and its arguments. */
export function mint({ app_id: appId, app_certificate: certificate, ...given }, drawn) {
  checkIdentifiers(appId, certificate);
  checkChannel(given.channel_name);
  const names = { appId, certificate, channel: given.channel_name, user: userText(given.uid) };
  const newBuilder = () => new TokenBuilder(names, drawn);
  let builder = newBuilder();
  for (const { op, ...step } of given.steps) {
    check(op === "newBuilder" || CALLS.includes(op), "policy", "call", "call");
    if (op === "newBuilder") builder = newBuilder();
    else builder[op](step);
  }
  return builder.buildToken();
}

/** Who subscribes (role 2) may join, the others may publish too. */
function rtc(channel, uid, role, expire) {
  checkChannel(channel);
  return { channel, user: userText(uid), privileges: role === 2n ? [1n] : [1n, 2n, 3n, 4n], expire };
}

/** The account stands in the place of the channel, and nobody in its own. */
function rtm(account, role, expire) {
  return { channel: userText(account), user: "", privileges: [LOG_IN_TO_RTM], expire };
}

const BUILDERS = {
  "006.rtc.buildTokenWithUid": rtc,
  "006.rtc.buildTokenWithUserAccount": rtc,
  "006.rtm.buildToken": rtm,
};

/** The token of a builder function above the class. */
export function build({ entry, args: [appId, certificate, ...rest] }, drawn) {
  checkIdentifiers(appId, certificate);
  const { privileges, expire, ...names } = BUILDERS[entry](...rest);
  const builder = new TokenBuilder({ appId, certificate, ...names }, drawn);
  for (const privilege of privileges) builder.setPrivilege({ privilege, expire });
  return builder.buildToken();
}

/** The claims of a token that is good now for channel and user, and grants the privileges. */
export function open(asked, now = ownClock()) {
  const { token, app_certificate: certificate, app_id, privileges = [] } = asked;
  check(isIdentifier(certificate), "policy", "certificate", "certificate");
  const { claims, sealed } = parse(token);
  checkSeal(sealed, claims.app_id, certificate, asked.channel_name, askedUser(asked.uid));
  check(now < claims.ts, "time", "expired", "ts");
  check(app_id === undefined || app_id === claims.app_id, "policy", "app-id", "app-id");
  for (const privilege of privileges) {
    const expire = claims.privileges[privilege];
    check(expire !== undefined, "policy", "privilege.missing", "privilege");
    check(expire === 0n || now < expire, "time", "privilege.expired", "privilege-expire");
  }
  return claims;
}

/** The signature, for the user or for nobody, then the CRC-32, which no signature covers. */
function checkSeal({ signed, channelCrc, uidCrc, message }, appId, certificate, channel, user) {
  const users = uidCrc === crc32("") ? [user, ""] : [user];
  const good = users.find((each) =>
    timingSafeEqual(signed, signature(appId, certificate, channel, each, message)));
  const [inChannel, forUser] = [channelCrc === crc32(channel), (each) => uidCrc === crc32(each)];
  if (good === undefined) {
    check(inChannel, "crypto", "channel", "channel-crc");
    check(users.some(forUser), "crypto", "uid", "uid-crc");
    check(false, "crypto", "signature", "signature");
  }
  check(inChannel, "crypto", "channel.crc", "channel-crc");
  check(forUser(good), "crypto", "uid.crc", "uid-crc");
}

/** What a token says, and what its seal consists of. */
function parse(token) {
  check(token.startsWith("006"), "encoding", "version", "version");
  const appId = token.slice(3, 35);
  check(appId.length === 32, "structure", "truncated", "app-id");
  check(isIdentifier(appId), "structure", "app-id", "app-id");
  const content = fromBase64(token.slice(35));
  check(content, "encoding", "base64", "base64");
  const reader = new Reader(content);
  const signed = reader.take(reader.number(2, "signature-length"), "signature");
  const [channelCrc, uidCrc] = [reader.number(4, "channel-crc"), reader.number(4, "uid-crc")];
  const message = reader.take(reader.number(2, "message-length"), "message");
  check(signed.length === 32, "structure", "signature.length", "signature-length");
  check(reader.left === 0, "structure", "trailing", "message");
  const claims = { app_id: appId, ...parseMessage(message) };
  return { claims, sealed: { signed, channelCrc, uidCrc, message } };
}

function parseMessage(message) {
  const reader = new Reader(message);
  const [salt, ts] = [BigInt(reader.number(4, "salt")), BigInt(reader.number(4, "ts"))];
  const count = reader.number(2, "privilege-count");
  check(count * 6 === reader.left, "structure", "privilege.count", "privilege-count");
  const privileges = {};
  for (let i = 0; i < count; i += 1) {
    const privilege = reader.number(2, "privilege");
    check(!(privilege in privileges), "structure", "privilege.duplicate", "privilege");
    privileges[privilege] = BigInt(reader.number(4, "privilege-expire"));
  }
  return { salt, ts, privileges };
}

const signature = (appId, certificate, channel, user, message) =>
  createHmac("sha256", certificate).update(appId + channel + user).update(message).digest();

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** As zlib has it. */
function crc32(text) {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text)) crc = TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}
