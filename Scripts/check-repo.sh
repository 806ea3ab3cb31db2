#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Rules about the repository itself. Recordings are data and are left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

longest=400
# Files that may be longer, each for a reason.
long_files=()

failures=0

# fail RULE, with the offending lines on standard input: none is fine.
fail() {
  local lines line
  mapfile -t lines
  if [ ${#lines[@]} -eq 0 ]; then return; fi
  for line in "${lines[@]}"; do printf '%s: %s\n' "$line" "$1"; done
  failures=$((failures + 1))
}

# Every file that is not ignored, or every file at all where this is no git checkout.
repository() {
  git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard 2>/dev/null ||
    find . \( -name .build -o -path ./dist \) -prune -o -type f -printf '%P\0'
}

named() { printf '%s\n' "${files[@]}" | grep -E "$1" || true; }

without_licence() {
  local file
  named '\.(swift|c|h|sh|py|go|java|mjs|php)$|^Makefile$|^\.ci/run$' | while read -r file; do
    head -n 3 "$file" | grep -qE 'SPDX-License-Identifier: (MIT|0BSD)$' || printf '%s\n' "$file"
  done
}

too_long() {
  local file
  named '^Sources/.*\.(swift|c|h)$' | while read -r file; do
    [ "$(wc -l <"$file")" -le $longest ] && continue
    grep -qxF "$file" <(printf '%s\n' "${long_files[@]}") || printf '%s\n' "$file"
  done
}

broken_scripts() {
  local file
  named '\.sh$|^\.ci/run$' | while read -r file; do
    bash -n "$file" 2>&1 || true
    [ -x "$file" ] || printf '%s is not executable\n' "$file"
  done
}

broken_json() {
  named '\.json$' | python3 -c '
import json, sys
for path in sys.stdin.read().splitlines():
    try:
        with open(path, "rb") as file:
            json.loads(file.read().decode())
    except ValueError as error:
        print(path, error)
' || printf 'the JSON files could not be read\n'
}

# grep answers 1 where nothing is found; anything else is a fault.
found() { grep -nIE "$1" -- "${files[@]}" || [ $? -eq 1 ] || printf 'grep failed\n'; }

files=()
while IFS= read -r -d '' file; do
  case $file in Vectors/recordings/*.jsonl) continue ;; esac
  if [ -f "$file" ] && [ ! -L "$file" ]; then files+=("$file"); fi
done < <(repository)
if [ ${#files[@]} -eq 0 ]; then
  printf 'the repository has no files\n'
  exit 1
fi

hosts='(pypi|pythonhosted|npmjs|debian|ubuntu|crates|rubygems|nuget|packagist|golang|maven)\.'
fail 'no licence line' < <(without_licence)
fail "more than $longest lines" < <(too_long)
fail 'no shell script' < <(broken_scripts)
fail 'no JSON' < <(broken_json)
fail 'white space at the end' < <(found '[[:space:]]+$')
fail 'the host of a package registry' < <(found "$hosts(org|net|io|com|apache)\\b")
fail 'a path or a number from elsewhere' < <(found '(^|[^[:alnum:]_])shared[/]|[Ii]ssue #[0-9]')
exit $((failures > 0))
