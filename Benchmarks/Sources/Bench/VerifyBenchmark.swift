// SPDX-License-Identifier: MIT

internal import CBare

/// `assay verify` on long recordings, made of the shipped rows below 1 KB again and again.
struct VerifyBenchmark {
  let program: String
  let recording: String
  let scratch: String

  func run() {
    print("\nverify of \(recording)")
    print("     rows  jobs  rows/s  rows/s/core  max RSS KiB")
    for (rows, jobs) in [(100_000, 1), (100_000, 2), (1_000_000, 1), (1_000_000, 2)] {
      measure(rows: Int64(rows), jobs: Int32(jobs))
    }
  }

  private func measure(rows: Int64, jobs: Int32) {
    guard unsafe bench_repeat_rows(recording, scratch, rows) == rows else {
      return print("\(scratch) cannot be written")
    }
    let run = command("\(program) verify --jobs \(jobs) \(scratch)")
    guard run.status == 0 || run.status == 1 else {
      return print("\(program) ended with \(run.status)")
    }
    print(
      columns([
        ("\(rows)", 9), ("\(jobs)", 5), (fixed(Double(rows) / run.seconds, 0), 7),
        (fixed(Double(rows) / run.cpu_seconds, 0), 12), ("\(run.max_rss_kib)", 12),
      ]))
  }
}
