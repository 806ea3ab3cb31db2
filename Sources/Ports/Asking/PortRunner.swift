// SPDX-License-Identifier: MIT

/// Asks a live port.
public struct PortRunner: Sendable {
  public let command: [String]
  public let limits: PortLimits
  /// How many processes of the port are asked at the same time.
  public let jobs: Int

  public init(_ command: [String], limits: PortLimits = PortLimits(), jobs: Int = 1) {
    self.command = command
    self.limits = limits
    self.jobs = max(1, jobs)
  }

  /// Puts questions to the port; each answer is written as soon as it came.
  public func ask(
    _ questions: [PortQuestion], run: String, into file: AnswerFile
  ) async throws -> PortLog.Entry {
    let (queue, log) = (QuestionQueue(questions), PortLog())
    let end = ContinuousClock.now + .milliseconds(limits.runMilliseconds)
    await withTaskGroup { group in
      for _ in 0..<min(jobs, max(1, questions.count)) {
        group.addTask {
          var interview = PortInterview(
            command, run: run, limits: limits, queue: queue, file: file, log: log, end: end)
          interview.hold()
        }
      }
    }
    let hello = log.entry.hello
    for question in queue.drain() where hello?.line(for: question) != nil {
      log.update { $0.missing += 1 }
      try file.write(PortAnswer.missing("it was not asked any more", to: question.name))
    }
    return log.entry
  }
}
