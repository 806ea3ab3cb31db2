<?php
// SPDX-License-Identifier: 0BSD
// What Agora's formats agree on: identifiers, channel names, users, and numbers of a fixed size.
declare(strict_types=1);

require_once __DIR__ . '/strict.php';

final class Agora
{
    private const DIGITS = '/^[0-9A-Fa-f]{32}$/D';
    private const NAME = '/^[A-Za-z0-9 !#$%&()+,\-.:;<=>?@[\]^_{|}~]*$/D'; // the 89 characters

    public static function isIdentifier(mixed $value): bool
    {
        return is_string($value) && preg_match(self::DIGITS, $value) === 1;
    }

    public static function checkIdentifiers(mixed $app_id, mixed $certificate): void
    {
        check(self::isIdentifier($app_id), 'policy', 'app-id', 'app-id');
        check(self::isIdentifier($certificate), 'policy', 'certificate', 'certificate');
    }

    private static function isName(mixed $value, int $longest): bool
    {
        return is_string($value) && strlen($value) <= $longest && preg_match(self::NAME, $value) === 1;
    }

    public static function checkChannel(mixed $name): void
    {
        check($name !== '' && self::isName($name, 64), 'policy', 'channel', 'channel');
    }

    /** A uid is its decimal digits, the uid 0 is nothing, an account is itself. */
    public static function userText(mixed $uid): string
    {
        $right = is_int($uid) ? is_integer_in($uid, 0, 0xffffffff) : self::isName($uid, 255);
        check($right, 'policy', 'uid', 'uid');
        return self::askedUser($uid);
    }

    /** The user that an opener is told: no rule for callers binds who is only compared. */
    public static function askedUser(int|string $uid): string
    {
        return $uid === 0 ? '' : (string) $uid;
    }

    public static function checkNumber(mixed $value, int $bits, string $field): void
    {
        check(is_integer_in($value, 0, (1 << $bits) - 1), 'policy', 'range', $field);
    }
}
