#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing: Debian packages, and with the argument `test` a Python environment.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(libssl-dev libjansson-dev libcmark-gfm-dev libcmark-gfm-extensions-dev zlib1g-dev pkg-config)
[ "${1:-}" = test ] && packages+=(python3 python3-venv)

say() { printf 'setup: %s\n' "$*" >&2; }

check_swift() {
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ]; then
    say "swift is not found; install the Swift 6.3 toolchain and add its usr/bin to PATH"
    exit 2
  fi
  if [ "$(printf '%s\n6.3\n' "$version" | sort -V | head -n 1)" != 6.3 ]; then
    say "Swift 6.3 or later is wanted, $version is here"
    exit 2
  fi
}

missing_packages() {
  local name
  for name in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$name"
  done
}

install_packages() {
  local missing sudo=()
  read -r -a missing <<<"$(missing_packages)"
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      say "these Debian packages are missing: ${missing[*]}"
      say "install them as root: apt-get install ${missing[*]}"
      exit 2
    fi
    sudo=(sudo -n)
  fi
  say "installing ${missing[*]}"
  "${sudo[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq "${missing[@]}" >&2
}

install_python() {
  [ -x .build/venv/bin/python ] && .build/venv/bin/python -c 'import cryptography, jsonschema' 2>/dev/null && return
  say "making a Python environment in .build/venv"
  python3 -m venv .build/venv
  .build/venv/bin/python -m pip install --quiet cryptography jsonschema >&2
}

check_swift
install_packages
if [ "${1:-}" = test ]; then install_python; fi
