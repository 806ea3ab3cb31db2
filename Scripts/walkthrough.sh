#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Does what Docs/guide/contributors.md says, in a copy of the repository. The copy stays in
# .build/walkthrough, so that a second run builds only what has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
export PYTHONDONTWRITEBYTECODE=1
exec </dev/null

# A run with fewer steps has lost some on the way.
minimum=40

assay=${1:-.build/release/assay}
copy=.build/walkthrough
python=.build/venv/bin/python
log=.build/logs/walkthrough.log

# Every file that is not ignored; what a former run has added goes.
copy_repository() {
  mkdir -p "$copy"
  find "$copy" -mindepth 1 -maxdepth 1 ! -name .build -exec rm -rf {} +
  git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard |
    xargs -0 cp --preserve=timestamps --parents -t "$copy"
  mkdir -p "$copy/.build"
  ln -sfn "$PWD/.build/venv" "$copy/.build/venv"
}

# walk PAGE MINIMUM: closes with "N passed, M failed".
walk() {
  local status=0 count
  "$python" Tests/Walkthrough/walkthrough.py "$1" "$copy" "$assay" >"$log" 2>&1 || status=$?
  tail -n 60 "$log"
  [ $status -eq 0 ] || return 1
  count=$(sed -nE 's/^([0-9]+) passed, 0 failed$/\1/p' "$log" | tail -n 1)
  [ "${count:-0}" -ge "$2" ] || {
    printf '%s steps were walked, at least %s are expected\n' "${count:-no}" "$2"
    return 1
  }
}

Scripts/setup.sh test
mkdir -p .build/logs
copy_repository
walk Docs/guide/contributors.md $minimum
