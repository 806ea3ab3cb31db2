// SPDX-License-Identifier: MIT

internal import Files
internal import Ports
internal import Suite

extension Verbs {
  static let merge = Verb(
    name: "merge", operands: "FILE...",
    words: "Join the answers to the parts of one examination, as --shard shares it out, into one"
      + " file that 'verify' judges as a whole. The parts have to be of one --seed.",
    flags: [.output],
    examples: ["assay merge part-1.jsonl part-2.jsonl --output answers.jsonl"],
    run: MergeRun.run)
}

/// Joins shards.
private enum MergeRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    var merge = AnswerMerge()
    for path in try invocation.operands(1...Int.max) {
      try merge.add(try PortAnswers(path), from: path)
    }
    try invocation.output().write(merge.bytes)
    return 0
  }
}
