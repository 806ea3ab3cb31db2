// SPDX-License-Identifier: MIT

internal import JSON

extension AdapterTalk {
  /// Says hello, and waits for one.
  func greet(_ run: String, for milliseconds: Int) -> AdapterExchange {
    say(RunnerMessage.hello(run: run))
    return exchange(with: [], for: milliseconds)
  }

  /// Puts questions at once, and waits for an answer to each.
  func ask(
    _ questions: [(name: String, line: [UInt8])], for milliseconds: Int
  ) -> AdapterExchange {
    say(questions.flatMap(\.line))
    return exchange(with: questions.map(\.name), for: milliseconds)
  }

  private func exchange(with names: [String], for milliseconds: Int) -> AdapterExchange {
    let stop = hear(for: milliseconds, until: patience(for: names))
    var exchange = read(names)
    if exchange.problems.isEmpty, !isGreeted || exchange.answers.count < names.count {
      exchange.problems = [flawed ?? silence(stop, isGreeted ? "answer" : "hello")]
    }
    return exchange
  }

  /// Says the last word, closes the input, and waits for the end.
  func leave(
    saying message: [UInt8], answering names: [String] = [], for milliseconds: Int,
    or mistake: AdapterMistake
  ) -> AdapterExchange {
    say(message)
    close()
    let stop = hear(for: milliseconds) { _ in .more }
    var exchange = read(names)
    if exchange.answers.count < names.count {
      exchange.problems.append(flawed ?? problem("the last question has no answer", mistake))
    }
    switch stop {
    case .ended("exit 0"): break
    case .ended(let how):
      exchange.problems.append(problem("exit 0 is expected at the end, not \(how)", .status))
    case .flooded: exchange.problems.append(problem("it writes without end", .endless))
    case .enough, .timeOver: exchange.problems.append(problem("it does not end", mistake))
    }
    return exchange
  }

  private func patience(for names: [String]) -> (ArraySlice<UInt8>) -> Patience {
    var missing = Set(names)
    return { line in
      switch PortLine.read(line).line {
      case .hello: return self.isGreeted ? .more : .none
      case .answer(let name, _):
        let isKnown = missing.remove(name) != nil || names.contains(name)
        if !isKnown, !self.answered.contains(name) { return .little }
        return missing.isEmpty ? .none : .more
      case .stray:
        let mistake = PortLine.flaw(in: line)?.mistake
        return mistake.map(Self.attempts.contains) ?? false ? .little : .more
      }
    }
  }

  /// What nobody writes but for a message; other lines may be those of a log.
  private static let attempts: [AdapterMistake] = [.seqType, .seqMissing, .notWrapped, .notUTF8]

  /// What the lines say, and what is wrong with them.
  private func read(_ names: [String]) -> AdapterExchange {
    var exchange = AdapterExchange()
    for line in lines {
      switch PortLine.read(line).line {
      case .hello(let message): take(message, &exchange)
      case .answer(let name, let message): take(message, name, of: names, &exchange)
      case .stray: continue
      }
      if let flaw = PortLine.flaw(in: line) { note(flaw, in: &exchange) }
    }
    exchange.notes = notes
    return exchange
  }

  private func take(_ hello: JSONValue, _ exchange: inout AdapterExchange) {
    if isGreeted { return note(PortFault("a second hello", .helloTwice), in: &exchange) }
    isGreeted = true
    exchange.hello = hello
  }

  private func take(
    _ message: JSONValue, _ name: String, of names: [String], _ exchange: inout AdapterExchange
  ) {
    if !isGreeted {
      note(PortFault("an answer came before the hello", .helloFirst), in: &exchange)
    } else if !names.contains(name), !answered.contains(name) {
      note(PortFault("an answer to \(name.cited), which was not asked", .unasked), in: &exchange)
    } else if answered.insert(name).inserted {
      exchange.answers[name] = message
    } else {
      note(PortFault("a second answer to \(name.cited)", .answeredTwice), in: &exchange)
    }
  }

  /// Each mistake once.
  private func note(_ fault: PortFault, in exchange: inout AdapterExchange) {
    guard let mistake = fault.mistake,
      !exchange.problems.contains(where: { $0.mistake == mistake })
    else { return }
    exchange.problems.append(problem(fault.words, mistake))
  }

  /// What is no mistake, and good to know.
  private var notes: [String] {
    let stray = lines.filter { PortLine.read($0).hasStray }
    var notes: [String] = []
    if let first = stray.first {
      let text = String(decoding: first.prefix(200), as: UTF8.self).cited
      notes.append(
        "\(stray.count) of the lines hold what is no message, the first: \(text). What the program"
          + " prints belongs on the standard error.")
    }
    if lines.contains(where: { $0.last == UInt8(ascii: "\r") }) {
      notes.append("Lines end with a carriage return, which is passed over.")
    }
    return notes
  }

  // MARK: - Where something is missing

  /// What was probably meant to be the message that is missing.
  private var flawed: AdapterProblem? {
    for line in lines {
      guard let fault = PortLine.flaw(in: line), let mistake = fault.mistake else { continue }
      return problem(fault.words, mistake)
    }
    return nil
  }

  private func silence(_ stop: Stop, _ wanted: String) -> AdapterProblem {
    switch stop {
    case .flooded: return problem("it writes without end", .endless)
    case .ended(let how) where hasUnfinished:
      return problem("it ended, \(how), and its last line has no line feed", .noLineFeed)
    case .ended(let how):
      return problem(
        "the process ended before the \(wanted), \(how)",
        isGreeted ? .endsOnQuestion : .endsAtOnce)
    case .enough, .timeOver: return afterTheEnd(wanted)
    }
  }

  /// Whether it comes when the input has ended tells one mistake from another.
  private func afterTheEnd(_ wanted: String) -> AdapterProblem {
    // Who said nothing at all may have read to the end to say something else.
    let saidNothing = !isGreeted && lines.isEmpty
    var cameLate = false
    hearTheRest { line in
      guard case .stray = PortLine.read(line).line else {
        cameLate = true
        return .none
      }
      cameLate = cameLate || saidNothing
      return .more
    }
    if cameLate { return problem("nothing came until the input had ended", .late) }
    return hasUnfinished
      ? problem("what was written has no line feed", .noLineFeed)
      : problem("no \(wanted) came in time", .silent)
  }
}
