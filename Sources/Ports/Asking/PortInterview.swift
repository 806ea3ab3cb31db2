// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Spawn
internal import Suite

/// One process after another of a port, until no question is left.
struct PortInterview {
  let command: [String]
  let run: String
  let limits: PortLimits
  let queue: QuestionQueue
  let file: AnswerFile
  let log: PortLog
  let end: ContinuousClock.Instant
  let clock: @Sendable () -> Int64

  private var hello: PortHello?
  /// In the order in which they were asked.
  private var underWay: [AskedQuestion] = []
  private var isAlone = false
  /// From when the first of them is the oldest.
  private var since = ContinuousClock.now
  /// What was no message since the last one, in bytes.
  private var strayBytes = 0
  /// How many processes in succession gave no answer.
  private var fruitless = 0

  init(
    _ command: [String], run: String, limits: PortLimits, queue: QuestionQueue, file: AnswerFile,
    log: PortLog, end: ContinuousClock.Instant, clock: @escaping @Sendable () -> Int64
  ) {
    (self.command, self.run, self.limits) = (command, run, limits)
    (self.queue, self.file, self.log) = (queue, file, log)
    (self.end, self.clock) = (end, clock)
  }

  /// Asks until nothing is left, or the port is given up.
  mutating func hold() {
    do {
      while try converse() {
        if fruitless >= limits.fruitlessProcesses {
          return log.fault("\(fruitless) processes in succession gave no answer")
        }
      }
    } catch {
      log.fault("\(error)")
      release()
    }
  }

  /// Talks to one process; whether another one is needed.
  private mutating func converse() throws -> Bool {
    var process = try PortProcess(command, limit: limits.outputBytes)
    try greet(&process)
    (since, strayBytes) = (.now, 0)
    fruitless += 1
    while true {
      ask(&process)
      if underWay.isEmpty { return try close(&process) }
      switch process.wait(milliseconds: left) {
      case .lines(let lines): for line in lines { try take(line) }
      case .nothing: break
      case .flooded:
        return try giveUp("more than \(limits.outputBytes) bytes without a line feed")
      case .ended(let how): return try noteEnd(how)
      }
      if let goesOn = try stop() { return goesOn }
    }
  }

  /// Ends a conversation whose time is over, even with a port that never stops talking; whether
  /// another one is needed, or nothing where this one goes on.
  private mutating func stop() throws -> Bool? {
    if underWay.isEmpty { return nil }
    if ContinuousClock.now >= end {
      for asked in underWay { try miss(asked, "the time of the run was over") }
      underWay = []
      return false
    }
    if strayBytes > limits.outputBytes {
      return try giveUp("more than \(limits.outputBytes) bytes that are no message")
    }
    return left > 0 ? nil : try giveUp("no answer within \(limits.questionMilliseconds) ms")
  }

  // MARK: - Hello and bye

  private mutating func greet(_ process: inout PortProcess) throws {
    process.send(RunnerMessage.hello(run: run))
    let deadline = min(ContinuousClock.now + .milliseconds(limits.helloMilliseconds), end)
    while ContinuousClock.now < deadline {
      switch process.wait(milliseconds: deadline.millisecondsAhead) {
      case .lines(let lines):
        guard let found = try readHello(in: lines) else { continue }
        return try welcome(found)
      case .nothing: break
      case .flooded: throw PortFault("hello: too much output before it")
      case .ended(let how):
        let words = String(decoding: process.errors.suffix(500), as: UTF8.self)
        throw PortFault(
          "hello: the process ended before it, \(how)\(words.isEmpty ? "" : ": \(words)")")
      }
    }
    // The time is over, and that is no fault of a port that has answered before.
    if deadline == end, hello != nil { return }
    throw PortFault(
      deadline == end
        ? "hello: none in the time of the run"
        : "hello: none within \(limits.helloMilliseconds) ms")
  }

  private func readHello(in lines: [ArraySlice<UInt8>]) throws -> PortHello? {
    for line in lines {
      let read = PortLine.read(line)
      if read.hasStray { log.stray(line) }
      switch read.line {
      case .hello(let message): return try PortHello(message)
      case .answer: throw PortFault("an answer came before the hello")
      case .stray: break
      }
    }
    return nil
  }

  private mutating func welcome(_ found: PortHello) throws {
    guard found.run == run else {
      throw PortFault("hello.run: the text that the port was given is expected")
    }
    guard try file.begin(found) == found else {
      throw PortFault("hello: another one than before")
    }
    hello = found
    log.update { $0.hello = found }
  }

  /// Everything is answered: the port may end by itself.
  private mutating func close(_ process: inout PortProcess) throws -> Bool {
    process.send(RunnerMessage.bye)
    process.finish()
    let deadline = ContinuousClock.now + .milliseconds(limits.questionMilliseconds)
    while ContinuousClock.now < deadline {
      switch process.wait(milliseconds: deadline.millisecondsAhead) {
      case .lines(let lines): for line in lines { try take(line) }
      case .ended(let how):
        if how != "exit 0" { log.fault("bye: the port is expected to end with exit 0, not \(how)") }
        return false
      case .flooded, .nothing: break
      }
    }
    log.fault("bye: the port did not end")
    return false
  }

  // MARK: - Questions and answers

  private mutating func ask(_ process: inout PortProcess) {
    let window = isAlone ? 1 : hello?.inFlight ?? 1
    while underWay.count < window, let next = queue.next() {
      if next.isAlone, !underWay.isEmpty { return queue.suspect([next.question]) }
      guard let hello, let asked = AskedQuestion(next.question, of: hello, at: clock()) else {
        continue
      }
      if underWay.isEmpty { since = .now }
      isAlone = next.isAlone
      underWay.append(asked)
      process.send(asked.line)
      if isAlone { return }
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>) throws {
    let read = PortLine.read(line)
    if read.hasStray { log.stray(line) }
    switch read.line {
    case .stray: strayBytes += line.count + 1
    case .hello: log.fault("a second hello")
    case .answer(let name, let message):
      guard let index = underWay.firstIndex(where: { $0.question.name == name }) else {
        return log.fault("an answer to '\(name)', which was not asked or is answered already")
      }
      try note(message, at: index)
    }
  }

  private mutating func note(_ message: JSONValue, at index: Int) throws {
    do {
      _ = try PortAnswer(message, from: .port)
      let said = message.object ?? [:]
      try file.write(underWay[index].answer(said, at: clock()))
    } catch let fault as PortFault {
      log.fault(fault.words)
      try miss(underWay[index], "the answer cannot be read: \(fault.words)")
    }
    underWay.remove(at: index)
    isAlone = false
    (strayBytes, fruitless) = (0, 0)
    if index == 0 { since = .now }
  }

  // MARK: - What goes wrong

  /// Another process is needed.
  private mutating func giveUp(_ why: String) throws -> Bool {
    try miss(underWay.removeFirst(), why)
    release()
    return true
  }

  /// The question that was under way alone is to blame; of several nobody knows which.
  private mutating func noteEnd(_ how: String) throws -> Bool {
    if underWay.count == 1 { try miss(underWay.removeFirst(), "the process ended: \(how)") }
    release()
    return true
  }

  private mutating func release() {
    queue.suspect(underWay.map(\.question))
    underWay = []
    isAlone = false
  }

  private func miss(_ asked: AskedQuestion, _ why: String) throws {
    try file.write(PortAnswer.missing(why, to: asked.question.name))
  }

  private var left: Int64 {
    min(since + .milliseconds(limits.questionMilliseconds), end).millisecondsAhead
  }
}
