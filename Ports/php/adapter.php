<?php declare(strict_types=1);
// SPDX-License-Identifier: 0BSD
// Speaks assay-port/1 for the code beside it. To test other code, load that and change $formats.
foreach (['zego_04', 'agora_006', 'agora_007', 'nacos_jwt', 'nats_connect'] as $file) require __DIR__ . "/$file.php";

// What an operation calls, with the arguments by name, the second that counts as now (null: the code's own
// clock) and what is injected, now too. It returns the members of an answer, or throws Refused.
$formats = [
    'zego-04-cbc' => ['mint' => fn ($given, $now, $drawn) => ['token' => Zego04::mint('cbc', $given, $drawn)],
                      'open' => fn ($given, $now) => ['claims' => Zego04::open('cbc', $given, $now)]],
    'zego-04-gcm' => ['mint' => fn ($given, $now, $drawn) => ['token' => Zego04::mint('gcm', $given, $drawn)],
                      'open' => fn ($given, $now) => ['claims' => Zego04::open('gcm', $given, $now)]],
    'agora-006' => ['mint' => fn ($given, $now, $drawn) => ['token' => Agora006::mint($given, $drawn)],
                    'reopen' => fn ($given, $now, $drawn) => ['token' => Agora006::mint($given, $drawn)],
                    'build' => fn ($given, $now, $drawn) => ['token' => Agora006::build($given, $drawn)],
                    'open' => fn ($given, $now) => ['claims' => Agora006::open($given, $now)]],
    'agora-007' => ['mint' => fn ($given, $now, $drawn) => ['token' => Agora007::mint($given, $drawn)],
                    'reopen' => fn ($given) => ['token' => Agora007::remake($given)],
                    'build' => fn ($given, $now, $drawn) => ['token' => Agora007::build($given, $drawn)],
                    'open' => fn ($given, $now) => ['claims' => Agora007::open($given, $now)]],
    'nacos-jwt' => ['mint' => fn ($given, $now) => ['token' => NacosJwt::mint($given, $now)],
                    'open' => fn ($given, $now) => NacosJwt::open($given, $now)],
    'nats-connect' => ['carry' => fn ($given) => ['line' => NatsConnect::carry($given)],
                       'open' => fn ($given) => NatsConnect::open($given)],
];
$inject = ['zego-04-cbc' => ['now', 'nonce', 'iv'], 'zego-04-gcm' => ['now', 'nonce', 'iv'],
           'agora-006' => ['now', 'salt', 'ts'], 'agora-007' => ['now', 'salt'], 'nacos-jwt' => ['now']];
final class Inexpressible extends Exception {} // PHP cannot state what is asked

function value(mixed $typed): mixed
{
    return match (is_array($typed) ? array_key_first($typed) : 'plain') {
        'plain' => $typed,
        'int' => filter_var($typed['int'], FILTER_VALIDATE_INT, FILTER_NULL_ON_FAILURE)
            ?? throw new Inexpressible('an integer has at most 64 bits'),
        'float' => (float) $typed['float'], 'text' => $typed['text'],
        'hex' => hex2bin($typed['hex']),
        'repeat' => str_repeat($typed['repeat'], (int) $typed['count']),
        'members' => array_map(value(...), $typed['members']),
        0, null => array_map(value(...), $typed), // a list
    };
}

function typed(mixed $value): array
{
    return match (true) {
        is_int($value) => ['int' => (string) $value],
        is_string($value) => is_text($value) ? ['text' => $value] : ['hex' => bin2hex($value)],
        is_array($value) && array_is_list($value) => array_map(typed(...), $value),
        default => ['members' => (object) array_map(typed(...), (array) $value)],
    };
}

function answer(?callable $call, array $question): array
{
    if (!$call) return ['unsupported' => ['what' => "{$question['format']} {$question['op']}"]];
    try {
        $given = array_map(value(...), $question['in']);
        $drawn = array_map(value(...), $question['inject'] ?? []);
        $drawn += ($question['now'] ?? 'port') === 'port' ? [] : ['now' => value($question['now'])];
        return ['accepted' => array_map(typed(...), $call($given, $drawn['now'] ?? null, $drawn))];
    } catch (Inexpressible $error) {
        return ['inexpressible' => ['why' => $error->getMessage()]];
    } catch (Refused $refusal) {
        return ['refused' => get_object_vars($refusal)];
    } catch (Throwable $error) {
        return ['crashed' => ['type' => $error::class, 'message' => $error->getMessage()]];
    }
}

ini_set('display_errors', 'stderr');
$port = ['name' => 'independent', 'language' => 'php', 'version' => '1', 'runtime' => PHP_VERSION];
$promise = ['protocol' => 'assay-port/1', 'port' => $port, 'inFlight' => 16];
foreach ($formats as $name => $ops) $promise['formats'][$name] = ['ops' => array_keys($ops), 'inject' => $inject[$name] ?? []];
while (($line = fgets(STDIN)) !== false && !isset(($message = json_decode($line, true))['bye'])) {
    $reply = isset($message['hello']) ? ['hello' => $promise + $message['hello']]
        : ['seq' => $message['seq']] + answer($formats[$message['format']][$message['op']] ?? null, $message);
    echo json_encode($reply, JSON_INVALID_UTF8_SUBSTITUTE), "\n";
}
