#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Everything that CI runs. Each step prints its name and its seconds; the first that fails ends it.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:/opt/swift/usr/bin"

# A run with fewer tests than this has lost some on the way.
minimum_tests=1
passed=0

step() {
  local name=$1 start=$SECONDS
  shift
  printf '== %s\n' "$name"
  if ! "$@"; then
    printf 'step failed: %s\n' "$name"
    exit 1
  fi
  printf '   %s: %d s\n' "$name" $((SECONDS - start))
}

folders() {
  local name
  for name in "$@"; do [ -e "$name" ] && printf '%s\n' "$name"; done
}

lint() {
  mapfile -t places < <(folders Package.swift Sources Tests Benchmarks Fuzz)
  swift format lint --strict -p -r "${places[@]}"
}

build_tests() { swift build --build-tests --scratch-path .build/test; }
build_release() { swift build -c release --product assay; }

swift_tests() {
  local log=.build/test.log count status=0
  ASSAY_BINARY="$PWD/.build/release/assay" ASSAY_VECTORS="$PWD/Vectors" \
    swift test --skip-build --scratch-path .build/test --disable-xctest -q >"$log" 2>&1 || status=$?
  tail -n 40 "$log"
  [ $status -eq 0 ] || return 1
  count=$(sed -n 's/.*Test run with \([0-9]*\) tests.*passed.*/\1/p' "$log" | tail -n 1)
  if [ -z "$count" ] || [ "$count" -lt $minimum_tests ]; then
    printf '%s tests ran, at least %s are expected\n' "${count:-no}" $minimum_tests
    return 1
  fi
  passed=$((passed + count))
}

second_opinion() {
  .build/venv/bin/python Tests/SecondOpinion/check_zego.py .build/release/assay Vectors/recordings
}
schemas() { .build/venv/bin/python Tests/SecondOpinion/check_schemas.py .build/release/assay Vectors; }
shipped() { .build/release/assay verify; }
pages() { .build/release/assay pages test; }

step setup Scripts/setup.sh test
step lint lint
step repository Scripts/check-repo.sh
step "build tests" build_tests
step "build release" build_release
step "swift tests" swift_tests
step "second opinion" second_opinion
step schemas schemas
step "shipped recordings" shipped
step pages pages
printf '%d passed, 0 failed\n' "$passed"
