<?php
// SPDX-License-Identifier: 0BSD
// Credentials of a NATS client: from an address and options into a CONNECT line, and out of one.
//
//   nats://token@host:port          nats://user:password@host:port
//   CONNECT {"auth_token":"token", ...}
declare(strict_types=1);

require_once __DIR__ . '/strict.php';

final class NatsConnect
{
    private const LONGEST = 4096; // bytes of the object that a server takes
    private const DEPTH = 512;
    private const USUAL_PORT = 4222;
    private const SCHEMES = ['nats', 'tls', 'ws', 'wss'];
    private const AUTHORITY = '~^(?:([^/?#]*)@)?([^/?#]*)(.*)$~Ds';
    private const USER_PART = '/^[A-Za-z0-9\-._\~!$&\'()*+;=%:]*$/D';
    private const ESCAPED = '/^(?:[^%]|%[0-9A-Fa-f]{2})*+$/D';
    private const HOST = '/^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)$/D';
    private const PORT = '/^[0-9]{1,5}$/D';
    private const VERB = '/^CONNECT[ \t]+/i';
    private const NONE = ['auth_token' => '', 'user' => '', 'pass' => ''];

    /**
     * The line that a client sends with the credentials that it is given, in one place alone: `url`,
     * `token`, `user` and `pass`, or what a function of the caller returned.
     */
    public static function carry(array $options): string
    {
        $places = array_filter([
            self::readAddress($options['url'])[0],
            self::pair($options),
            self::token($options['token'] ?? null, 'token'),
            self::token($options['token_handler_returns'] ?? null, 'handler'),
        ]);
        check(count($places) <= 1, 'policy', 'credentials', 'options');
        $argument = to_json(['verbose' => false, 'pedantic' => false] + (reset($places) ?: [])
            + ['lang' => 'php', 'version' => '1', 'protocol' => 1]);
        check(strlen($argument) <= self::LONGEST, 'policy', 'line.length', 'argument');
        return "CONNECT $argument";
    }

    private static function pair(array $options): array
    {
        $given = array_filter(
            array_intersect_key($options, ['user' => 1, 'pass' => 1]), fn ($text) => $text !== null);
        foreach ($given as $name => $text) {
            self::check($text, $name);
        }
        return $given;
    }

    private static function token(mixed $token, string $name): array
    {
        if ($token === null) {
            return [];
        }
        self::check($token, $name);
        check($token !== '', 'policy', 'token.empty', 'token');
        return ['auth_token' => $token];
    }

    private static function check(mixed $text, string $name): void
    {
        check(is_string($text), 'claims', 'member.type', $name);
        check(is_text($text) && !str_contains($text, "\0"), 'policy', 'token.text', $name);
    }

    /** What a line says, or what an address does, with the usual scheme and port filled in. */
    public static function open(array $given): array
    {
        if (isset($given['line'])) {
            return self::openLine($given['line']);
        }
        [$credentials, $server] = self::readAddress($given['url']);
        return $credentials + self::NONE + $server;
    }

    private static function readAddress(string $url): array
    {
        $mark = strpos($url, '://');
        $scheme = $mark === false ? 'nats' : strtolower(substr($url, 0, $mark));
        check(in_array($scheme, self::SCHEMES, true), 'structure', 'url.scheme', 'scheme');
        $rest = $mark === false ? $url : substr($url, $mark + 3);
        preg_match(self::AUTHORITY, $rest, $part, PREG_UNMATCHED_AS_NULL);
        $credentials = self::readUserPart($part[1]);
        [$host, $port] = self::readServer($part[2]);
        check(in_array($part[3], ['', '/'], true), 'structure', 'url.path', 'path');
        return [$credentials, ['scheme' => $scheme, 'host' => $host, 'port' => $port]];
    }

    /** With a colon a user and a password, without one a token. */
    private static function readUserPart(?string $text): array
    {
        if ($text === null) {
            return [];
        }
        check(preg_match(self::USER_PART, $text) === 1, 'structure', 'url.character', 'user part');
        [$first, $password] = explode(':', $text, 2) + [1 => null];
        check($first !== '', 'structure', 'url.user', 'user part');
        return $password === null
            ? ['auth_token' => self::unescaped($first, 'token')]
            : ['user' => self::unescaped($first, 'user'), 'pass' => self::unescaped($password, 'pass')];
    }

    /** Each escape once; a plus stays a plus. */
    private static function unescaped(string $text, string $name): string
    {
        $resolved = rawurldecode($text);
        $right = preg_match(self::ESCAPED, $text) === 1 && is_text($resolved);
        check($right, 'structure', 'url.escape', 'user part');
        self::check($resolved, $name);
        return $resolved;
    }

    private static function readServer(string $text): array
    {
        [$host, $port] = self::splitServer($text);
        check($port !== '', 'structure', 'url.port', 'port');
        $right = !str_contains($text, ',') && preg_match(self::HOST, $host) === 1;
        check($right, 'structure', 'url.host', 'host');
        $port ??= (string) self::USUAL_PORT;
        $right = preg_match(self::PORT, $port) === 1 && is_integer_in((int) $port, 1, 65535);
        check($right, 'structure', 'url.port', 'port');
        return [trim($host, '[]'), (int) $port];
    }

    /** The host, and the port if there is a colon for it; brackets keep the colons of IPv6. */
    private static function splitServer(string $text): array
    {
        $end = str_starts_with($text, '[') ? strpos($text, ']') : false;
        $colon = $end === false ? strrpos($text, ':') : $end + 1;
        if ($colon === false || $colon === strlen($text)) {
            return [$text, null];
        }
        check($text[$colon] === ':', 'structure', 'url.port', 'port');
        return [substr($text, 0, $colon), substr($text, $colon + 1)];
    }

    /** The credentials that a server reads in a line: names in any case, the last of several. */
    private static function openLine(string $text): array
    {
        $line = str_ends_with($text, "\r\n") ? substr($text, 0, -2) : $text;
        check(preg_match(self::VERB, $line, $verb) === 1, 'structure', 'verb', 'verb');
        check(strpbrk($line, "\r\n") === false, 'structure', 'line.trailing', 'line');
        $argument = substr($line, strlen($verb[0]));
        check(strlen($argument) <= self::LONGEST, 'structure', 'line.length', 'argument');
        try {
            $members = JsonReader::read($argument, self::DEPTH);
        } catch (JsonSyntax) {
            $members = null;
        }
        check($members instanceof Members, 'structure', 'json.syntax', 'argument');
        $found = self::NONE;
        foreach ($members->pairs as [$written, $value]) {
            $name = strtolower($written);
            if (isset($found[$name]) && $value !== null) {
                self::check($value, $name);
                $found[$name] = $value;
            }
        }
        return $found;
    }
}
