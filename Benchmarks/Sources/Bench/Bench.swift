// SPDX-License-Identifier: MIT

internal import Bytes
internal import CBare
internal import Glibc
internal import Zego

/// Measures the library as ratios to a bare primitive in the same run.
///
/// Usage: Bench [ASSAY RECORDING SCRATCH-FILE PYTHON]
///        Bench pong FILE
@main
enum Bench {
  static func main() async throws {
    let words = CommandLine.arguments
    if words.count == 3, words[1] == "pong" { exit(unsafe bench_pong(words[2])) }
    print("operation  ours ns  bare ns  ratio   bare ns, keyed before  ratio")
    try TokenBenchmark.run()
    try AgoraBenchmark.run()
    try NacosBenchmark.run()
    AdmissionBenchmark.run()
    try CasesBenchmark.run()
    guard words.count == 5 else { return }
    try await RunnerBenchmark(program: words[1], scratch: words[3], python: words[4]).run()
    VerifyBenchmark(program: words[1], recording: words[2], scratch: words[3]).run()
    TrialBenchmark(program: words[1], scratch: words[3]).run()
  }
}

/// The least time that one of many equal batches of each kind took, in nanoseconds an operation.
///
/// The kinds take turns, so that whatever else the machine does meets them alike.
func fastest(_ kinds: [(_ repetitions: Int32) -> Int64]) -> [Double] {
  let repetitions: Int32 = CommandLine.arguments.count == 2 ? 100 : 2000
  var least = kinds.map { _ in Int64.max }
  for _ in 0..<150 {
    for (index, batch) in kinds.enumerated() {
      least[index] = min(least[index], batch(repetitions))
    }
  }
  return least.map { Double($0) / Double(repetitions) }
}

/// Runs a command, and takes its time and its memory.
func command(
  _ line: String, input: String = "/dev/null", output: String = "/dev/null"
) -> bench_run {
  unsafe bench_run(line, input, output)
}

/// Nanoseconds that a piece of work takes several times.
func time(repetitions: Int32, _ work: () -> Bool) -> Int64 {
  let start = bench_now()
  for _ in 0..<repetitions {
    guard work() else { return .max }
  }
  return bench_now() - start
}

/// Measures an operation against bare primitives, and prints it.
func report(
  _ name: String, limit: Double, _ bare: [(Int32) -> Int64], ours: @escaping () -> Bool
) {
  let times = fastest([{ time(repetitions: $0, ours) }] + bare)
  printRow(name, own: times[0], bare: Array(times.dropFirst()), limit: limit)
}

/// One operation with its ratio to each bare primitive; the first has the limit.
func printRow(_ name: String, own: Double, bare: [Double], limit: Double) {
  var row = [(name, 9), (fixed(own, 0), 8)]
  for (index, bare) in bare.enumerated() {
    row += [(fixed(bare, 0), index == 0 ? 8 : 22), (fixed(own / bare), 6)]
  }
  print(columns(row), own / bare[0] <= limit ? "" : "  above \(limit)")
}

/// Texts in columns of some widths.
func columns(_ texts: [(text: String, width: Int)]) -> String {
  texts.map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }.joined(separator: " ")
}

/// A number with some digits after the point.
func fixed(_ value: Double, _ digits: Int = 2) -> String {
  let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
  let whole = Int64(value * scale + 0.5)
  guard digits > 0 else { return "\(whole)" }
  let fraction = String(whole % Int64(scale))
  return "\(whole / Int64(scale))."
    + String(repeating: "0", count: digits - fraction.count) + fraction
}
