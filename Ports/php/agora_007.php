<?php
// SPDX-License-Identifier: 0BSD
// Agora AccessToken2, version 007.
//
//   007 | base64 of zlib of: signature-length | signature | info
//   info: app-id-length | app-id | issue-ts | expire | salt | service-count | services
//   service: service-type | privilege-count | (privilege | privilege-expire) ... | its own fields
declare(strict_types=1);

require_once __DIR__ . '/agora.php';

final class Agora007
{
    private const LIMIT = 1 << 20; // bytes of content
    private const CHUNK = 1024; // bytes that are inflated at once

    private const CHANNEL = ['channel_name', 'channel', 'Channel'];
    private const USER_ID = ['user_id', 'user-id', 'Text'];
    private const ACCOUNT = ['uid', 'account', 'User'];

    /** By their numbers the services, and of each the fields: argument, field of the layout, kind. */
    private const SERVICES = [
        1 => ['rtc', [self::CHANNEL, ['uid', 'uid', 'User']]],
        2 => ['rtm', [self::USER_ID]],
        3 => ['streaming', [self::CHANNEL, self::ACCOUNT]],
        4 => ['fpa', []],
        5 => ['chat', [self::USER_ID]],
        6 => ['fcdn', [self::CHANNEL, self::ACCOUNT]],
        7 => ['apaas', [
            ['room_uuid', 'room-uuid', 'Text'], ['user_uuid', 'user-uuid', 'Text'], ['role', 'role', 'Role'],
        ]],
        8 => ['rtm2', [self::USER_ID, ['permissions', 'permissions', 'Permissions']]],
    ];

    private static function numberOf(string $type): int
    {
        return array_search($type, array_column(self::SERVICES, 0), true) + 1;
    }

    /**
     * A token for the services: of each the type, its fields, and its privileges as pairs. Salt and
     * time of issue are drawn unless they are among the arguments, or a test gives them.
     */
    public static function mint(array $given, array $drawn = []): string
    {
        Agora::checkIdentifiers($given['app_id'], $given['app_certificate']);
        $numbers = [
            'issue_ts' => $given['issue_ts'] ?? $drawn['now'] ?? time(),
            'expire' => $given['expire'],
            'salt' => $given['salt'] ?? $drawn['salt'] ?? random_int(0, 0xffffffff),
        ];
        foreach ($numbers as $name => $number) {
            Agora::checkNumber($number, 32, strtr($name, '_', '-'));
        }
        $services = array_map(self::checkedService(...), $given['services']);
        $claims = ['app_id' => $given['app_id']] + $numbers + ['services' => $services];
        return self::seal($claims, self::packInfo($claims), $given['app_certificate']);
    }

    /** A service as a token says it. */
    private static function checkedService(array $given): array
    {
        $privileges = [];
        foreach ($given['privileges'] as [$privilege, $expire]) {
            Agora::checkNumber($privilege, 16, 'privilege');
            Agora::checkNumber($expire, 32, 'expire');
            $privileges[$privilege] = $expire;
        }
        $service = ['type' => $given['type']];
        foreach (self::SERVICES[self::numberOf($given['type'])][1] as [$name, , $kind]) {
            $service[$name] = self::{"checked$kind"}($given[$name] ?? null);
        }
        return $service + ['privileges' => (object) $privileges];
    }

    private static function checkedText(mixed $value): string
    {
        check(is_text($value) && strlen($value) < 0x10000, 'policy', 'field', 'service');
        return $value;
    }

    private static function checkedChannel(mixed $value): string
    {
        Agora::checkChannel($value);
        return $value;
    }

    private static function checkedUser(mixed $value): string
    {
        check($value !== null, 'policy', 'field', 'service');
        return Agora::userText($value);
    }

    private static function checkedRole(mixed $value): int
    {
        check(is_integer_in($value, -0x8000, 0x7fff), 'policy', 'range', 'role');
        return $value;
    }

    /** By type of resource and permission; of one that is given twice, the last names count. */
    private static function checkedPermissions(?array $permissions): array
    {
        $found = [];
        foreach ($permissions ?? [] as [$resource, $permission, $names]) {
            foreach ([$resource, $permission, count($names)] as $number) {
                Agora::checkNumber($number, 16, 'permission');
            }
            $texts = array_map(self::checkedText(...), $names);
            $found[$resource << 16 | $permission] = [$resource, $permission, $texts];
        }
        ksort($found);
        return array_values($found);
    }

    /** A token that is parsed and sealed again, with the certificate of the caller. */
    public static function remake(array $given): string
    {
        [$claims, , $info] = self::read($given['parse']);
        $certificate = $given['app_certificate'];
        check(Agora::isIdentifier($certificate), 'policy', 'certificate', 'certificate');
        return self::seal($claims, $info, $certificate);
    }

    private static function seal(array $claims, string $info, string $certificate): string
    {
        $signature = self::signature($claims, $info, $certificate);
        return '007' . base64_encode(gzcompress(self::packText($signature) . $info));
    }

    private static function signature(array $claims, string $info, string $certificate): string
    {
        $first = hash_hmac('sha256', $certificate, pack('V', $claims['issue_ts']), true);
        $second = hash_hmac('sha256', $first, pack('V', $claims['salt']), true);
        return hash_hmac('sha256', $info, $second, true);
    }

    private static function packInfo(array $claims): string
    {
        $services = $claims['services'];
        check($services !== [], 'policy', 'service.count', 'service-count');
        Agora::checkNumber(count($services), 16, 'service-count');
        usort($services, fn ($a, $b) => self::numberOf($a['type']) <=> self::numberOf($b['type']));
        $numbers = pack('VVVv', $claims['issue_ts'], $claims['expire'], $claims['salt'], count($services));
        $packed = array_map(self::packService(...), $services);
        return self::packText($claims['app_id']) . $numbers . implode($packed);
    }

    private static function packService(array $service): string
    {
        $number = self::numberOf($service['type']);
        $privileges = (array) $service['privileges'];
        ksort($privileges);
        $packed = pack('vv', $number, count($privileges));
        foreach ($privileges as $privilege => $expire) {
            $packed .= pack('vV', $privilege, $expire);
        }
        foreach (self::SERVICES[$number][1] as [$name, , $kind]) {
            $packed .= match ($kind) {
                'Role' => pack('v', $service[$name]),
                'Permissions' => self::packPermissions($service[$name]),
                default => self::packText($service[$name]),
            };
        }
        return $packed;
    }

    private static function packText(string $text): string
    {
        return pack('v', strlen($text)) . $text;
    }

    private static function packPermissions(array $permissions): string
    {
        $resources = [];
        foreach ($permissions as [$resource, $permission, $names]) {
            $texts = implode(array_map(self::packText(...), $names));
            $resources[$resource][] = pack('vv', $permission, count($names)) . $texts;
        }
        $packed = pack('v', count($resources));
        foreach ($resources as $resource => $parts) {
            $packed .= pack('vv', $resource, count($parts)) . implode($parts);
        }
        return $packed;
    }

    /** The claims of a token that is good now, one of whose services meets all that is asked for. */
    public static function open(array $given, ?int $now = null): array
    {
        $certificate = $given['app_certificate'];
        check(Agora::isIdentifier($certificate), 'policy', 'certificate', 'certificate');
        [$claims, $signature, $info] = self::read($given['token']);
        $right = hash_equals(self::signature($claims, $info, $certificate), $signature);
        check($right, 'crypto', 'signature', 'signature');
        $age = ($now ?? time()) - $claims['issue_ts'];
        check($age >= 0, 'time', 'not-yet', 'issue-ts');
        check($age < $claims['expire'], 'time', 'expired', 'expire');
        check(($given['app_id'] ?? $claims['app_id']) === $claims['app_id'], 'policy', 'app-id', 'app-id');
        $services = $claims['services'];
        if (isset($given['service'])) {
            $services = array_filter($services, fn ($each) => $each['type'] === $given['service']);
            check($services !== [], 'policy', 'service', 'service-type');
        }
        if (isset($given['channel_name'])) {
            $channel = $given['channel_name'];
            $services = array_filter($services, fn ($each) => ($each['channel_name'] ?? null) === $channel);
            check($services !== [], 'policy', 'channel', 'channel');
        }
        if (isset($given['uid'])) {
            $user = Agora::askedUser($given['uid']);
            $services = array_filter($services, fn ($each) => self::isFor($each, $user));
            check($services !== [], 'policy', 'uid', 'uid');
        }
        self::checkPrivileges($services, $given['privileges'] ?? [], $age);
        return $claims;
    }

    /** In a channel the empty user is every user. */
    private static function isFor(array $service, string $user): bool
    {
        if (isset($service['uid'])) {
            return in_array($service['uid'], ['', $user], true);
        }
        return ($service['user_id'] ?? $service['user_uuid'] ?? null) === $user;
    }

    private static function checkPrivileges(array $services, array $asked, int $age): void
    {
        $asked = array_flip($asked);
        $ends = array_map(fn ($each) => array_intersect_key((array) $each['privileges'], $asked), $services);
        $held = array_filter($ends, fn ($each) => count($each) === count($asked));
        check($held !== [], 'policy', 'privilege.missing', 'privilege');
        $isOver = fn ($end) => $end !== 0 && $end <= $age;
        $good = array_filter($held, fn ($each) => array_filter($each, $isOver) === []);
        check($good !== [], 'time', 'privilege.expired', 'privilege-expire');
    }

    /** What a token says, its signature, and the bytes that it signs. */
    private static function read(string $token): array
    {
        check(str_starts_with($token, '007'), 'encoding', 'version', 'version');
        $data = from_base64(substr($token, 3));
        check($data !== null, 'encoding', 'base64', 'base64');
        $reader = new Reader(self::inflate($data));
        $signature = $reader->take($reader->number('v', 'signature-length'), 'signature');
        check(strlen($signature) === 32, 'structure', 'signature.length', 'signature-length');
        $info = $reader->rest();
        $claims = self::readInfo($reader);
        check($reader->left() === 0, 'structure', 'trailing', 'services');
        return [$claims, $signature, $info];
    }

    /** One whole stream of zlib: its header, the deflated content, and its checksum. */
    private static function inflate(string $data): string
    {
        check(strlen($data) >= 2, 'encoding', 'truncated', 'zlib');
        [$method, $flags] = [ord($data[0]), ord($data[1])];
        $known = ($method & 15) === 8 && $method >> 4 <= 7 && ($flags & 32) === 0;
        check($known && ($method << 8 | $flags) % 31 === 0, 'encoding', 'zlib', 'zlib');
        [$content, $length] = self::inflateRaw(substr($data, 2));
        $checksum = substr($data, 2 + $length, 4);
        check(strlen($checksum) === 4, 'encoding', 'truncated', 'zlib');
        $right = $checksum === hash('adler32', $content, true);
        check($right, 'encoding', 'zlib.checksum', 'zlib-checksum');
        check(strlen($data) === 2 + $length + 4, 'encoding', 'trailing', 'zlib');
        return $content;
    }

    /** The content, and how many bytes it was deflated to. */
    private static function inflateRaw(string $data): array
    {
        $stream = inflate_init(ZLIB_ENCODING_RAW);
        $content = '';
        foreach (str_split($data, self::CHUNK) as $chunk) {
            $part = @inflate_add($stream, $chunk);
            check($part !== false, 'encoding', 'zlib', 'zlib');
            $content .= $part;
            check(strlen($content) <= self::LIMIT, 'encoding', 'zlib.limit', 'zlib');
            if (inflate_get_status($stream) === ZLIB_STREAM_END) {
                return [$content, inflate_get_read_len($stream)];
            }
        }
        throw new Refused('encoding', 'truncated', 'zlib');
    }

    private static function readInfo(Reader $reader): array
    {
        $app_id = self::readText($reader, 'app-id');
        check(Agora::isIdentifier($app_id), 'structure', 'app-id', 'app-id');
        $claims = [
            'app_id' => $app_id,
            'issue_ts' => $reader->number('V', 'issue-ts'),
            'expire' => $reader->number('V', 'expire'),
            'salt' => $reader->number('V', 'salt'),
            'services' => [],
        ];
        $count = $reader->number('v', 'service-count');
        check($count > 0, 'structure', 'service.count', 'service-count');
        for ($i = 0; $i < $count; $i++) {
            $claims['services'][] = self::readService($reader);
        }
        return $claims;
    }

    private static function readService(Reader $reader): array
    {
        [$type, $fields] = self::SERVICES[$reader->number('v', 'service-type')] ?? [null, []];
        check($type !== null, 'structure', 'service.type', 'service-type');
        $count = $reader->number('v', 'privilege-count');
        $privileges = [];
        for ($i = 0; $i < $count; $i++) {
            $privilege = $reader->number('v', 'privilege');
            check(!isset($privileges[$privilege]), 'structure', 'privilege.duplicate', 'privilege');
            $privileges[$privilege] = $reader->number('V', 'privilege-expire');
        }
        $service = ['type' => $type];
        foreach ($fields as [$name, $field, $kind]) {
            $service[$name] = match ($kind) {
                'Role' => ($reader->number('v', $field) ^ 0x8000) - 0x8000,
                'Permissions' => self::readPermissions($reader),
                default => self::readText($reader, $field),
            };
        }
        return $service + ['privileges' => (object) $privileges];
    }

    private static function readText(Reader $reader, string $field): string
    {
        return $reader->take($reader->number('v', "$field-length"), $field);
    }

    private static function readPermissions(Reader $reader): array
    {
        $found = [];
        $count = $reader->number('v', 'resource-count');
        for ($i = 0; $i < $count; $i++) {
            $resource = $reader->number('v', 'resource-type');
            check(!isset($found[$resource]), 'structure', 'permission.duplicate', 'resource-type');
            $found[$resource] = self::readResource($reader, $resource);
        }
        return array_merge(...$found);
    }

    private static function readResource(Reader $reader, int $resource): array
    {
        $found = [];
        $count = $reader->number('v', 'permission-count');
        for ($i = 0; $i < $count; $i++) {
            $permission = $reader->number('v', 'permission');
            check(!isset($found[$permission]), 'structure', 'permission.duplicate', 'permission');
            $names = [];
            for ($left = $reader->number('v', 'name-count'); $left > 0; $left--) {
                $names[] = self::readText($reader, 'name');
            }
            $found[$permission] = [$resource, $permission, $names];
        }
        return array_values($found);
    }

    /** The token of a builder function. */
    public static function build(array $given, array $drawn): string
    {
        $args = $given['args'];
        [$expire, $services] = Agora007Builders::request($given['entry'], array_slice($args, 2));
        $request = ['app_id' => $args[0], 'app_certificate' => $args[1], 'expire' => $expire];
        return self::mint($request + ['services' => $services], $drawn);
    }
}

/** The functions above the token, which make those of one purpose: each gives a life and services. */
final class Agora007Builders
{
    private const DAY = 86400;

    public static function request(string $entry, array $args): array
    {
        return match ($entry) {
            '007.rtc.buildTokenWithUid', '007.rtc.buildTokenWithUserAccount' => self::rtcForRole(...$args),
            '007.rtc.buildTokenWithUidAndPrivilege',
            '007.rtc.buildTokenWithUserAccountAndPrivilege' => self::rtcWithLives(...$args),
            '007.rtc.buildTokenWithRtm' => self::rtcAndRtm(...$args),
            '007.rtc.buildTokenWithRtm2' => self::rtcAndOtherRtm(...$args),
            '007.rtm.buildToken' => [$args[1], [self::rtm(...$args)]],
            '007.rtm.buildTokenWithPermissions' => self::rtmWithPermissions(...$args),
            '007.fpa.buildToken' => [self::DAY, [['type' => 'fpa', 'privileges' => [[1, 0]]]]],
            '007.chat.buildUserToken' => [$args[1], [self::chat($args[0], 1, $args[1])]],
            '007.chat.buildAppToken' => [$args[0], [self::chat('', 2, $args[0])]],
            '007.education.buildRoomUserToken', '007.apaas.buildRoomUserToken' => self::roomUser(...$args),
            '007.education.buildUserToken',
            '007.apaas.buildUserToken' => [$args[1], [self::apaas('', $args[0], -1, 2, $args[1])]],
            '007.education.buildAppToken',
            '007.apaas.buildAppToken' => [$args[0], [self::apaas('', '', -1, 3, $args[0])]],
        };
    }

    private static function rtc(mixed $channel, mixed $uid, array $lives): array
    {
        $privileges = array_map(null, range(1, count($lives)), $lives);
        return ['type' => 'rtc', 'channel_name' => $channel, 'uid' => $uid, 'privileges' => $privileges];
    }

    private static function rtm(mixed $user, mixed $life): array
    {
        return ['type' => 'rtm', 'user_id' => $user, 'privileges' => [[1, $life]]];
    }

    private static function chat(mixed $user, int $privilege, mixed $life): array
    {
        return ['type' => 'chat', 'user_id' => $user, 'privileges' => [[$privilege, $life]]];
    }

    private static function apaas(mixed $room, mixed $user, mixed $role, int $privilege, mixed $life): array
    {
        $names = ['room_uuid' => $room, 'user_uuid' => $user, 'role' => $role];
        return ['type' => 'apaas', 'privileges' => [[$privilege, $life]]] + $names;
    }

    /** A subscriber (2) may join, a publisher (1) may do all. */
    private static function forRole(mixed $role, array $lives): array
    {
        return $role === 2 ? [$lives[0]] : $lives;
    }

    private static function rtcForRole(mixed $channel, mixed $uid, mixed $role, mixed $life, mixed $each): array
    {
        return [$life, [self::rtc($channel, $uid, self::forRole($role, [$each, $each, $each, $each]))]];
    }

    private static function rtcWithLives(mixed $channel, mixed $uid, mixed $life, mixed ...$lives): array
    {
        return [$life, [self::rtc($channel, $uid, $lives)]];
    }

    private static function rtcAndRtm(mixed $channel, mixed $uid, mixed $role, mixed $life, mixed $each): array
    {
        $lives = self::forRole($role, [$each, $each, $each, $each]);
        return [$life, [self::rtc($channel, $uid, $lives), self::rtm($uid, $life)]];
    }

    /** The lives are those to join and to publish audio, video and data; then the RTM user and its life. */
    private static function rtcAndOtherRtm(
        mixed $channel, mixed $uid, mixed $role, mixed $life, mixed ...$rest
    ): array {
        $lives = self::forRole($role, array_slice($rest, 0, 4));
        return [$life, [self::rtc($channel, $uid, $lives), self::rtm($rest[4], $rest[5])]];
    }

    private static function rtmWithPermissions(mixed $user, mixed $permissions, mixed $life): array
    {
        $rtm = ['user_id' => $user, 'permissions' => $permissions, 'privileges' => [[1, $life]]];
        return [$life, [['type' => 'rtm2'] + $rtm]];
    }

    private static function roomUser(mixed $room, mixed $user, mixed $role, mixed $life): array
    {
        $chat = self::chat(md5($user), 1, $life);
        return [$life, [self::apaas($room, $user, $role, 1, $life), self::rtm($user, $life), $chat]];
    }
}
