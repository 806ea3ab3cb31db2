#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs the examples of Vectors/README.md. Each passes every vector, fails where an expectation is
# turned round or the vectors are gone, and stands in the README as it is.
set -euo pipefail
cd "$(dirname "$0")/.."
export PYTHONDONTWRITEBYTECODE=1
exec </dev/null

# A run with fewer vectors, over all languages, has lost some on the way.
minimum=1300

vectors=$PWD/Vectors/zego-04-gcm
build=$PWD/.build/examples
python=$PWD/.build/venv/bin/python
export GOFLAGS=-mod=mod GOTOOLCHAIN=local GOPROXY=off GOCACHE=$build/go
passed=0
failed=0

# Each is called with a folder of vectors.
go_open() { cd Vectors/examples && go run . "$1"; }
java_open() { java -cp "$build/java" OpenVectors "$1"; }
node_open() { node Vectors/examples/open-vectors.mjs "$1"; }
php_open() { php Vectors/examples/open_vectors.php "$1"; }
python_open() { "$python" Vectors/examples/open_vectors.py "$1"; }
python_mint() { "$python" Vectors/examples/mint_vectors.py "$1"; }

# fail NAME LOG: what an example said when it should have said something else.
fail() {
  printf '%s:\n' "$1"
  sed 's/^/  /' "$2"
  failed=$((failed + 1))
}

# run NAME FOLDER STATUS FAILURES: sets count to the vectors that it ran.
run() {
  local log=$build/$1.log status=0
  ("$1" "$2") >"$log" 2>&1 || status=$?
  count=$(sed -nE "s/^([0-9]+) vectors, $4 failures$/\1/p" "$log")
  if [ "$status" -ne "$3" ] || [ -z "$count" ] ||
    [ "$(grep -cE '^zego-04-gcm\.[a-z0-9.-]+: .' "$log")" -ne "$4" ]; then
    fail "$1 $2" "$log"
    count=0
  fi
}

example() {
  run "$1" "$vectors" 0 0
  passed=$((passed + count))
  if [ "$count" -gt 0 ]; then printf '%s: %s vectors, 0 failures\n' "$1" "$count"; fi
  run "$1" "$build/broken" 1 3
  run "$1" "$build/empty" 1 0
}

# A copy with three expectations turned round for openers, and three for minters.
break_vectors() {
  rm -rf "$build/broken" "$build/empty"
  mkdir -p "$build/empty"
  cp -r "$vectors" "$build/broken"
  "$python" - "$build/broken" <<'PYTHON'
import json, pathlib, sys

folder = pathlib.Path(sys.argv[1])

def change(name, id, edit):
    path = folder / f"{name}.json"
    file = json.loads(path.read_text("utf-8"))
    found = [v for g in file["groups"] for v in g["vectors"] if v["id"] == f"zego-04-gcm.{id}"]
    edit(found[0]["expect"])
    path.write_text(json.dumps(file), "utf-8")

def reason(expect):
    expect["reason"] = "another"

def verdict(expect):
    answer = {"claims": {"members": {}}, "content": {"members": {}}}
    expect.update({"verdict": "accept", "answer": answer})

change("open-good", "open.usual",
       lambda expect: expect["answer"]["claims"]["members"].update(app_id={"int": "1234567891"}))
change("open-structure", "open.byte-after", reason)
change("open-policy", "open.clock-past", verdict)
change("mint-kept", "mint.usual",
       lambda expect: expect["answer"]["content"]["members"].update(lifetime={"int": "7201"}))
change("mint-refused", "mint.app-id-0", reason)
change("mint-refused", "mint.secret-31-bytes", verdict)
PYTHON
}

# Every example stands in the README behind a link to its file, and both are the same.
readme() {
  "$python" - <<'PYTHON'
import pathlib, re, sys

folder = pathlib.Path("Vectors")
readme = (folder / "README.md").read_text("utf-8")
blocks = re.findall(r"\(examples/([^)]+)\)[^\n]*\n\n```[a-z]+\n(.*?)^```$", readme, re.S | re.M)
files = sorted(p.name for p in (folder / "examples").glob("*[vV]ectors.*"))
wrong = [name for name, text in blocks if text != (folder / "examples" / name).read_text("utf-8")]
wrong += sorted(set(files) ^ {name for name, _ in blocks})
for name in wrong:
    print(f"Vectors/README.md does not show examples/{name} as it is")
sys.exit(bool(wrong) or len(blocks) != len(files))
PYTHON
}

Scripts/setup.sh test
mkdir -p "$build"
break_vectors
javac -d "$build/java" Vectors/examples/OpenVectors.java Vectors/examples/port/*.java
for name in go_open java_open node_open php_open python_open python_mint; do example $name; done
readme >"$build/readme.log" 2>&1 || fail readme "$build/readme.log"
if [ $passed -lt $minimum ]; then
  printf '%d vectors passed, at least %d are expected\n' $passed $minimum
  failed=$((failed + 1))
fi
printf '%d passed, %d failed\n' $passed $failed
exit $((failed > 0))
