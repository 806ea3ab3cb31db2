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

  private var hello: PortHello?
  /// In the order in which they were asked.
  private var underWay: [PortQuestion] = []
  private var isAlone = false
  /// From when the first of them is the oldest.
  private var since = ContinuousClock.now
  private var idleEnds = 0

  init(
    _ command: [String], run: String, limits: PortLimits, queue: QuestionQueue, file: AnswerFile,
    log: PortLog, end: ContinuousClock.Instant
  ) {
    (self.command, self.run, self.limits) = (command, run, limits)
    (self.queue, self.file, self.log, self.end) = (queue, file, log, end)
  }

  /// Asks until nothing is left, or the port is given up.
  mutating func hold() {
    do {
      while try converse() {
        if idleEnds >= limits.idleEnds {
          return log.fault("the process ended \(idleEnds) times with nothing to answer")
        }
      }
    } catch let fault as PortFault {
      log.fault(fault.words)
    } catch {
      log.fault("\(error)")
    }
  }

  /// Talks to one process; whether another one is needed.
  private mutating func converse() throws -> Bool {
    log.update { $0.starts += 1 }
    var process = try PortProcess(command, limit: limits.outputBytes)
    try greet(&process)
    since = .now
    while true {
      ask(&process)
      if underWay.isEmpty { return try close(&process) }
      switch process.wait(milliseconds: left) {
      case .lines(let lines): for line in lines { try take(line) }
      case .nothing where ContinuousClock.now >= end:
        for question in underWay { try miss(question, "the time of the run was over") }
        return false
      case .nothing where left <= 0:
        try giveUp("no answer within \(limits.questionMilliseconds) ms")
        return true
      case .nothing: break
      case .flooded:
        try giveUp("more than \(limits.outputBytes) bytes without a line feed")
        return true
      case .ended(let how):
        try noteEnd(how)
        return true
      }
    }
  }

  // MARK: - Hello and bye

  private mutating func greet(_ process: inout PortProcess) throws {
    let message: JSONObject = [
      "hello": ["protocol": .string(PortHello.version), "run": .string(run)]
    ]
    process.send(JSONValue.object(message).encoded + [UInt8(ascii: "\n")])
    let deadline = ContinuousClock.now + .milliseconds(limits.helloMilliseconds)
    while ContinuousClock.now < deadline {
      switch process.wait(milliseconds: milliseconds(until: deadline)) {
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
    throw PortFault("hello: none within \(limits.helloMilliseconds) ms")
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
    if let hello, hello != found { throw PortFault("hello: another one than before") }
    hello = found
    log.update { $0.hello = found }
    try file.begin(found)
  }

  /// Everything is answered: the port may end by itself.
  private mutating func close(_ process: inout PortProcess) throws -> Bool {
    process.send(Array("{\"bye\":{}}\n".utf8))
    process.finish()
    let deadline = ContinuousClock.now + .milliseconds(limits.questionMilliseconds)
    while ContinuousClock.now < deadline {
      switch process.wait(milliseconds: milliseconds(until: deadline)) {
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
      guard let line = hello?.line(for: next.question) else { continue }
      if underWay.isEmpty { since = .now }
      isAlone = next.isAlone
      underWay.append(next.question)
      process.send(line)
      if isAlone { return }
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>) throws {
    let read = PortLine.read(line)
    if read.hasStray { log.stray(line) }
    switch read.line {
    case .stray: break
    case .hello: log.fault("a second hello")
    case .answer(let name, let message):
      guard let index = underWay.firstIndex(where: { $0.name == name }) else {
        return log.fault("an answer to '\(name)', which was not asked or is answered already")
      }
      try note(message, at: index)
    }
  }

  private mutating func note(_ message: JSONValue, at index: Int) throws {
    do {
      _ = try PortAnswer(message)
      log.update { $0.answers += 1 }
      try file.write(message.encoded)
    } catch let fault as PortFault {
      log.fault(fault.words)
      try miss(underWay[index], "the answer cannot be read: \(fault.words)")
    }
    underWay.remove(at: index)
    isAlone = false
    idleEnds = 0
    if index == 0 { since = .now }
  }

  // MARK: - What goes wrong

  private mutating func giveUp(_ why: String) throws {
    try miss(underWay.removeFirst(), why)
    release()
  }

  /// The question that was under way alone is to blame; of several nobody knows which.
  private mutating func noteEnd(_ how: String) throws {
    if underWay.isEmpty { idleEnds += 1 }
    if underWay.count == 1 { try miss(underWay.removeFirst(), "the process ended: \(how)") }
    release()
  }

  private mutating func release() {
    queue.suspect(underWay)
    underWay = []
    isAlone = false
  }

  private func miss(_ question: PortQuestion, _ why: String) throws {
    log.update { $0.missing += 1 }
    try file.write(PortAnswer.missing(why, to: question.name))
  }

  private var left: Int64 {
    milliseconds(
      until: min(since + .milliseconds(limits.questionMilliseconds), end))
  }

  private func milliseconds(until deadline: ContinuousClock.Instant) -> Int64 {
    let time = (deadline - .now).components
    return max(0, time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000)
  }
}
