#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every function is for check, where a failed command does not end it: hence the chains of &&.
# Checks what dist.sh makes of the release build: equal bytes twice, no library, a clean root, what
# shells complete, the manual page, the start, and the recipes of Docs/guide/ci.md.
# shellcheck disable=SC2317 # check calls the functions
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

# From the start of the process to its end.
most_milliseconds=2

python=.build/venv/bin/python
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check WORDS COMMAND...: prints the output of what fails.
check() {
  local words=$1 log=$work/check.log
  shift
  if ("$@") >"$log" 2>&1; then
    passed=$((passed + 1))
  else
    printf '%s:\n' "$words"
    tail -n 20 "$log" | sed 's/^/  /'
    failed=$((failed + 1))
  fi
}

same() { diff -r "$work/one" "$work/two" && (cd "$work/one" && sha256sum --check SHA256SUMS); }

is_static() { ! readelf --dynamic --program-headers "$top/bin/assay" | grep -E 'NEEDED|INTERP'; }

no_place() { ! grep --text -F -e "$PWD" -e "$HOME/" "$top/bin/assay"; }

# The tarball knows its own files, whatever the folder.
unpacked() { cd / && env -i "$top/bin/assay" verify --format json --only 'zego-03/*'; }

# In a root that has nothing but the package, a folder for temporary files and /proc.
in_root() {
  # shellcheck disable=SC2016
  unshare --mount --map-root-user bash -euc '
    mount -t proc proc "$1/proc" 2>/dev/null || mount --rbind /proc "$1/proc"
    exec env -i "$(PATH=$PATH:/usr/sbin command -v chroot)" "$@"' - "$root" "$@"
}

as_root() { unshare --map-root-user "$@"; }

installs() {
  mkdir -p "$root"/{tmp,proc,var/lib/dpkg/{info,updates}} &&
    touch "$root"/var/lib/dpkg/{status,available} &&
    as_root dpkg --root="$root" --log=/dev/null --install "$deb" &&
    [ -z "$(dpkg --root="$root" --verify assay)" ]
}

removes() {
  as_root dpkg --root="$root" --log=/dev/null --purge assay &&
    [ -z "$(find "$root" -path "$root/var" -prune -o ! -type d -print)" ]
}

# completes EXPECTED WORD...: among what bash is offered for the last word.
completes() {
  local expected=$1
  shift
  bash Tests/Dist/completion.bash "$top/completions/assay.bash" "$@" |
    grep --line-regexp --fixed-strings -e "$expected"
}

fish_completes() {
  fish --no-config --command \
    "source $top/completions/assay.fish; complete --do-complete 'assay verify --base'" |
    grep -e '^--baseline'
}

manual_is_clean() {
  # No date: the page changes with the version.
  ! { mandoc -T lint -W warning "$top/assay.1" | grep -v 'missing date'; } &&
    man --warnings --local-file "$top/assay.1" | grep -q 'assay verify'
}

every_verb_is_known() {
  local verb file
  for verb in $("$top/bin/assay" --help | sed -nE 's/^  ([a-z]+) {2,}[A-Z].*/\1/p'); do
    for file in assay.1 completions/assay.bash completions/_assay completions/assay.fish; do
      grep -qw -e "$verb" "$top/$file" || printf '%s lacks %s\n' "$file" "$verb"
    done
  done >"$work/lacking"
  cat "$work/lacking"
  [ ! -s "$work/lacking" ]
}

Scripts/dist.sh "$work/one" >/dev/null
Scripts/dist.sh "$work/two" >/dev/null
check "two runs give the same bytes" same

root=$work/root
archive=$(echo "$work"/one/*.tar.gz)
deb=$(echo "$work"/one/*.deb)
top=$work/$(basename "$archive" .tar.gz)
tar --extract --file "$archive" --directory "$work"
check "the executable needs no library" is_static
check "the executable names no folder of the build" no_place
check "the tarball works where it lies" unpacked

check "the package installs into an empty root" installs
check "there it judges the recordings" in_root /usr/bin/assay verify
check "there it asks a port" \
  in_root /usr/bin/assay run --type zego-03 -- /usr/bin/assay answer
check "it leaves nothing behind" removes

check "every verb is in the manual and in the completions" every_verb_is_known
check "the manual page has no warning" manual_is_clean
check "bash reads its completion" bash -n "$top/completions/assay.bash"
check "zsh reads its completion" zsh -n "$top/completions/_assay"
check "fish reads its completion" fish --no-execute "$top/completions/assay.fish"
check "bash completes a verb" completes verify ver
check "bash completes an option" completes --baseline verify --base
check "bash completes a file" completes '(default)' verify --baseline ''
check "bash completes a folder" completes '(dirnames)' export --to ''
check "fish completes an option" fish_completes

check "the start is short" \
  "$python" Tests/Dist/startup.py $most_milliseconds "$top/bin/assay" --version
cat "$work/check.log"
check "the recipes do what they say" "$python" Tests/Dist/check_recipes.py "$archive"
cat "$work/check.log"
printf '%d passed, %d failed\n' $passed $failed
exit $((failed > 0))
