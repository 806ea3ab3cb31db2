// SPDX-License-Identifier: MIT

/// Asks a live port.
public struct PortRunner: Sendable {
  public let command: [String]
  public let limits: PortLimits
  /// How many processes of the port are asked at the same time.
  public let jobs: Int
  /// Whether it is started anew for each question.
  public let isOneShot: Bool
  /// The Unix second that it is.
  private let clock: @Sendable () -> Int64

  public init(
    _ command: [String], limits: PortLimits = PortLimits(), jobs: Int = 1, isOneShot: Bool = false,
    clock: @escaping @Sendable () -> Int64
  ) {
    self.command = command
    self.limits = limits
    self.jobs = max(1, jobs)
    self.isOneShot = isOneShot
    self.clock = clock
  }

  /// Puts questions to the port; each answer is written as soon as it came.
  public func ask(
    _ questions: [PortQuestion], run: String, into file: AnswerFile
  ) async throws -> PortLog.Entry {
    let (queue, log) = (QuestionQueue(questions), PortLog())
    let end = ContinuousClock.now + .milliseconds(limits.runMilliseconds)
    if isOneShot { try begin(questions, run, file, log) }
    await withTaskGroup { group in
      for _ in 0..<min(jobs, max(1, questions.count)) {
        group.addTask {
          if isOneShot { return askOneByOne(queue, file, log, end) }
          var interview = PortInterview(
            command, run: run, limits: limits, queue: queue, file: file, log: log, end: end,
            clock: clock)
          interview.hold()
        }
      }
    }
    let hello = log.entry.hello
    for question in queue.drain() where hello?.reading(of: question) != nil {
      try file.write(PortAnswer.missing("it was not asked any more", to: question.name))
    }
    return log.entry
  }

  private func begin(
    _ questions: [PortQuestion], _ run: String, _ file: AnswerFile, _ log: PortLog
  ) throws {
    let hello = try OneShotPort(command: command, limits: limits).hello(for: questions, run: run)
    log.update { $0.hello = hello }
    _ = try file.begin(hello)
  }

  private func askOneByOne(
    _ queue: QuestionQueue, _ file: AnswerFile, _ log: PortLog, _ end: ContinuousClock.Instant
  ) {
    guard let hello = log.entry.hello else { return }
    let port = OneShotPort(command: command, limits: limits)
    while ContinuousClock.now < end, let next = queue.next() {
      do {
        let asked = AskedQuestion(next.question, of: hello, at: clock())
        guard let answer = asked?.answer(port.answer(to: next.question), at: clock()) else {
          continue
        }
        try file.write(answer)
      } catch {
        return log.fault("\(error)")
      }
    }
  }
}
