<?php
// SPDX-License-Identifier: 0BSD
// ZEGO token04, in both of its forms: zego-04-cbc and zego-04-gcm.
//
//   04 | base64 of: expire | iv-length | iv | ciphertext-length | ciphertext | mode (GCM alone)
declare(strict_types=1);

require_once __DIR__ . '/strict.php';

interface Zego04Form
{
    public const IV_LENGTH = 0;
    public const MODE = '';

    public static function fits(int $length): bool;

    public static function encrypt(string $key, string $iv, string $plaintext): string;

    public static function decrypt(string $key, string $iv, string $ciphertext): string;
}

/** AES-256-CBC with the padding of PKCS #7; nothing authenticates it. */
final class Zego04Cbc implements Zego04Form
{
    public const IV_LENGTH = 16;

    public static function fits(int $length): bool
    {
        return $length > 0 && $length % 16 === 0;
    }

    public static function encrypt(string $key, string $iv, string $plaintext): string
    {
        return openssl_encrypt($plaintext, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $iv);
    }

    public static function decrypt(string $key, string $iv, string $ciphertext): string
    {
        $raw = OPENSSL_RAW_DATA | OPENSSL_ZERO_PADDING;
        $padded = openssl_decrypt($ciphertext, 'aes-256-cbc', $key, $raw, $iv);
        $last = substr($padded, -1);
        $padding = ord($last);
        $right = $padding >= 1 && $padding <= 16 && str_ends_with($padded, str_repeat($last, $padding));
        check($right, 'crypto', 'padding', 'ciphertext');
        return substr($padded, 0, -$padding);
    }
}

/** AES-256-GCM; the tag of 16 bytes ends the ciphertext. */
final class Zego04Gcm implements Zego04Form
{
    public const IV_LENGTH = 12;
    public const MODE = "\x01";

    public static function fits(int $length): bool
    {
        return $length >= 16;
    }

    public static function encrypt(string $key, string $iv, string $plaintext): string
    {
        $tag = '';
        return openssl_encrypt($plaintext, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $iv, $tag) . $tag;
    }

    public static function decrypt(string $key, string $iv, string $ciphertext): string
    {
        [$sealed, $tag] = [substr($ciphertext, 0, -16), substr($ciphertext, -16)];
        $plaintext = openssl_decrypt($sealed, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $iv, $tag);
        check($plaintext !== false, 'crypto', 'tag', 'tag');
        return $plaintext;
    }
}

final class Zego04
{
    private const FORMS = ['cbc' => Zego04Cbc::class, 'gcm' => Zego04Gcm::class];
    private const DEPTH = 64;
    private const RANGES = [
        'app_id' => [1, 0xffffffff],
        'nonce' => [-0x80000000, 0x7fffffff],
        'ctime' => [0, PHP_INT_MAX],
        'expire' => [0, PHP_INT_MAX],
    ];
    private const MEMBERS = ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'];

    /** A token for the arguments of the vendor's call, by name. Only tests give `now`, `nonce` and `iv`. */
    public static function mint(string $name, array $given, array $drawn = []): string
    {
        $form = self::FORMS[$name];
        $ctime = $drawn['now'] ?? time();
        $key = self::checkArguments($given, $ctime);
        $expire = $ctime + $given['effective_time_in_seconds'];
        $iv = $drawn['iv'] ?? random_bytes($form::IV_LENGTH);
        $ciphertext = $form::encrypt($key, $iv, to_json([
            'app_id' => $given['app_id'],
            'user_id' => $given['user_id'],
            'nonce' => $drawn['nonce'] ?? random_int(...self::RANGES['nonce']),
            'ctime' => $ctime,
            'expire' => $expire,
            'payload' => $given['payload'],
        ]));
        $length = strlen($ciphertext);
        check($length < 0x10000, 'policy', 'ciphertext.length', 'ciphertext-length');
        $header = pack('Jn', $expire, strlen($iv)) . $iv . pack('n', $length);
        return '04' . base64_encode($header . $ciphertext . $form::MODE);
    }

    /** The rules for the caller, in the order of the vendor's code; gives the key. */
    private static function checkArguments(array $given, int $ctime): string
    {
        $app_id = $given['app_id'] ?? null;
        check(is_int($app_id), 'policy', 'member.type', 'app_id');
        check(is_integer_in($app_id, ...self::RANGES['app_id']), 'policy', 'member.range', 'app_id');
        $user_id = $given['user_id'] ?? null;
        check(is_string($user_id), 'policy', 'member.type', 'user_id');
        check(is_text($user_id), 'policy', 'json.text', 'user_id');
        check($user_id !== '' && self::units($user_id) <= 64, 'policy', 'member.range', 'user_id');
        $key = self::key($given['secret'] ?? null);
        $seconds = $given['effective_time_in_seconds'] ?? null;
        check(is_int($seconds), 'policy', 'member.type', 'effective_time_in_seconds');
        $in_range = $seconds > 0 && $seconds <= PHP_INT_MAX - $ctime;
        check($in_range, 'policy', 'member.range', 'effective_time_in_seconds');
        check(array_key_exists('payload', $given), 'policy', 'member.missing', 'payload');
        check(is_string($given['payload']), 'policy', 'member.type', 'payload');
        check(is_text($given['payload']), 'policy', 'json.text', 'payload');
        return $key;
    }

    /** How many units UTF-16 has for a text: two where UTF-8 has four bytes. */
    private static function units(string $text): int
    {
        return preg_match_all('/[^\x80-\xbf]/', $text) + preg_match_all('/[\xf0-\xf4]/', $text);
    }

    private static function key(mixed $secret): string
    {
        check(is_string($secret), 'policy', 'member.type', 'secret');
        check(strlen($secret) === 32, 'policy', 'secret.length', 'secret');
        return $secret;
    }

    /** The claims of a token that is good now, and for the app, the user and the room that are given. */
    public static function open(string $name, array $given, ?int $now = null): array
    {
        $form = self::FORMS[$name];
        $key = self::key($given['secret']);
        [$expire, $iv, $ciphertext] = self::fields($form, $given['token']);
        $claims = self::claims($form::decrypt($key, $iv, $ciphertext));
        check($expire === $claims['expire'], 'claims', 'expire.mismatch', 'expire');
        check(($now ?? time()) < $expire, 'time', 'expired', 'expire');
        foreach (['app_id' => 'app-id', 'user_id' => 'user-id'] as $member => $reason) {
            $asked = $given[$member] ?? $claims[$member];
            check($asked === $claims[$member], 'policy', $reason, $member);
        }
        if (isset($given['room_id'])) {
            check($given['room_id'] === self::room($claims['payload']), 'policy', 'room-id', 'room_id');
        }
        return $claims;
    }

    private static function fields(string $form, string $token): array
    {
        check(str_starts_with($token, '04'), 'encoding', 'prefix', 'prefix');
        $data = from_base64(substr($token, 2));
        check($data !== null, 'encoding', 'base64', 'base64');
        $reader = new Reader($data);
        $expire = $reader->number('J', 'expire');
        $right = $reader->number('n', 'iv-length') === $form::IV_LENGTH;
        check($right, 'structure', 'iv.length', 'iv-length');
        $iv = $reader->take($form::IV_LENGTH, 'iv');
        $length = $reader->number('n', 'ciphertext-length');
        check($form::fits($length), 'structure', 'ciphertext.length', 'ciphertext-length');
        $ciphertext = $reader->take($length, 'ciphertext');
        $mode = $reader->take(strlen($form::MODE), 'mode');
        check($mode === $form::MODE, 'structure', 'mode', 'mode');
        check($reader->left() === 0, 'structure', 'trailing', $mode === '' ? 'ciphertext' : 'mode');
        return [$expire, $iv, $ciphertext];
    }

    /** The six members, each once, each of its type and in its range. */
    private static function claims(string $plaintext): array
    {
        try {
            $members = JsonReader::read($plaintext, self::DEPTH);
        } catch (JsonSyntax) {
            $members = null;
        }
        check($members instanceof Members, 'claims', 'json.syntax', 'plaintext');
        $claims = [];
        foreach ($members->pairs as [$name, $value]) {
            check(in_array($name, self::MEMBERS, true), 'claims', 'member.unknown', 'plaintext');
            check(!array_key_exists($name, $claims), 'claims', 'member.duplicate', $name);
            $claims[$name] = $value;
        }
        foreach (self::MEMBERS as $name) {
            check(array_key_exists($name, $claims), 'claims', 'member.missing', $name);
        }
        foreach (self::MEMBERS as $name) {
            self::checkClaim($name, $claims[$name]);
        }
        check($claims['user_id'] !== '', 'claims', 'member.range', 'user_id');
        return $claims;
    }

    private static function checkClaim(string $name, mixed $value): void
    {
        if (isset(self::RANGES[$name])) {
            $is_integer = is_int($value) || $value instanceof WideInteger;
            check($is_integer, 'claims', 'member.type', $name);
            check(is_integer_in($value, ...self::RANGES[$name]), 'claims', 'member.range', $name);
        } else {
            check(is_string($value), 'claims', 'member.type', $name);
            check(is_text($value), 'claims', 'json.text', $name);
        }
    }

    /** The room that the payload of a permission token names. */
    private static function room(string $payload): string
    {
        try {
            $members = JsonReader::read($payload, self::DEPTH);
        } catch (JsonSyntax) {
            $members = null;
        }
        check($members instanceof Members, 'policy', 'json.syntax', 'payload');
        $names = $members->names();
        check(array_unique($names) === $names, 'policy', 'member.duplicate', 'payload');
        $room = $members->get('room_id');
        check(is_text($room) && $room !== '', 'policy', 'member.range', 'room_id');
        check(self::isPrivilege($members->get('privilege')), 'policy', 'privilege', 'privilege');
        $streams = $members->get('stream_id_list') ?? [];
        $is_list = is_array($streams) && array_filter($streams, is_string(...)) === $streams;
        check($is_list, 'policy', 'stream-ids', 'stream_id_list');
        return $room;
    }

    private static function isPrivilege(mixed $value): bool
    {
        if (!$value instanceof Members) {
            return false;
        }
        $names = $value->names();
        sort($names);
        return in_array($names, [['1'], ['2'], ['1', '2']], true)
            && array_diff(array_map(fn ($v) => is_integer_in($v, 0, 1), $value->values()), [true]) === [];
    }
}
