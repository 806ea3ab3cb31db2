<?php
// SPDX-License-Identifier: 0BSD
// A port under test: ZEGO token04 in its GCM form, opened strictly, with PHP's openssl and json.
// The clauses that it follows are those of zego-04-gcm/clauses.json.
declare(strict_types=1);

final class Refused extends Exception
{
    public function __construct(public readonly string $stage, public readonly string $reason)
    {
        parent::__construct("$stage/$reason");
    }
}

function check(bool $condition, string $stage, string $reason): void
{
    if (!$condition) {
        throw new Refused($stage, $reason);
    }
}

final class Token04
{
    private const MEMBERS = ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'];

    /** The claims of a token; what is null is not compared. */
    public static function open(
        string $token, string $secret, ?int $now = null,
        ?int $app_id = null, ?string $user_id = null, ?string $room_id = null
    ): array {
        check(strlen($secret) === 32, 'policy', 'secret.length');
        [$header, $iv, $sealed, $tag] = self::fields(self::decoded($token));
        $raw = OPENSSL_RAW_DATA;
        $plaintext = openssl_decrypt($sealed, 'aes-256-gcm', $secret, $raw, $iv, $tag);
        check($plaintext !== false, 'crypto', 'tag');
        $claims = self::claims($plaintext);
        check($header === $claims['expire'], 'claims', 'expire.mismatch');
        check($now === null || $now < $claims['expire'], 'time', 'expired');
        check($app_id === null || $app_id === $claims['app_id'], 'policy', 'app-id');
        check($user_id === null || $user_id === $claims['user_id'], 'policy', 'user-id');
        $isRoom = $room_id === null || $room_id === self::room($claims['payload']);
        check($isRoom, 'policy', 'room-id');
        return $claims;
    }

    /** What decodes has to encode to the same text: no blank, no loose padding, no spare bit. */
    private static function decoded(string $token): string
    {
        check(str_starts_with($token, '04'), 'encoding', 'prefix');
        $data = base64_decode(substr($token, 2), true);
        $same = $data !== false && base64_encode($data) === substr($token, 2);
        check($same, 'encoding', 'base64');
        return $data;
    }

    /** expire | iv-length | iv | ciphertext-length | ciphertext and tag | mode */
    private static function fields(string $data): array
    {
        $take = function (int $count) use (&$data): string {
            check($count <= strlen($data), 'structure', 'truncated');
            $part = substr($data, 0, $count);
            $data = substr($data, $count);
            return $part;
        };
        $expire = unpack('J', $take(8))[1];
        check(unpack('n', $take(2))[1] === 12, 'structure', 'iv.length');
        $iv = $take(12);
        $length = unpack('n', $take(2))[1];
        check($length >= 16, 'structure', 'ciphertext.length');
        $sealed = $take($length);
        check($take(1) === "\x01", 'structure', 'mode');
        check($data === '', 'structure', 'trailing');
        return [$expire, $iv, substr($sealed, 0, -16), substr($sealed, -16)];
    }

    private static function claims(string $plaintext): array
    {
        $object = Json::read($plaintext, 'claims');
        check($object->kind === '{', 'claims', 'json.syntax');
        $found = [];
        foreach ($object->items as [$name, $value]) {
            check(in_array($name, self::MEMBERS, true), 'claims', 'member.unknown');
            check(!isset($found[$name]), 'claims', 'member.duplicate');
            $found[$name] = $value;
        }
        check(count($found) === count(self::MEMBERS), 'claims', 'member.missing');
        $integer = function (string $name, int $low, int $high) use ($found): int {
            check($found[$name]->kind === 'i', 'claims', 'member.type');
            // filter_var refuses what does not fit 64 bits, and a sign before 0.
            $lexeme = $found[$name]->text === '-0' ? '0' : $found[$name]->text;
            $number = filter_var($lexeme, FILTER_VALIDATE_INT);
            check($number !== false, 'claims', 'member.range');
            check($low <= $number && $number <= $high, 'claims', 'member.range');
            return $number;
        };
        $text = function (string $name) use ($found): string {
            check($found[$name]->kind === '"', 'claims', 'member.type');
            check($found[$name]->text !== null, 'claims', 'json.text');
            return $found[$name]->text;
        };
        $claims = [
            'app_id' => $integer('app_id', 1, 2 ** 32 - 1),
            'user_id' => $text('user_id'),
            'nonce' => $integer('nonce', -(2 ** 31), 2 ** 31 - 1),
            'ctime' => $integer('ctime', 0, PHP_INT_MAX),
            'expire' => $integer('expire', 0, PHP_INT_MAX),
            'payload' => $text('payload'),
        ];
        check($claims['user_id'] !== '', 'claims', 'member.range');
        return $claims;
    }

    /** The room that a payload is for. */
    private static function room(string $payload): string
    {
        $object = Json::read($payload, 'policy');
        $found = [];
        foreach ($object->kind === '{' ? $object->items : [] as [$name, $value]) {
            check(!isset($found["n$name"]), 'policy', 'member.duplicate');
            $found["n$name"] = $value;
        }
        $name = $found['nroom_id'] ?? null;
        $isName = $name?->kind === '"' && $name->text !== null && $name->text !== '';
        check($isName, 'policy', 'member.range');
        $privilege = $found['nprivilege'] ?? null;
        $members = $privilege?->kind === '{' ? $privilege->items : [];
        $keys = array_column($members, 0);
        sort($keys);
        check(in_array($keys, [['1'], ['2'], ['1', '2']], true), 'policy', 'privilege');
        foreach ($members as [, $flag]) {
            $isFlag = $flag->kind === 'i' && in_array($flag->text, ['0', '1'], true);
            check($isFlag, 'policy', 'privilege');
        }
        $streams = $found['nstream_id_list'] ?? null;
        $isList = $streams === null || in_array($streams->kind, ['n', '['], true);
        check($isList, 'policy', 'stream-ids');
        foreach ($streams?->items ?? [] as $stream) {
            check($stream->kind === '"', 'policy', 'stream-ids');
        }
        return $name->text;
    }
}

/**
 * A JSON value; json_decode keeps the last of repeated members and makes floats of long integers.
 *
 * The kind is { [ " t f n, i for an integer, or . for another number. The text is that of a string,
 * null where that is no Unicode text, or the digits of an integer.
 */
final class Json
{
    private const DEPTH = 64;
    private const WORD = '/\G(?:true|false|null)/';
    private const NUMBER = '/\G-?(?:0|[1-9][0-9]*+)((?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)/';
    private const STRING = '/\G"(?:[^"\\\\\x00-\x1f]++|\\\\(?:["\\\\\/bfnrt]|u[0-9A-Fa-f]{4}))*+"/';

    private function __construct(
        public readonly string $kind, public readonly ?string $text = null,
        public readonly array $items = []
    ) {
    }

    /** A text that is no JSON is refused at the given stage. */
    public static function read(string $source, string $stage): self
    {
        $at = 0;
        $expect = fn (bool $condition) => check($condition, $stage, 'json.syntax');
        $match = function (string $pattern) use ($source, &$at): ?array {
            if (preg_match($pattern, $source, $found, 0, $at) !== 1) {
                return null;
            }
            $at += strlen($found[0]);
            return $found;
        };
        $accept = function (string $sign) use ($source, &$at): bool {
            $at += strspn($source, " \t\n\r", $at);
            $found = ($source[$at] ?? '') === $sign;
            $at += $found ? 1 : 0;
            return $found;
        };
        $list = function (string $end, callable $read) use ($accept, $expect): array {
            if ($accept($end)) {
                return [];
            }
            $items = [];
            do {
                $items[] = $read();
            } while ($accept(','));
            $expect($accept($end));
            return $items;
        };
        $string = function () use ($source, &$at, $match, $expect): ?string {
            $at += strspn($source, " \t\n\r", $at);
            $raw = $match(self::STRING);
            $expect($raw !== null);
            return json_decode($raw[0]); // null where it is not UTF-8, or a surrogate stands alone
        };
        $value = function (int $depth) use (
            &$value, $source, &$at, $match, $accept, $expect, $list, $string
        ): self {
            $expect($depth <= self::DEPTH);
            if ($accept('{')) {
                return new self('{', null, $list('}', function () use (
                    $depth, $value, $accept, $expect, $string
                ) {
                    $name = $string();
                    $expect($accept(':'));
                    return [$name, $value($depth + 1)];
                }));
            }
            if ($accept('[')) {
                return new self('[', null, $list(']', fn () => $value($depth + 1)));
            }
            if (($source[$at] ?? '') === '"') {
                return new self('"', $string());
            }
            $word = $match(self::WORD);
            if ($word !== null) {
                return new self($word[0][0]);
            }
            $number = $match(self::NUMBER);
            $expect($number !== null);
            return $number[1] === '' ? new self('i', $number[0]) : new self('.');
        };
        $found = $value(1);
        $at += strspn($source, " \t\n\r", $at);
        $expect($at === strlen($source));
        return $found;
    }
}
