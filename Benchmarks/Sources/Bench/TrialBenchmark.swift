// SPDX-License-Identifier: MIT

internal import CBare

/// `assay prove` on cases that `assay generate` drew: the time of each, and the memory.
struct TrialBenchmark {
  let program: String
  let scratch: String

  private static let formats = ["zego-04-cbc", "zego-04-gcm", "agora-006", "nacos-jwt"]

  func run() {
    print("\ncases judged, drawn beforehand")
    print("       format     cases  generate/s   judged/s  max RSS KiB")
    for format in Self.formats {
      for count in [100_000, 1_000_000] { measure(format, Int64(count)) }
    }
  }

  private func measure(_ format: String, _ count: Int64) {
    let drawn = command(
      "\(program) generate --format \(format) --count \(count)", output: scratch)
    let run = command("\(program) prove \(scratch)")
    guard drawn.status == 0, run.status == 0 else {
      return print("\(format): \(program) ended with \(drawn.status) and \(run.status)")
    }
    print(
      columns([
        (format, 13), ("\(count)", 9), (fixed(Double(count) / drawn.cpu_seconds, 0), 11),
        (fixed(Double(count) / run.cpu_seconds, 0), 10), ("\(run.max_rss_kib)", 12),
      ]))
  }
}
