// SPDX-License-Identifier: MIT

internal import Bytes
internal import CBare
internal import Zego

/// Measures the library as ratios to a bare primitive in the same run.
///
/// Usage: Bench [ASSAY RECORDING SCRATCH-FILE]
@main
enum Bench {
  static func main() throws {
    try TokenBenchmark.run()
    let words = CommandLine.arguments
    guard words.count == 4 else { return }
    VerifyBenchmark(program: words[1], recording: words[2], scratch: words[3]).run()
  }
}

/// The least time that one of many equal batches took, in nanoseconds an operation.
func fastest(_ batch: (_ repetitions: Int32) -> Int64) -> Double {
  let repetitions: Int32 = CommandLine.arguments.count == 2 ? 100 : 2000
  var least = Int64.max
  for _ in 0..<150 { least = min(least, batch(repetitions)) }
  return Double(least) / Double(repetitions)
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
