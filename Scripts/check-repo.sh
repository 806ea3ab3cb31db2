#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Rules about the repository itself.
set -euo pipefail
cd "$(dirname "$0")/.."
failures=0

fail() {
  printf '%s\n' "$*"
  failures=$((failures + 1))
}

mapfile -t files < <(git ls-files --cached --others --exclude-standard)
for file in "${files[@]}"; do
  [ -f "$file" ] || continue
  case $file in
    Vectors/recordings/*.jsonl) continue ;;
    *.swift | *.c | *.h | *.sh | *.py | Makefile)
      head -n 3 "$file" | grep -q 'SPDX-License-Identifier: MIT' || fail "$file: no licence line" ;;
    *.json) python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$file" || fail "$file: no JSON" ;;
  esac
  case $file in *.sh) bash -n "$file" || fail "$file: no shell script" ;; esac
  grep -nIE '[[:space:]]+$' "$file" && fail "$file: white space at the end of a line"
  case $file in
    Sources/*.swift) [ "$(wc -l <"$file")" -le 400 ] || fail "$file: more than 400 lines" ;;
  esac
done
exit $((failures > 0))
