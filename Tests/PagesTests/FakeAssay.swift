// SPDX-License-Identifier: MIT

import Foundation
import Pages
import Spawn
import Testing

/// A small binary in the place of `assay`, in a folder of its own.
final class FakeAssay: Sendable {
  let folder: String
  var path: String { "\(folder)/assay" }

  private static let script = #"""
    #!/bin/sh
    verb="$1"; shift
    case "$verb" in
    lines) for line; do printf '%s\n' "$line"; done;;
    raw) printf "$1";;
    words) for word; do printf '[%s]' "$word"; done; echo;;
    cat) cat;;
    exit) echo "status $1"; echo 'some words' >&2; exit "$1";;
    kill) echo before; kill -9 $$;;
    sleep) echo before; sleep 300;;
    where) pwd; echo "$FAKE";;
    ls) ls;;
    count) echo x >> "$0.runs"; n=$(wc -l < "$0.runs"); printf '{"n":%d}\n{"n":%d}\n' $n $((n + 1));;
    touch) touch "$1";;
    json) printf '%s\n' "$1"; exit "${2:-0}";;
    open) printf '{"verdict":"agrees","words":"%s","claims":{"user_id":"%s","n":12,"ok":true},' "$*" "$1"
      printf '"empty":"","nothing":null,"list":["a",{"b":1.50}]}\n';;
    *) echo "unknown verb '$verb'" >&2; exit 2;;
    esac
    """#

  /// A child writes the file: were it open here, another child could inherit it and keep it busy.
  init() throws {
    folder = NSTemporaryDirectory() + "assay-pages-" + UUID().uuidString
    let line = #"mkdir -p "$1" && cat > "$1/assay" && chmod 755 "$1/assay""#
    let result = try ChildProcess.run(
      executable: "/bin/sh", arguments: ["-c", line, "sh", folder], input: Array(Self.script.utf8),
      timeoutMilliseconds: 30_000, outputLimit: 1000)
    try #require(result.status == .exited(0))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The results of all examples of a page.
  func results(_ page: String, path: String = "page.md") async throws -> [ExampleResult] {
    let page = try Page(path: path, bytes: Array(page.utf8))
    return await PageRun.run(page, binary: self.path)
  }

  /// The result of a console block, without its fences.
  func result(console: String, info: String = "console") async throws -> ExampleResult? {
    let page = "<!-- example: it -->\n```\(info)\n\(console)\n```\n"
    return try await results(page).first
  }

  /// The results of the rows of a table.
  func results(check: String, _ table: String) async throws -> [ExampleResult] {
    try await results("<!-- example: it -->\n<!-- check: \(check) -->\n\(table)\n")
  }
}
