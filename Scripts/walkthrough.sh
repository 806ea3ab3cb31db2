#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Does what the guide says: a first port in an empty folder, and the steps for contributors in a copy of
# the repository. The copy stays in .build/walkthrough, so that a second run builds only what has
# changed. The commands for a CI are run by check-dist.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
export PYTHONDONTWRITEBYTECODE=1
exec </dev/null

assay=${1:-.build/release/assay}
copy=.build/walkthrough
logs=.build/logs
python=.build/venv/bin/python
passed=0

# Every file that is not ignored, but of the recordings only those that the page works with. What a
# former run has added goes.
copy_repository() {
  mkdir -p "$copy"
  find "$copy" -mindepth 1 -maxdepth 1 ! -name .build -exec rm -rf {} +
  rm -rf "$copy/.build/recorder" "$copy/.build/first-port"
  git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard |
    grep -zvP '^Vectors/recordings/(?!zego-04-gcm/|README)' |
    xargs -0 cp --preserve=timestamps --parents -t "$copy"
  mkdir -p "$copy/.build"
  ln -sfn "$PWD/.build/venv" "$copy/.build/venv"
}

# A folder for a first port has nothing but the way to the vectors.
prepare_first_port() {
  mkdir -p "$1"
  ln -s "$PWD/Vectors" "$1/Vectors"
}

# walk PAGE FOLDER MINIMUM: closes with "N passed, M failed".
walk() {
  local log status=0 count
  log=$logs/walkthrough-$(basename "$1" .md).log
  "$python" Tests/Walkthrough/walkthrough.py "$1" "$2" "$assay" >"$log" 2>&1 || status=$?
  count=$(sed -nE 's/^([0-9]+) passed, 0 failed$/\1/p' "$log" | tail -n 1)
  if [ $status -ne 0 ] || [ "${count:-0}" -lt "$3" ]; then
    tail -n 60 "$log"
    printf '%s: at least %s steps are expected\n' "$1" "$3"
    exit 1
  fi
  passed=$((passed + count))
}

# What follows the pages fails where a page is wrong.
check_walking() {
  "$python" -m unittest discover -q -s Tests/Walkthrough >"$logs/walking.log" 2>&1 ||
    { tail -n 60 "$logs/walking.log" && exit 1; }
}

Scripts/setup.sh test
mkdir -p "$logs"
check_walking
copy_repository
prepare_first_port "$copy/.build/first-port"
walk Docs/guide/first-port.md "$copy/.build/first-port" 28
walk Docs/guide/contributors.md "$copy" 45
printf '%d passed, 0 failed\n' $passed
