// SPDX-License-Identifier: 0BSD
// Agora AccessToken2, version 007.
//
//   007 | base64 of zlib of: signature-length | signature | info
//   info: app-id-length | app-id | issue-ts | expire | salt | service-count | services
//   service: service-type | privilege-count | (privilege | privilege-expire) ... | its own fields
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deflateSync, inflateRawSync } from "node:zlib";

import {
  askedUser, checkChannel, checkIdentifiers, checkNumber, isIdentifier, uint16, uint32, userText,
} from "./agora.mjs";
import { Reader, Refused, check, fromBase64, isInteger, isText, ownClock } from "./strict.mjs";

const LIMIT = 2 ** 20; // bytes of content
const DAY = 86400n;

// A kind of field: how an argument is checked, how it is packed, and how it is read again.
const TEXT = { check: checkedText, pack: packText, read: readText };
const CHANNEL = { ...TEXT, check: checkedChannel };
const USER = { ...TEXT, check: checkedUser };
const ROLE = { check: checkedRole, pack: packRole, read: readRole };
const PERMISSIONS = { check: checkedPermissions, pack: packPermissions, read: readPermissions };

const userId = { name: "user_id", field: "user-id", kind: TEXT };
const channelName = { name: "channel_name", field: "channel", kind: CHANNEL };
const account = { name: "uid", field: "account", kind: USER };

// By their types, which count from 1.
const SERVICES = [
  { type: "rtc", fields: [channelName, { name: "uid", field: "uid", kind: USER }] },
  { type: "rtm", fields: [userId] },
  { type: "streaming", fields: [channelName, account] },
  { type: "fpa", fields: [] },
  { type: "chat", fields: [userId] },
  { type: "fcdn", fields: [channelName, account] },
  {
    type: "apaas",
    fields: [
      { name: "room_uuid", field: "room-uuid", kind: TEXT },
      { name: "user_uuid", field: "user-uuid", kind: TEXT },
      { name: "role", field: "role", kind: ROLE },
    ],
  },
  { type: "rtm2", fields: [userId, { name: "permissions", field: "permissions", kind: PERMISSIONS }] },
];
const numberOf = (type) => SERVICES.findIndex((service) => service.type === type) + 1;
const fieldsOf = (type) => SERVICES[numberOf(type) - 1].fields;

/**
 * A token for the services: of each the type, its fields, and its privileges as pairs. Salt and time
 * of issue are drawn unless they are among the arguments, or a test gives them.
 */
export function mint({ app_id, app_certificate, expire, services, ...given }, { now, salt } = {}) {
  checkIdentifiers(app_id, app_certificate);
  const issue_ts = given.issue_ts ?? now ?? ownClock();
  salt = given.salt ?? salt ?? BigInt(randomBytes(4).readUInt32LE());
  checkNumber(issue_ts, 32n, "issue-ts");
  checkNumber(expire, 32n, "expire");
  checkNumber(salt, 32n, "salt");
  const claims = { app_id, issue_ts, expire, salt, services: services.map(serviceClaims) };
  return seal(claims, packInfo(claims), app_certificate);
}

/** A service as a token says it. */
function serviceClaims({ type, privileges: pairs, ...given }) {
  const privileges = {};
  for (const [privilege, expire] of pairs) {
    checkNumber(privilege, 16n, "privilege");
    checkNumber(expire, 32n, "expire");
    privileges[privilege] = expire;
  }
  const own = fieldsOf(type).map(({ name, kind }) => [name, kind.check(given[name] ?? null)]);
  return { type, ...Object.fromEntries(own), privileges };
}

function checkedText(value) {
  check(isText(value) && Buffer.byteLength(value) < 2 ** 16, "policy", "field", "service");
  return value;
}

function checkedChannel(value) {
  checkChannel(value);
  return value;
}

function checkedUser(value) {
  check(value !== null, "policy", "field", "service");
  return userText(value);
}

function checkedRole(value) {
  check(isInteger(value, -(2n ** 15n), 2n ** 15n - 1n), "policy", "range", "role");
  return value;
}

/** By type of resource and permission; of one that is given twice, the last names count. */
function checkedPermissions(permissions) {
  const found = new Map();
  for (const [resource, permission, names] of permissions ?? []) {
    checkNumber(resource, 16n, "permission");
    checkNumber(permission, 16n, "permission");
    checkNumber(BigInt(names.length), 16n, "permission");
    found.set(`${resource}/${permission}`, [resource, permission, names.map(checkedText)]);
  }
  return [...found.values()].sort(([a, b], [c, d]) => Number(a - c) || Number(b - d));
}

/** A token that is parsed and sealed again, with the certificate of the caller. */
export function remake({ app_certificate, parse }) {
  const { claims, info } = read(parse);
  check(isIdentifier(app_certificate), "policy", "certificate", "certificate");
  return seal(claims, info, app_certificate);
}

function seal(claims, info, certificate) {
  const content = Buffer.concat([packText(signature(claims, info, certificate)), info]);
  return "007" + deflateSync(content).toString("base64");
}

const hmac = (key, data) => createHmac("sha256", key).update(data).digest();

const signature = ({ issue_ts, salt }, info, certificate) =>
  hmac(hmac(uint32(salt), hmac(uint32(issue_ts), certificate)), info);

function packInfo({ app_id, issue_ts, expire, salt, services }) {
  check(services.length > 0, "policy", "service.count", "service-count");
  checkNumber(BigInt(services.length), 16n, "service-count");
  const sorted = [...services].sort((a, b) => numberOf(a.type) - numberOf(b.type));
  return Buffer.concat([
    packText(app_id), uint32(issue_ts), uint32(expire), uint32(salt), uint16(sorted.length),
    ...sorted.map(packService),
  ]);
}

function packService(service) {
  const pairs = Object.entries(service.privileges);
  return Buffer.concat([
    uint16(numberOf(service.type)), uint16(pairs.length),
    ...pairs.flatMap(([privilege, expire]) => [uint16(privilege), uint32(expire)]),
    ...fieldsOf(service.type).map(({ name, kind }) => kind.pack(service[name])),
  ]);
}

function packText(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([uint16(bytes.length), bytes]);
}

function packRole(role) {
  return uint16(BigInt.asUintN(16, role));
}

function packPermissions(permissions) {
  const resources = new Map();
  for (const [resource, permission, names] of permissions) {
    const packed = Buffer.concat([uint16(permission), uint16(names.length), ...names.map(packText)]);
    resources.set(resource, [...(resources.get(resource) ?? []), packed]);
  }
  return Buffer.concat([
    uint16(resources.size),
    ...[...resources].flatMap(([resource, packed]) =>
      [uint16(resource), uint16(packed.length), ...packed]),
  ]);
}

/** The claims of a token that is good now, one of whose services meets all that is asked for. */
export function open(asked, now = ownClock()) {
  const { token, app_certificate: certificate, app_id, service, channel_name, uid } = asked;
  check(isIdentifier(certificate), "policy", "certificate", "certificate");
  const { claims, signed, info } = read(token);
  const right = timingSafeEqual(signed, signature(claims, info, certificate));
  check(right, "crypto", "signature", "signature");
  const age = now - claims.issue_ts;
  check(age >= 0n, "time", "not-yet", "issue-ts");
  check(age < claims.expire, "time", "expired", "expire");
  check(app_id === undefined || app_id === claims.app_id, "policy", "app-id", "app-id");
  const ofType = claims.services.filter(({ type }) => service === undefined || type === service);
  check(ofType.length > 0, "policy", "service", "service-type");
  const inChannel = ofType.filter((each) => [undefined, each.channel_name].includes(channel_name));
  check(inChannel.length > 0, "policy", "channel", "channel");
  const forUser = inChannel.filter((each) => uid === undefined || isFor(each, askedUser(uid)));
  check(forUser.length > 0, "policy", "uid", "uid");
  checkPrivileges(forUser, asked.privileges ?? [], age);
  return claims;
}

/** In a channel the empty user is every user. */
const isFor = ({ uid, user_id, user_uuid }, user) =>
  uid === "" || [uid, user_id, user_uuid].includes(user);

function checkPrivileges(services, asked, age) {
  const held = services.filter(({ privileges }) => asked.every((each) => each in privileges));
  check(held.length > 0, "policy", "privilege.missing", "privilege");
  const isGood = (end) => end === 0n || age < end;
  const good = held.some(({ privileges }) => asked.every((each) => isGood(privileges[each])));
  check(good, "time", "privilege.expired", "privilege-expire");
}

/** What a token says, its signature, and the bytes that it signs. */
function read(token) {
  check(token.startsWith("007"), "encoding", "version", "version");
  const data = fromBase64(token.slice(3));
  check(data, "encoding", "base64", "base64");
  const reader = new Reader(inflate(data));
  const signed = reader.take(reader.number(2, "signature-length"), "signature");
  check(signed.length === 32, "structure", "signature.length", "signature-length");
  const info = reader.data.subarray(reader.offset);
  const claims = readInfo(reader);
  check(reader.left === 0, "structure", "trailing", "services");
  return { claims, signed, info };
}

/** One whole stream of zlib: its header, the deflated content, and its checksum. */
function inflate(data) {
  check(data.length >= 2, "encoding", "truncated", "zlib");
  const [method, flags] = data;
  const known = (method & 15) === 8 && method >> 4 <= 7 && (flags & 32) === 0;
  check(known && data.readUInt16BE() % 31 === 0, "encoding", "zlib", "zlib");
  const { content, behind } = inflateRaw(data.subarray(2));
  check(behind.length >= 4, "encoding", "truncated", "zlib");
  check(behind.readUInt32BE() === adler32(content), "encoding", "zlib.checksum", "zlib-checksum");
  check(behind.length === 4, "encoding", "trailing", "zlib");
  return content;
}

const FAULTS = { Z_BUF_ERROR: "truncated", ERR_BUFFER_TOO_LARGE: "zlib.limit" };

function inflateRaw(data) {
  try {
    const { buffer, engine } = inflateRawSync(data, { info: true, maxOutputLength: LIMIT });
    return { content: buffer, behind: data.subarray(engine.bytesWritten) };
  } catch (error) {
    throw new Refused("encoding", FAULTS[error.code] ?? "zlib", "zlib");
  }
}

function adler32(bytes) {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

function readInfo(reader) {
  const app_id = readText(reader, "app-id");
  check(isIdentifier(app_id), "structure", "app-id", "app-id");
  const issue_ts = BigInt(reader.number(4, "issue-ts"));
  const expire = BigInt(reader.number(4, "expire"));
  const salt = BigInt(reader.number(4, "salt"));
  const count = reader.number(2, "service-count");
  check(count > 0, "structure", "service.count", "service-count");
  return { app_id, issue_ts, expire, salt, services: times(count, () => readService(reader)) };
}

const times = (count, make) => Array.from({ length: count }, make);

function readService(reader) {
  const service = SERVICES[reader.number(2, "service-type") - 1];
  check(service, "structure", "service.type", "service-type");
  const count = reader.number(2, "privilege-count");
  const privileges = {};
  for (let i = 0; i < count; i += 1) {
    const privilege = reader.number(2, "privilege");
    check(!(privilege in privileges), "structure", "privilege.duplicate", "privilege");
    privileges[privilege] = BigInt(reader.number(4, "privilege-expire"));
  }
  const own = service.fields.map(({ name, field, kind }) => [name, kind.read(reader, field)]);
  return { type: service.type, ...Object.fromEntries(own), privileges };
}

/** A string; bytes that are not UTF-8 stay bytes. */
function readText(reader, field) {
  const bytes = reader.take(reader.number(2, `${field}-length`), field);
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : bytes;
}

function readRole(reader, field) {
  return BigInt(reader.take(2, field).readInt16LE());
}

function readPermissions(reader) {
  const seen = new Set();
  const resources = times(reader.number(2, "resource-count"), () => {
    const resource = reader.number(2, "resource-type");
    check(!seen.has(resource), "structure", "permission.duplicate", "resource-type");
    seen.add(resource);
    return readResource(reader, BigInt(resource));
  });
  return resources.flat();
}

function readResource(reader, resource) {
  const seen = new Set();
  return times(reader.number(2, "permission-count"), () => {
    const permission = reader.number(2, "permission");
    check(!seen.has(permission), "structure", "permission.duplicate", "permission");
    seen.add(permission);
    const names = times(reader.number(2, "name-count"), () => readText(reader, "name"));
    return [resource, BigInt(permission), names];
  });
}

// The functions above the token, which make those of one purpose: each gives a life and services.

const rtc = (channel_name, uid, lives) =>
  ({ type: "rtc", channel_name, uid, privileges: lives.map((life, i) => [BigInt(i + 1), life]) });
const rtm = (user_id, life) => ({ type: "rtm", user_id, privileges: [[1n, life]] });
const chat = (user_id, privilege, life) => ({ type: "chat", user_id, privileges: [[privilege, life]] });
const apaas = (room_uuid, user_uuid, role, privilege, life) =>
  ({ type: "apaas", room_uuid, user_uuid, role, privileges: [[privilege, life]] });

/** A subscriber (2) may join, a publisher (1) may do all. */
const forRole = (role, lives) => (role === 2n ? lives.slice(0, 1) : lives);

const buildRtc = (channel, user, role, life, privilegeLife) =>
  [life, rtc(channel, user, forRole(role, Array(4).fill(privilegeLife)))];
const buildRtcPrivileges = (channel, user, life, ...lives) => [life, rtc(channel, user, lives)];
const buildRtcRtm = (channel, user, role, life, privilegeLife) =>
  [...buildRtc(channel, user, role, life, privilegeLife), rtm(user, life)];
const buildRtcRtm2 = (channel, user, role, life, join, audio, video, data, rtmUser, rtmLife) =>
  [life, rtc(channel, user, forRole(role, [join, audio, video, data])), rtm(rtmUser, rtmLife)];
const buildRtmPermissions = (user_id, permissions, life) =>
  [life, { type: "rtm2", user_id, permissions, privileges: [[1n, life]] }];
const chatUser = (user) => createHash("md5").update(user).digest("hex");
const buildRoomUser = (room, user, role, life) =>
  [life, apaas(room, user, role, 1n, life), rtm(user, life), chat(chatUser(user), 1n, life)];
const buildUser = (user, life) => [life, apaas("", user, -1n, 2n, life)];
const buildApp = (life) => [life, apaas("", "", -1n, 3n, life)];

const BUILDERS = {
  "007.rtc.buildTokenWithUid": buildRtc,
  "007.rtc.buildTokenWithUserAccount": buildRtc,
  "007.rtc.buildTokenWithUidAndPrivilege": buildRtcPrivileges,
  "007.rtc.buildTokenWithUserAccountAndPrivilege": buildRtcPrivileges,
  "007.rtc.buildTokenWithRtm": buildRtcRtm,
  "007.rtc.buildTokenWithRtm2": buildRtcRtm2,
  "007.rtm.buildToken": (user, life) => [life, rtm(user, life)],
  "007.rtm.buildTokenWithPermissions": buildRtmPermissions,
  "007.fpa.buildToken": () => [DAY, { type: "fpa", privileges: [[1n, 0n]] }],
  "007.chat.buildUserToken": (user, life) => [life, chat(user, 1n, life)],
  "007.chat.buildAppToken": (life) => [life, chat("", 2n, life)],
  "007.education.buildRoomUserToken": buildRoomUser,
  "007.education.buildUserToken": buildUser,
  "007.education.buildAppToken": buildApp,
  "007.apaas.buildRoomUserToken": buildRoomUser,
  "007.apaas.buildUserToken": buildUser,
  "007.apaas.buildAppToken": buildApp,
};

/** The token of a builder function. */
export function build({ entry, args: [app_id, app_certificate, ...rest] }, drawn) {
  const [expire, ...services] = BUILDERS[entry](...rest);
  return mint({ app_id, app_certificate, expire, services }, drawn);
}
