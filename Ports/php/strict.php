<?php
// SPDX-License-Identifier: 0BSD
// What the formats share: one kind of refusal, and readers that take nothing but what is written down.
declare(strict_types=1);

/** The check that failed, in the words of the vectors. */
final class Refused extends Exception
{
    public function __construct(
        public readonly string $stage,
        public readonly string $reason,
        public readonly string $field,
    ) {
        parent::__construct("$stage/$reason in $field");
    }
}

function check(bool $condition, string $stage, string $reason, string $field): void
{
    if (!$condition) {
        throw new Refused($stage, $reason, $field);
    }
}

/** A string of UTF-8. */
function is_text(mixed $value): bool
{
    return is_string($value) && preg_match('//u', $value) === 1;
}

function is_integer_in(mixed $value, int $low, int $high): bool
{
    return is_int($value) && $low <= $value && $value <= $high;
}

/** What decodes has to encode to the same text: no blank, no loose padding, no spare bit passes. */
function from_base64(string $text): ?string
{
    $data = base64_decode($text, true);
    return $data !== false && base64_encode($data) === $text ? $data : null;
}

/** The same for the alphabet of URLs, which has no padding here. */
function from_base64url(string $text): ?string
{
    if (strpbrk($text, '+/=') !== false) {
        return null;
    }
    return from_base64(strtr($text, '-_', '+/') . str_repeat('=', -strlen($text) & 3));
}

function to_base64url(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

function to_json(array $members): string
{
    $as_it_is = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS;
    return json_encode($members, $as_it_is | JSON_THROW_ON_ERROR);
}

/** Takes field after field from bytes, and refuses what ends too early. */
final class Reader
{
    private const SIZES = ['n' => 2, 'v' => 2, 'V' => 4, 'J' => 8];

    public function __construct(private readonly string $data, private int $offset = 0)
    {
    }

    public function take(int $count, string $field): string
    {
        check($count <= $this->left(), 'structure', 'truncated', $field);
        $this->offset += $count;
        return substr($this->data, $this->offset - $count, $count);
    }

    /** A number by its code for `unpack`. */
    public function number(string $code, string $field): int
    {
        return unpack($code, $this->take(self::SIZES[$code], $field))[1];
    }

    public function left(): int
    {
        return strlen($this->data) - $this->offset;
    }

    public function rest(): string
    {
        return substr($this->data, $this->offset);
    }
}

/** The names and values of a JSON object as they stand, repeated ones too. */
final class Members
{
    public function __construct(public readonly array $pairs)
    {
    }

    public function names(): array
    {
        return array_column($this->pairs, 0);
    }

    public function values(): array
    {
        return array_column($this->pairs, 1);
    }

    public function count(string $name): int
    {
        return count(array_keys($this->names(), $name, true));
    }

    /** The last of that name. */
    public function get(string $name): mixed
    {
        return array_column($this->pairs, 1, 0)[$name] ?? null;
    }
}

/** An integer that does not fit 64 bits. */
final class WideInteger
{
}

final class JsonSyntax extends Exception
{
}

/** json_decode drops a repeated member and turns a wide integer into a float: this reader does not. */
final class JsonReader
{
    private const NUMBER = '/-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/A';
    private const NO_TEXT = "\xff";

    private int $offset = 0;

    private function __construct(private readonly string $source, private readonly int $depth)
    {
    }

    /** A JSON value as RFC 8259 has it; JsonSyntax for any other text and for what is nested deeper. */
    public static function read(string $source, int $depth): mixed
    {
        $reader = new self($source, $depth);
        $value = $reader->value(1);
        $reader->skipBlanks();
        self::expect($reader->offset === strlen($source));
        return $value;
    }

    private function value(int $depth): mixed
    {
        self::expect($depth <= $this->depth);
        $this->skipBlanks();
        $first = $this->source[$this->offset] ?? '';
        return match ($first) {
            '{' => new Members($this->list('}', fn () => [$this->string(), $this->memberValue($depth + 1)])),
            '[' => $this->list(']', fn () => $this->value($depth + 1)),
            '"' => $this->string(),
            't' => $this->word('true', true),
            'f' => $this->word('false', false),
            'n' => $this->word('null', null),
            default => $this->number(),
        };
    }

    private function memberValue(int $depth): mixed
    {
        self::expect($this->accept(':'));
        return $this->value($depth);
    }

    private function list(string $end, callable $read): array
    {
        $this->offset += 1;
        $items = [];
        if ($this->accept($end)) {
            return $items;
        }
        do {
            $items[] = $read();
        } while ($this->accept(','));
        self::expect($this->accept($end));
        return $items;
    }

    private function word(string $word, ?bool $value): ?bool
    {
        self::expect(substr_compare($this->source, $word, $this->offset, strlen($word)) === 0);
        $this->offset += strlen($word);
        return $value;
    }

    private function number(): int|float|WideInteger
    {
        self::expect(preg_match(self::NUMBER, $this->source, $found, 0, $this->offset) === 1);
        $this->offset += strlen($found[0]);
        if (isset($found[1])) {
            return (float) $found[0];
        }
        $number = filter_var($found[0], FILTER_VALIDATE_INT);
        return $number === false ? new WideInteger() : $number;
    }

    private function string(): string
    {
        self::expect($this->accept('"'));
        $start = $this->offset;
        $this->offset += strcspn($this->source, '"\\', $start);
        while (($this->source[$this->offset] ?? '') === '\\') {
            $this->offset = min($this->offset + 2, strlen($this->source));
            $this->offset += strcspn($this->source, '"\\', $this->offset);
        }
        $raw = substr($this->source, $start, $this->offset - $start);
        self::expect($this->accept('"'));
        return self::unescaped($raw);
    }

    /** What the escapes stand for; where that is no UTF-8, a string that is none either. */
    private static function unescaped(string $raw): string
    {
        $text = json_decode("\"$raw\"", flags: JSON_INVALID_UTF8_SUBSTITUTE);
        if (json_last_error() === JSON_ERROR_UTF16) { // the rest has to be JSON all the same
            self::unescaped(preg_replace('/\\\\u[dD][89A-Fa-f]/', '\u00', $raw));
            return self::NO_TEXT;
        }
        self::expect(is_string($text));
        return is_text($raw) ? $text : self::NO_TEXT;
    }

    private function accept(string $sign): bool
    {
        $this->skipBlanks();
        $found = ($this->source[$this->offset] ?? '') === $sign;
        $this->offset += $found ? 1 : 0;
        return $found;
    }

    private function skipBlanks(): void
    {
        $this->offset += strspn($this->source, " \t\n\r", $this->offset);
    }

    private static function expect(bool $condition): void
    {
        if (!$condition) {
            throw new JsonSyntax();
        }
    }
}
