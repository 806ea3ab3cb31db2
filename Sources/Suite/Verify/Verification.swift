// SPDX-License-Identifier: MIT

/// Judges recordings, row after row, with a memory that does not grow with their length.
public struct Verification: Sendable {
  public let judges: [any RowJudge]
  public let only: Glob?
  /// How many batches are judged at the same time.
  public let jobs: Int

  public init(judges: [any RowJudge], only: Glob? = nil, jobs: Int = 1) {
    self.judges = judges
    self.only = only
    self.jobs = max(1, jobs)
  }

  /// Judges the files in order and hands over each batch of judgements in the order of its rows.
  public func run(
    _ paths: [String], gate: Gate, each: ([Judgement]) throws -> Void
  ) async throws -> Results {
    var results = Results()
    var gate = gate
    for path in paths {
      do {
        try await judge(path, gate: &gate, results: &results, each: each)
      } catch let error as RecordingError {
        results.errors.append(error)
      }
    }
    if only != nil { results.assistants.removeAll { $0.tally.rows == 0 } }
    results.failures = gate.failures
    if results.total.rows == 0 { results.failures.append(emptiness) }
    return results
  }

  /// Why nothing was judged, which never counts as passed.
  private var emptiness: String {
    only.map { "no row id matches '\($0.pattern)'" } ?? "the recordings have no row"
  }

  private func judge(
    _ path: String, gate: inout Gate, results: inout Results, each: ([Judgement]) throws -> Void
  ) async throws {
    var reader = try RecordingReader(path)
    let header = reader.header
    guard let judge = judges.first(where: { $0.format == header.format }) else {
      let known = judges.map(\.format).joined(separator: " ")
      throw RecordingError(
        file: path, line: 1, column: 1,
        reason: "format: '\(header.format)' is not known; known are \(known)")
    }
    let seat = judge.seat(for: header.assistant)
    let index = results.assistants.count
    results.assistants.append(
      Results.Assistant(
        format: header.format, identity: header.assistant, hasProfile: seat.hasProfile))
    while true {
      let verdicts = try await nextVerdicts(of: &reader, seat)
      if verdicts.isEmpty { return }
      for batch in verdicts {
        for judgement in batch.judgements {
          results.assistants[index].tally.add(judgement)
          gate.add(judgement)
        }
        try each(batch.judgements)
        if let error = batch.error { throw error }
      }
    }
  }

  /// Judges the next batches side by side.
  private func nextVerdicts(
    of reader: inout RecordingReader, _ seat: any SeatedJudge
  ) async throws -> [BatchVerdict] {
    var batches: [RecordingBatch] = []
    while batches.count < jobs, let batch = try reader.nextBatch() { batches.append(batch) }
    guard batches.count > 1 else { return batches.map { judge($0, seat) } }
    return await withTaskGroup(of: (Int, BatchVerdict).self) { group in
      for (index, batch) in batches.enumerated() {
        group.addTask { (index, judge(batch, seat)) }
      }
      var verdicts = [BatchVerdict?](repeating: nil, count: batches.count)
      for await (index, verdict) in group { verdicts[index] = verdict }
      return verdicts.compactMap(\.self)
    }
  }

  private func judge(_ batch: RecordingBatch, _ seat: any SeatedJudge) -> BatchVerdict {
    var verdict = BatchVerdict()
    do {
      try batch.forEachRow { row, _ in
        if let only, !only.matches(row.id) { return }
        verdict.judgements.append(seat.judge(row))
      }
    } catch {
      verdict.error = error
    }
    return verdict
  }
}

/// The judgements of one batch, and why it ended early.
private struct BatchVerdict: Sendable {
  var judgements: [Judgement] = []
  var error: (any Error)?
}
