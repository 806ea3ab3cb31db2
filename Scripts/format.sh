#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Formats the Swift sources in place; with the argument `lint`, only says what is wrong.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:/opt/swift/usr/bin"

places=()
for place in Package.swift Sources Tests Benchmarks Fuzz; do
  if [ -e "$place" ]; then places+=("$place"); fi
done

case ${1:-} in
  lint) swift format lint --strict -p -r "${places[@]}" ;;
  '') swift format -i -p -r "${places[@]}" ;;
  *)
    printf 'usage: Scripts/format.sh [lint]\n' >&2
    exit 2
    ;;
esac
