#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Packs the release build: dist.sh [FOLDER] writes a tarball, a Debian package and their sums.
# The objects of the build are linked once more, with nothing shared. Nothing depends on the clock,
# the user or the folder, so equal objects give equal bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:/opt/swift/usr/bin" LC_ALL=C TZ=UTC
umask 022

target=$(mkdir -p "${1:-dist}" && cd "${1:-dist}" && pwd)
objects=.build/release/assay.product/Objects.LinkFileList
arch=$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

stop() {
  printf 'dist: %s\n' "$*" >&2
  exit 2
}

# That of the last commit, or of the change log where this is no git checkout.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -c safe.directory="$PWD" log -1 --format=%ct \
  2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH

# A static link warns of every call that looks a host's name up; those need no library for it.
link() {
  local log=$work/link.log
  swiftc -static-stdlib -static-executable -emit-executable -o "$1" @$objects \
    -Xlinker --gc-sections -Xlinker --defsym -Xlinker main=assay_main \
    -lcmark-gfm-extensions -lcmark-gfm -lz -lcrypto -lm >"$log" 2>&1 || {
    cat "$log" >&2
    stop "the executable could not be linked"
  }
  strip --strip-all "$1"
}

# data FOLDER: the vectors and the pages, without what is not in the repository.
data() {
  mkdir -p "$1"
  if git -c safe.directory="$PWD" rev-parse --git-dir >/dev/null 2>&1; then
    git -c safe.directory="$PWD" ls-files -z Vectors Docs
  else
    find Vectors Docs -name __pycache__ -prune -o -type f -print0
  fi | tar --create --null --files-from - | tar --extract --directory "$1"
}

manual() { "$work/assay" manual --as "$1"; }

# The licences of what the executable holds.
notices() {
  local package
  printf 'The executable holds the following libraries.\n'
  for package in libssl-dev zlib1g-dev libcmark-gfm-dev libc6-dev libstdc++-12-dev; do
    printf '\n==== %s\n\n' "$package"
    cat "/usr/share/doc/$package/copyright"
  done
  printf '\n==== Swift\n\n'
  cat "$(dirname "$(command -v swiftc)")/../share/swift/LICENSE.txt"
}

# One time and one set of modes for all, executables apart.
settle() {
  chmod -R u=rwX,go=rX "$1"
  find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

tarball() {
  local top=$work/$name
  mkdir -p "$top"/{bin,completions}
  cp "$work/assay" "$top/bin/assay"
  cp README.md CHANGELOG.md LICENSE "$work/NOTICES" "$top"
  data "$top"
  manual man >"$top/assay.1"
  manual bash >"$top/completions/assay.bash"
  manual zsh >"$top/completions/_assay"
  manual fish >"$top/completions/assay.fish"
  settle "$top"
  tar --create --directory "$work" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
    "$name" | gzip -9 --no-name >"$target/$name.tar.gz"
}

# No Depends: the executable is static.
control() {
  cat <<CONTROL
Package: assay
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: Contributors to Assay
Installed-Size: $(du --summarize --apparent-size --block-size=1024 "$1/usr" | cut -f 1)
Section: devel
Priority: optional
Description: conformance suite and reference for service access tokens
 Assay tells the maintainer of a port whether it makes and opens service access
 tokens as documented, and if not, which clause it breaks and at which byte.
CONTROL
}

package() {
  local root=$work/root share=$work/root/usr/share
  mkdir -p "$root"/{DEBIAN,usr/bin} \
    "$share"/{man/man1,doc/assay,bash-completion/completions,zsh/vendor-completions} \
    "$share/fish/vendor_completions.d"
  cp "$work/assay" "$root/usr/bin/assay"
  data "$share/assay"
  manual man | gzip -9 --no-name >"$share/man/man1/assay.1.gz"
  manual bash >"$share/bash-completion/completions/assay"
  manual zsh >"$share/zsh/vendor-completions/_assay"
  manual fish >"$share/fish/vendor_completions.d/assay.fish"
  cat LICENSE "$work/NOTICES" >"$share/doc/assay/copyright"
  gzip -9 --no-name <CHANGELOG.md >"$share/doc/assay/changelog.gz"
  control "$root" >"$root/DEBIAN/control"
  (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
  settle "$root"
  dpkg-deb --root-owner-group -Zgzip --build "$root" "$target/$deb" >"$work/deb.log"
}

[ -f "$objects" ] || stop "there is no release build: make build"
link "$work/assay"
version=$("$work/assay" --version | cut -d ' ' -f 2)
name=assay-$version-linux-$arch
deb=assay_${version}_$(dpkg --print-architecture).deb
notices >"$work/NOTICES"
tarball
package
(cd "$target" && sha256sum "$name.tar.gz" "$deb" >SHA256SUMS && cat SHA256SUMS)
