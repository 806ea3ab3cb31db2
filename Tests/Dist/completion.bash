# SPDX-License-Identifier: MIT
# Asks the completion for bash as the shell would: completion.bash FILE WORD... prints what it
# offers for the last word, or what bash itself is told to complete.
set -euo pipefail
# shellcheck source=/dev/null
source "$1"
shift

# bash allows it inside of a completion alone.
compopt() { printf '(%s)\n' "$2"; }

COMP_WORDS=(assay "$@")
COMP_CWORD=$#
_assay
printf '%s\n' "${COMPREPLY[@]}"
