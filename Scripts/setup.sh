#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing: Debian packages, and with the argument `test` a Python environment,
# the server that live tests ask, the languages of the examples, the browser for the site and the
# shells that complete.
# Says nothing when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:/opt/swift/usr/bin"

wanted_swift=6.3
packages=(
  libssl-dev libjansson-dev zlib1g-dev libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config
)
python_modules=(cryptography jsonschema jwt selenium yaml)
python_packages=(cryptography jsonschema PyJWT selenium PyYAML)
# What is tested itself, so in the versions that its known failures are of.
tested_packages=(agora-token-builder==1.0.0 nats-py==2.16.0)

say() { printf 'setup: %s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 2
}

check_swift() {
  local version
  version=$(swift --version 2>/dev/null |
    sed -n 's/.*Swift version \([0-9.]*[0-9]\).*/\1/p') || true
  [ -n "$version" ] ||
    stop "swift is not found: install the Swift $wanted_swift toolchain and add its usr/bin to PATH"
  [ "$(printf '%s\n' "$version" "$wanted_swift" | sort -V | head -n 1)" = "$wanted_swift" ] ||
    stop "Swift $wanted_swift or later is wanted, $(command -v swift) is $version"
}

missing_packages() {
  local name installed
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${packages[@]}" \
    2>/dev/null) || true
  for name in "${packages[@]}"; do
    grep -qx "$name installed" <<<"$installed" || printf '%s\n' "$name"
  done
}

install_packages() {
  local missing as_root=()
  if ! command -v dpkg-query >/dev/null; then
    say "this is no Debian system; the build needs what Debian calls ${packages[*]}"
    return
  fi
  mapfile -t missing < <(missing_packages)
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || {
      say "these Debian packages are missing: ${missing[*]}"
      stop "install them as root: apt-get install ${missing[*]}"
    }
    as_root=(sudo -n)
  fi
  say "installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq >&2 || say "apt-get update failed; the lists may be old"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 \
    install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
    stop "apt-get could not install ${missing[*]}"
}

has_python_modules() {
  [ -x .build/venv/bin/python ] &&
    .build/venv/bin/python - "${python_modules[@]}" <<'PYTHON' 2>/dev/null
import importlib.util, sys
sys.exit(not all(map(importlib.util.find_spec, sys.argv[1:])))
PYTHON
}

has_tested_packages() {
  [ -x .build/pypi-venv/bin/python ] &&
    .build/pypi-venv/bin/python - "${tested_packages[@]}" <<'PYTHON' 2>/dev/null
import sys
from importlib.metadata import version
pins = [pin.split("==") for pin in sys.argv[1:]]
sys.exit(any(version(name) != wanted for name, wanted in pins))
PYTHON
}

# make_environment FOLDER PACKAGE...
make_environment() {
  local folder=$1
  shift
  say "making the Python environment $folder with $*"
  rm -rf "$folder"
  { python3 -m venv "$folder" &&
    "$folder/bin/python" -m pip --disable-pip-version-check --no-input \
      install --quiet "$@"; } >&2 ||
    stop "the Python environment $folder could not be made"
}

install_python() {
  has_python_modules || make_environment .build/venv "${python_packages[@]}"
  has_tested_packages || make_environment .build/pypi-venv "${tested_packages[@]}"
}

# The package of a command that is not there from elsewhere.
want_command() { command -v "$1" >/dev/null || packages+=("$2"); }

want_languages() {
  want_command go golang-go
  want_command javac default-jdk-headless
  want_command node nodejs
  want_command php php-cli
}

case ${1:-} in
  '') ;;
  test)
    packages+=(python3 python3-venv nats-server chromium chromium-driver)
    packages+=(man-db mandoc zsh fish)
    want_languages
    ;;
  *) stop "usage: Scripts/setup.sh [test]" ;;
esac
check_swift
install_packages
if [ "${1:-}" = test ]; then install_python; fi
