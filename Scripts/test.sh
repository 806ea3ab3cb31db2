#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Everything that CI runs. Each step prints its name and its seconds; the first that fails ends it.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:/opt/swift/usr/bin"
exec </dev/null

# A run with fewer tests than this has lost some on the way.
minimum_tests=735

assay=.build/release/assay
python=.build/venv/bin/python
logs=.build/logs
passed=0
current=start

trap '[ $? -eq 0 ] || printf "step failed: %s\n" "$current"' EXIT

# A plain call, not one inside `if`: there, bash would go on after a failed command of a function.
step() {
  current=$1
  local start=$SECONDS
  shift
  printf '== %s\n' "$current"
  "$@"
  printf '   %s: %d s\n' "$current" $((SECONDS - start))
}

build_tests() { swift build --build-tests --scratch-path .build/test; }
build_release() { swift build -c release --static-swift-stdlib --product assay; }

# `swift test` closes with "Test run with N tests in M suites passed", and is content with none.
swift_tests() {
  local log=$logs/swift-tests.log count status=0
  ASSAY_BINARY="$PWD/$assay" ASSAY_VECTORS="$PWD/Vectors" \
    swift test --skip-build --scratch-path .build/test --disable-xctest -q \
    >"$log" 2>&1 || status=$?
  if [ $status -ne 0 ]; then
    tail -n 200 "$log"
    return 1
  fi
  tail -n 1 "$log"
  count=$(sed -nE 's/.*Test run with ([0-9]+) tests? .*passed.*/\1/p' "$log" | tail -n 1)
  if [ "${count:-0}" -lt $minimum_tests ]; then
    printf '%s tests ran, at least %s are expected\n' "${count:-no}" $minimum_tests
    return 1
  fi
  passed=$((passed + count))
}

# The pages close with "N examples: M passed, K failed".
pages() {
  local log=$logs/pages.log status=0 count
  "$assay" pages test >"$log" || status=$?
  tail -n 200 "$log"
  [ $status -eq 0 ] || return 1
  count=$(sed -nE 's/^[0-9]+ examples?: ([0-9]+) passed.*/\1/p' "$log" | tail -n 1)
  passed=$((passed + ${count:-0}))
}

# checks NAME MINIMUM SCRIPT [WORD...]: a check closes with "N passed, M failed", and too few are a
# failure.
checks() {
  local name=$1 minimum=$2 log=$logs/checks-$1.log count status=0
  shift 2
  "$python" "$@" >"$log" 2>&1 || status=$?
  tail -n 50 "$log"
  [ $status -eq 0 ] || return 1
  count=$(sed -nE 's/^([0-9]+) passed, 0 failed$/\1/p' "$log" | tail -n 1)
  if [ "${count:-0}" -lt "$minimum" ]; then
    printf '%s checks of %s ran, at least %s are expected\n' "${count:-no}" "$name" "$minimum"
    return 1
  fi
}

# opinion SYSTEM MINIMUM [FOLDER]
opinion() {
  checks "$1" "$2" "Tests/SecondOpinion/check_$1.py" "$assay" "${3:-Vectors/recordings}"
}

second_opinion() {
  opinion zego 47000
  opinion agora 37000
  opinion nacos 11000
  opinion nats 10000
  opinion vectors_nacos 700 Vectors
  opinion vectors_nats 1000 Vectors
  opinion vectors_zego 22000 Vectors
  opinion vectors_agora006 1000 Vectors
  opinion vectors_agora007 1000 Vectors
}

# Real packages as ports, against their known failures.
packages() { checks pypi 160 Tests/Ports/check_pypi.py "$assay" "$PWD"; }

schemas() { "$python" Tests/SecondOpinion/check_schemas.py "$assay" Vectors; }
shipped() { "$assay" verify; }
examples() { Scripts/examples.sh; }
walkthroughs() { Scripts/walkthrough.sh "$assay"; }
dist() { Scripts/check-dist.sh; }

# The site runs the examples of the pages, and a browser looks at it.
site() {
  "$assay" pages build --to .build/site
  checks site 3400 Tests/Site/check_site.py .build/site
}

# Reports as HTML, looked at by the same browser.
report_page() { checks report 130 Tests/Site/check_report.py "$assay"; }

# The ports in languages that are compiled.
build_ports() {
  local root=$PWD
  mkdir -p .build/ports
  (cd Ports/go && GOFLAGS=-mod=mod GOTOOLCHAIN=local GOPROXY=off GOCACHE=$root/.build/examples/go \
    go build -o "$root/.build/ports/go" .)
  javac -d .build/ports/java Ports/java/*.java Ports/java/*/*.java
}

ports() {
  build_ports
  checks ports 1900 Tests/Ports/check_ports.py "$assay" .
}

# Every fault is a line of its own; the matrices are not printed.
vectors() {
  "$assay" generate --check
  "$assay" lint
  "$assay" prove | grep -E '^FAULT|faults$|vectors$'
}

mkdir -p $logs
step setup Scripts/setup.sh test
step lint Scripts/format.sh lint
step repository Scripts/check-repo.sh
step "build tests" build_tests
step "build release" build_release
step "swift tests" swift_tests
step "second opinion" second_opinion
step schemas schemas
step "shipped recordings" shipped
step packages packages
step vectors vectors
step pages pages
step site site
step "report page" report_page
step examples examples
step ports ports
step walkthroughs walkthroughs
step dist dist
printf '%d passed, 0 failed\n' "$passed"
