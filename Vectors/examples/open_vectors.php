<?php
// SPDX-License-Identifier: 0BSD
// Runs every vector for openers in a folder: php open_vectors.php FOLDER
declare(strict_types=1);

require __DIR__ . '/port/token04.php';

const MINIMUM = 230; // a run with fewer vectors has lost some

/** What a typed value stands for; a string of PHP holds any bytes. */
function value(mixed $typed): mixed
{
    if (!is_array($typed) || array_is_list($typed)) {
        return is_array($typed) ? array_map(value(...), $typed) : $typed;
    }
    $kind = array_key_first($typed);
    return match ($kind) {
        'int' => json_decode($typed['int']), // a float where it does not fit 64 bits
        'float' => (float) $typed['float'],
        'text' => $typed['text'],
        'hex' => hex2bin($typed['hex']),
        'repeat' => str_repeat($typed['repeat'], (int) $typed['count']),
        'members' => array_map(value(...), $typed['members']),
        default => throw new UnexpectedValueException("no typed value: $kind"),
    };
}

/** Why the port fails a vector; nothing where it passes. */
function failure(array $vector): ?string
{
    $expect = $vector['expect'];
    $accepts = $expect['verdict'] === 'accept';
    $check = $accepts ? '' : "$expect[stage]/$expect[reason]";
    $question = array_map(value(...), $vector['in']);
    $question['now'] = $vector['now'] === 'port' ? time() : value($vector['now']);
    try {
        $claims = Token04::open(...$question);
    } catch (Refused $refused) {
        $found = $refused->getMessage();
        if ($accepts) {
            return "refused by $found";
        }
        $right = [$check, ...$expect['alsoAllowed'] ?? []];
        return in_array($found, $right, true) ? null : "refused by $found, not by $check";
    } catch (Throwable $error) {
        return "an exception: {$error->getMessage()}";
    }
    if (!$accepts) {
        return "accepted in spite of $check";
    }
    $wanted = value($expect['answer']['claims']);
    foreach (array_keys($claims + $wanted) as $name) {
        if (($claims[$name] ?? null) !== ($wanted[$name] ?? null)) {
            return "another $name";
        }
    }
    return null;
}

[$count, $failures] = [0, 0];
foreach (glob("$argv[1]/open-*.json") as $path) {
    $file = json_decode(file_get_contents($path), true, flags: JSON_THROW_ON_ERROR);
    if ($file['vectors'] !== 1) {
        throw new UnexpectedValueException("$path is of another version");
    }
    foreach (array_merge(...array_column($file['groups'], 'vectors')) as $vector) {
        $count += 1;
        $why = failure($vector);
        if ($why !== null) {
            $failures += 1;
            echo "$vector[id]: $why\n";
        }
    }
}
echo "$count vectors, $failures failures\n";
exit($failures > 0 || $count < MINIMUM ? 1 : 0);
