<?php
// SPDX-License-Identifier: 0BSD
// The accessToken of a Nacos server: header | . | payload | . | signature, each in base64url.
declare(strict_types=1);

require_once __DIR__ . '/strict.php';

final class NacosJwt
{
    private const DEPTH = 64;
    /** The hash of an algorithm, and the bytes of key that it needs. */
    private const ALGORITHMS = [
        'HS512' => ['sha512', 64], 'HS384' => ['sha384', 48], 'HS256' => ['sha256', 32],
    ];

    /** The token of a login: the strongest algorithm that the key allows, good for the seconds. */
    public static function mint(array $given, ?int $now = null): string
    {
        $key = self::key($given['secret_key']);
        [$user, $seconds] = [$given['user'], $given['expire_seconds']];
        check(is_text($user) && $user !== '', 'claims', 'user.text', 'sub');
        $now ??= time();
        $fits = is_integer_in($seconds, 1, intdiv(PHP_INT_MAX, 1000) - $now);
        check($fits, 'time', 'lifetime.range', 'exp');
        $allowed = array_filter(self::ALGORITHMS, fn ($each) => strlen($key) >= $each[1]);
        $algorithm = array_key_first($allowed);
        $header = to_base64url(self::header($algorithm));
        $payload = to_base64url(to_json(['sub' => $user, 'exp' => $now + $seconds]));
        return "$header.$payload." . self::signature($key, $algorithm, "$header.$payload");
    }

    /** The user's name, the token's end and its algorithm. */
    public static function open(array $given, ?int $now = null): array
    {
        $key = self::key($given['secret_key']);
        check(trim($given['token']) !== '', 'encoding', 'blank', 'token');
        $parts = explode('.', $given['token']);
        check(count($parts) === 3, 'structure', 'parts', 'token');
        [$header, $payload, $signature] = $parts;
        $algorithm = self::readHeader($header);
        $right = hash_equals(self::signature($key, $algorithm, "$header.$payload"), $signature);
        check($right, 'crypto', 'signature', 'signature');
        [$sub, $exp] = self::readPayload($payload);
        check(($now ?? time()) <= $exp, 'time', 'expired', 'exp');
        return ['claims' => ['username' => $sub], 'expireTime' => $exp, 'alg' => $algorithm];
    }

    private static function key(mixed $text): string
    {
        $key = is_string($text) ? from_base64($text) : null;
        check($key !== null, 'encoding', 'secret.base64', 'secret');
        check(strlen($key) >= 32, 'policy', 'secret.length', 'secret');
        return $key;
    }

    private static function header(string $algorithm): string
    {
        return "{\"alg\":\"$algorithm\"}";
    }

    /** One of three texts; of another it is said what is wrong with it. */
    private static function readHeader(string $part): string
    {
        $header = from_base64url($part);
        check($header !== null, 'encoding', 'base64', 'header');
        foreach (array_keys(self::ALGORITHMS) as $algorithm) {
            if ($header === self::header($algorithm)) {
                return $algorithm;
            }
        }
        try {
            $members = JsonReader::read($header, self::DEPTH);
        } catch (JsonSyntax) {
            $members = null;
        }
        if ($members instanceof Members) {
            $first = array_search('alg', $members->names(), true);
            $named = $first === false ? null : $members->values()[$first];
            $known = is_string($named) && isset(self::ALGORITHMS[$named]);
            check($known, 'crypto', 'algorithm', 'alg');
        }
        throw new Refused('structure', 'header', 'header');
    }

    private static function readPayload(string $part): array
    {
        $payload = from_base64url($part);
        check($payload !== null, 'encoding', 'base64', 'payload');
        try {
            $members = JsonReader::read($payload, self::DEPTH);
        } catch (JsonSyntax) {
            throw new Refused('structure', 'json.syntax', 'payload');
        }
        check($members instanceof Members, 'structure', 'member.type', 'payload');
        foreach (['sub', 'exp'] as $name) {
            check($members->count($name) <= 1, 'claims', 'member.duplicate', $name);
        }
        [$sub, $exp] = [$members->get('sub'), $members->get('exp')];
        check($sub !== null && $sub !== '', 'claims', 'member.missing', 'sub');
        check(is_text($sub), 'claims', 'member.type', 'sub');
        check($exp !== null, 'claims', 'member.missing', 'exp');
        check(is_int($exp), 'claims', 'member.type', 'exp');
        return [$sub, $exp];
    }

    private static function signature(string $key, string $algorithm, string $signed): string
    {
        return to_base64url(hash_hmac(self::ALGORITHMS[$algorithm][0], $signed, $key, true));
    }
}
