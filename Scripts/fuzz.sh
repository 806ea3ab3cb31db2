#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs every libFuzzer target of Fuzz/, each for the given seconds. A target is a folder of
# Fuzz/Sources that defines LLVMFuzzerTestOneInput; its seeds are in Fuzz/Seeds/TARGET.
# What breaks a target is kept in .build/fuzz-found/TARGET.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:/opt/swift/usr/bin"
seconds=${1:-60}
scratch=.build/fuzz

targets() {
  grep -rl --include='*.swift' LLVMFuzzerTestOneInput Fuzz/Sources 2>/dev/null |
    cut -d / -f 3 | sort -u
}

fuzz() {
  local target=$1 corpus=.build/fuzz-corpus/$1 found=.build/fuzz-found/$1
  local log=.build/fuzz-found/$1.log folders=("$corpus")
  mkdir -p "$corpus" "$found"
  if [ -d "Fuzz/Seeds/$target" ]; then folders+=("Fuzz/Seeds/$target"); fi
  printf '== %s, %d s\n' "$target" "$seconds"
  # Without Swift's own handler of crashes, libFuzzer keeps the input that led to one.
  SWIFT_BACKTRACE=enable=no "$scratch/release/$target" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -artifact_prefix="$found/" \
    "${folders[@]}" >"$log" 2>&1 || {
    tail -n 40 "$log"
    printf 'fuzzing failed: %s; the input is in %s\n' "$target" "$found"
    return 1
  }
  grep '^Done' "$log"
}

mapfile -t names < <(targets)
if [ ${#names[@]} -eq 0 ]; then
  printf 'fuzz: Fuzz/Sources has no target\n' >&2
  exit 2
fi
swift build -c release --package-path Fuzz --scratch-path "$scratch" --sanitize fuzzer
failures=0
for name in "${names[@]}"; do fuzz "$name" || failures=$((failures + 1)); done
exit $((failures > 0))
