// SPDX-License-Identifier: 0BSD
// Credentials of a NATS client: from an address and options into a CONNECT line, and out of one.
//
//   nats://token@host:port          nats://user:password@host:port
//   CONNECT {"auth_token":"token", ...}
import { Members, Refused, check, isText, readJSON } from "./strict.mjs";

const LONGEST = 4096; // bytes of the object that a server takes
const DEPTH = 512;
const USUAL_PORT = 4222n;
const SCHEME = /^(?:nats|tls|wss?)$/i;
const AUTHORITY = /^(?:([^/?#]*)@)?([^/?#]*)(.*)$/s;
const USER_PART = /^[A-Za-z0-9\-._~!$&'()*+;=%:]*$/;
const HOST = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)$/;
const PORT = /^[0-9]{1,5}$/;
const VERB = /^CONNECT[ \t]+/i;
const NONE = { auth_token: "", user: "", pass: "" };

/**
 * The line that a client sends with the credentials that it is given, in one place alone: `url`,
 * `token`, `user` and `pass`, or what a function of the caller returned.
 */
export function carry({ url, token, user, pass, token_handler_returns: returned }) {
  const isGiven = (value) => value !== undefined && value !== null;
  const pair = Object.entries({ user, pass }).filter(([, text]) => isGiven(text));
  const given = [
    readAddress(url).credentials,
    isGiven(token) ? { auth_token: checkedToken(token, "token") } : {},
    isGiven(returned) ? { auth_token: checkedToken(returned, "handler") } : {},
    Object.fromEntries(pair.map(([name, text]) => [name, checked(text, name)])),
  ].filter((place) => Object.keys(place).length > 0);
  check(given.length <= 1, "policy", "credentials", "options");
  const argument = JSON.stringify({
    verbose: false, pedantic: false, ...given[0], lang: "node", version: "1", protocol: 1,
  });
  check(Buffer.byteLength(argument) <= LONGEST, "policy", "line.length", "argument");
  return `CONNECT ${argument}`;
}

function checkedToken(token, name) {
  check(checked(token, name) !== "", "policy", "token.empty", "token");
  return token;
}

function checked(text, name) {
  check(typeof text === "string", "claims", "member.type", name);
  check(isText(text) && !text.includes("\0"), "policy", "token.text", name);
  return text;
}

/** What a line says, or what an address does, with the usual scheme and port filled in. */
export function open({ line, url }) {
  if (line !== undefined) return openLine(line);
  const { credentials, ...server } = readAddress(url);
  return { ...NONE, ...credentials, ...server };
}

function readAddress(url) {
  const mark = url.indexOf("://");
  const scheme = mark < 0 ? "nats" : url.slice(0, mark);
  check(SCHEME.test(scheme), "structure", "url.scheme", "scheme");
  const [, userPart, server, path] = AUTHORITY.exec(mark < 0 ? url : url.slice(mark + 3));
  const credentials = readUserPart(userPart);
  const { host, port } = readServer(server);
  check(path === "" || path === "/", "structure", "url.path", "path");
  return { credentials, scheme: scheme.toLowerCase(), host, port };
}

/** With a colon a user and a password, without one a token. */
function readUserPart(text) {
  if (text === undefined) return {};
  check(USER_PART.test(text), "structure", "url.character", "user part");
  const [first, ...rest] = text.split(":");
  check(first !== "", "structure", "url.user", "user part");
  if (rest.length === 0) return { auth_token: unescaped(first, "token") };
  return { user: unescaped(first, "user"), pass: unescaped(rest.join(":"), "pass") };
}

/** Each escape once; a plus stays a plus. */
function unescaped(text, name) {
  try {
    return checked(decodeURIComponent(text), name);
  } catch (error) {
    if (error instanceof URIError) throw new Refused("structure", "url.escape", "user part");
    throw error;
  }
}

function readServer(text) {
  const { host, port } = splitServer(text);
  check(port !== "", "structure", "url.port", "port");
  check(!text.includes(",") && HOST.test(host), "structure", "url.host", "host");
  const number = port === undefined ? USUAL_PORT : PORT.test(port) && BigInt(port);
  check(number >= 1n && number <= 65535n, "structure", "url.port", "port");
  return { host: host.replace(/[[\]]/g, ""), port: number };
}

/** The host, and the port if there is a colon for it; brackets keep the colons of IPv6. */
function splitServer(text) {
  const end = text.startsWith("[") ? text.indexOf("]") + 1 : 0;
  const colon = end > 0 ? end : text.lastIndexOf(":");
  if (colon < 0 || colon === text.length) return { host: text };
  check(text[colon] === ":", "structure", "url.port", "port");
  return { host: text.slice(0, colon), port: text.slice(colon + 1) };
}

/** The credentials that a server reads in a line: names in any case, the last of several. */
function openLine(text) {
  const line = text.replace(/\r\n$/, "");
  const verb = VERB.exec(line);
  check(verb, "structure", "verb", "verb");
  check(!/[\r\n]/.test(line), "structure", "line.trailing", "line");
  const argument = Buffer.from(line.slice(verb[0].length));
  check(argument.length <= LONGEST, "structure", "line.length", "argument");
  const members = readJSON(argument, DEPTH);
  check(members instanceof Members, "structure", "json.syntax", "argument");
  const found = { ...NONE };
  for (const [written, value] of members) {
    const name = written.toLowerCase();
    if (name in NONE && value !== null) found[name] = checked(value, name);
  }
  return found;
}
