<?php
// SPDX-License-Identifier: 0BSD
// Agora AccessToken 006.
//
//   006 | app id | base64 of: signature-length | signature | channel-crc | uid-crc | message-length | message
//   message: salt | ts | privilege-count | (privilege | privilege-expire) ...
declare(strict_types=1);

require_once __DIR__ . '/agora.php';

/** Makes one token; salt and end are drawn unless a test gives them. */
final class TokenBuilder006
{
    private const DAY = 86400;
    private const ROLES = [
        'attendee' => [1, 2, 3, 4],
        'publisher' => [1, 2, 3, 4, 5, 6, 10, 11, 12],
        'subscriber' => [1, 7, 8, 9],
        'admin' => [1, 2, 3, 4, 101],
    ];

    private int $salt;
    private int $ts;
    private array $privileges = [];

    public function __construct(
        private readonly string $app_id,
        private readonly string $certificate,
        private readonly string $channel,
        private readonly string $user,
        array $drawn = [],
    ) {
        $ts = $drawn['ts'] ?? ($drawn['now'] ?? time()) + self::DAY;
        $this->setSaltTs($drawn['salt'] ?? random_int(0, 0xffffffff), $ts);
    }

    public function setSaltTs(mixed $salt, mixed $ts): void
    {
        Agora::checkNumber($salt, 32, 'salt');
        Agora::checkNumber($ts, 32, 'ts');
        [$this->salt, $this->ts] = [$salt, $ts];
    }

    public function setPrivilege(mixed $privilege, mixed $expire): void
    {
        Agora::checkNumber($privilege, 16, 'privilege');
        Agora::checkNumber($expire, 32, 'privilege-expire');
        $this->privileges[$privilege] = $expire;
    }

    public function removePrivilege(int $privilege): void
    {
        unset($this->privileges[$privilege]);
    }

    public function initPrivileges(mixed $role): void
    {
        check(is_string($role) && isset(self::ROLES[$role]), 'policy', 'role', 'role');
        $this->privileges = array_fill_keys(self::ROLES[$role], 0);
    }

    /** Takes over salt, end and privileges of a token; none of it is proven. */
    public function initTokenBuilder(string $token): void
    {
        [$claims] = Agora006::parse($token);
        [$this->salt, $this->ts] = [$claims['salt'], $claims['ts']];
        $this->privileges = (array) $claims['privileges'];
    }

    public function buildToken(): string
    {
        ksort($this->privileges);
        $message = pack('VVv', $this->salt, $this->ts, count($this->privileges));
        foreach ($this->privileges as $privilege => $expire) {
            $message .= pack('vV', $privilege, $expire);
        }
        $names = [$this->app_id, $this->certificate, $this->channel, $this->user];
        $signature = Agora006::signature($message, ...$names);
        return '006' . $this->app_id . base64_encode(
            pack('v', strlen($signature)) . $signature . pack('VV', crc32($this->channel), crc32($this->user))
            . pack('v', strlen($message)) . $message
        );
    }
}

final class Agora006
{
    private const CALLS = [
        'setPrivilege', 'removePrivilege', 'initPrivileges', 'setSaltTs', 'initTokenBuilder', 'buildToken',
    ];
    private const LOG_IN_TO_RTM = 1000;

    /** The token of a builder after the steps, each the name of a call (`op`) and its arguments. */
    public static function mint(array $given, array $drawn): string
    {
        Agora::checkIdentifiers($given['app_id'], $given['app_certificate']);
        Agora::checkChannel($given['channel_name']);
        $names = [$given['app_id'], $given['app_certificate'], $given['channel_name']];
        $user = Agora::userText($given['uid']);
        $builder = new TokenBuilder006(...$names, user: $user, drawn: $drawn);
        foreach ($given['steps'] as $step) {
            $call = $step['op'];
            unset($step['op']);
            if ($call === 'newBuilder') {
                $builder = new TokenBuilder006(...$names, user: $user, drawn: $drawn);
                continue;
            }
            check(in_array($call, self::CALLS, true), 'policy', 'call', 'call');
            $builder->$call(...$step);
        }
        return $builder->buildToken();
    }

    /** The token of a builder function above the class. */
    public static function build(array $given, array $drawn): string
    {
        [$app_id, $certificate] = $given['args'];
        Agora::checkIdentifiers($app_id, $certificate);
        $request = self::request($given['entry'], array_slice($given['args'], 2));
        [$channel, $user, $privileges, $expire] = $request;
        $builder = new TokenBuilder006($app_id, $certificate, $channel, $user, $drawn);
        foreach ($privileges as $privilege) {
            $builder->setPrivilege($privilege, $expire);
        }
        return $builder->buildToken();
    }

    private static function request(string $entry, array $args): array
    {
        return match ($entry) {
            '006.rtc.buildTokenWithUid', '006.rtc.buildTokenWithUserAccount' => self::rtc(...$args),
            '006.rtm.buildToken' => self::rtm(...$args),
        };
    }

    /** Who subscribes (role 2) may join, the others may publish too. */
    private static function rtc(mixed $channel, mixed $uid, int $role, mixed $expire): array
    {
        Agora::checkChannel($channel);
        return [$channel, Agora::userText($uid), $role === 2 ? [1] : [1, 2, 3, 4], $expire];
    }

    /** The account stands in the place of the channel, and nobody in its own. */
    private static function rtm(mixed $account, int $role, mixed $expire): array
    {
        return [Agora::userText($account), '', [self::LOG_IN_TO_RTM], $expire];
    }

    /** The claims of a token that is good now for channel and user, and grants the privileges. */
    public static function open(array $given, ?int $now = null): array
    {
        $certificate = $given['app_certificate'];
        check(Agora::isIdentifier($certificate), 'policy', 'certificate', 'certificate');
        [$claims, $seal] = self::parse($given['token']);
        $user = Agora::askedUser($given['uid']);
        self::checkSeal($seal, $claims['app_id'], $certificate, $given['channel_name'], $user);
        $now ??= time();
        check($now < $claims['ts'], 'time', 'expired', 'ts');
        check(($given['app_id'] ?? $claims['app_id']) === $claims['app_id'], 'policy', 'app-id', 'app-id');
        foreach ($given['privileges'] ?? [] as $privilege) {
            $expire = $claims['privileges']->{$privilege} ?? null;
            check($expire !== null, 'policy', 'privilege.missing', 'privilege');
            check($expire === 0 || $now < $expire, 'time', 'privilege.expired', 'privilege-expire');
        }
        return $claims;
    }

    /** The signature, for the user or for nobody, then the CRC-32, which no signature covers. */
    private static function checkSeal(
        array $seal, string $app_id, string $certificate, string $channel, string $user
    ): void {
        [$signature, $channel_crc, $uid_crc, $message] = $seal;
        $users = $uid_crc === crc32('') ? [$user, ''] : [$user];
        $good = array_filter($users, fn ($each) => hash_equals(
            self::signature($message, $app_id, $certificate, $channel, $each), $signature));
        $in_channel = $channel_crc === crc32($channel);
        if ($good === []) {
            check($in_channel, 'crypto', 'channel', 'channel-crc');
            check(in_array($uid_crc, array_map(crc32(...), $users), true), 'crypto', 'uid', 'uid-crc');
            check(false, 'crypto', 'signature', 'signature');
        }
        check($in_channel, 'crypto', 'channel.crc', 'channel-crc');
        check($uid_crc === crc32(reset($good)), 'crypto', 'uid.crc', 'uid-crc');
    }

    /** What a token says, and what its seal consists of. */
    public static function parse(string $token): array
    {
        check(str_starts_with($token, '006'), 'encoding', 'version', 'version');
        $app_id = substr($token, 3, 32);
        check(strlen($app_id) === 32, 'structure', 'truncated', 'app-id');
        check(Agora::isIdentifier($app_id), 'structure', 'app-id', 'app-id');
        $content = from_base64(substr($token, 35));
        check($content !== null, 'encoding', 'base64', 'base64');
        $reader = new Reader($content);
        $signature = $reader->take($reader->number('v', 'signature-length'), 'signature');
        $crcs = [$reader->number('V', 'channel-crc'), $reader->number('V', 'uid-crc')];
        $message = $reader->take($reader->number('v', 'message-length'), 'message');
        check(strlen($signature) === 32, 'structure', 'signature.length', 'signature-length');
        check($reader->left() === 0, 'structure', 'trailing', 'message');
        return [['app_id' => $app_id] + self::parseMessage($message), [$signature, ...$crcs, $message]];
    }

    private static function parseMessage(string $message): array
    {
        $reader = new Reader($message);
        $numbers = ['salt' => $reader->number('V', 'salt'), 'ts' => $reader->number('V', 'ts')];
        $count = $reader->number('v', 'privilege-count');
        check($count * 6 === $reader->left(), 'structure', 'privilege.count', 'privilege-count');
        $privileges = [];
        for ($i = 0; $i < $count; $i++) {
            $privilege = $reader->number('v', 'privilege');
            check(!isset($privileges[$privilege]), 'structure', 'privilege.duplicate', 'privilege');
            $privileges[$privilege] = $reader->number('V', 'privilege-expire');
        }
        return $numbers + ['privileges' => (object) $privileges];
    }

    public static function signature(
        string $message, string $app_id, string $certificate, string $channel, string $user
    ): string {
        return hash_hmac('sha256', $app_id . $channel . $user . $message, $certificate, true);
    }
}
