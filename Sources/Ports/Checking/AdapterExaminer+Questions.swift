// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// What is asked of an adapter that said hello.
extension AdapterExaminer {
  private static let mostSilences = 2
  private static let mostTogether = 16

  private typealias Line = (name: String, line: [UInt8])

  mutating func checkAnswers(of known: WellKnown) {
    guard silences < Self.mostSilences else {
      return report.skip(.answers, known.subject, because: "other questions were not answered")
    }
    var seen = AdapterExchange()
    for question in known.questions {
      guard let line = hello?.line(for: question) else { continue }
      let exchange = ask([(question.name, line)])
      seen.add(exchange)
      guard let message = exchange.answers[question.name] else {
        silences += 1
        break
      }
      seen.add(judge(message, to: question, known))
    }
    report.add(.answers, of: known.subject, seen)
  }

  mutating func checkTogether() {
    guard let hello else { return }
    let lines = (0..<min(hello.inFlight, Self.mostTogether)).compactMap { index in
      line(like: sound[index % sound.count].question, named: "together \(index)")
    }
    report.add(.together, ask(lines))
  }

  mutating func checkUnknownMember() {
    guard let (question, usual) = sound.first,
      let line = line(like: question, named: "later", with: ["later": ["text": "a later suite"]])
    else { return }
    report.add(.unknownMember, ask(line, expecting: usual.kind, or: .unknownMember))
  }

  mutating func checkUnknownOperation() {
    guard let question = sound.first?.question else { return }
    let strange: [JSONObject] = [["op": "whistle"], ["format": "morse"]]
    var seen = AdapterExchange()
    for changes in strange {
      guard let line = line(like: question, named: "\(changes)", with: changes) else { continue }
      seen.add(ask(line, expecting: "unsupported", or: .unsupported))
    }
    report.add(.unknownOperation, seen)
  }

  mutating func checkBye() {
    leave(.bye, saying: RunnerMessage.bye, or: .stays)
  }

  mutating func checkEndOfInput() {
    talk = nil
    let line = sound.first.flatMap { self.line(like: $0.question, named: "last") }
    leave(
      .endOfInput, saying: line?.line ?? [], answering: line.map { [$0.name] } ?? [],
      or: .staysAtEnd)
  }

  private mutating func leave(
    _ step: AdapterCheck.Step, saying message: [UInt8], answering names: [String] = [],
    or mistake: AdapterMistake
  ) {
    switch present() {
    case .success(let talk):
      let exchange = talk.leave(
        saying: message, answering: names, for: limits.questionMilliseconds, or: mistake)
      report.add(step, exchange)
    case .failure(let failure): report.add(step, AdapterExchange(problems: failure.problems))
    }
  }

  // MARK: - One exchange

  private mutating func ask(_ lines: [Line]) -> AdapterExchange {
    switch present() {
    case .success(let talk): talk.ask(lines, for: limits.questionMilliseconds)
    case .failure(let failure): AdapterExchange(problems: failure.problems)
    }
  }

  /// Asks what an adapter has to live through; all that goes wrong is one mistake.
  private mutating func ask(
    _ line: Line, expecting kind: String, or mistake: AdapterMistake
  ) -> AdapterExchange {
    var exchange = ask([line])
    if let message = exchange.answers[line.name], exchange.problems.isEmpty {
      let found = (try? PortAnswer(message, from: .port))?.kind ?? "something else"
      guard found != kind, let talk else { return exchange }
      exchange.problems = [talk.problem("\(kind) is expected, \(found) found", mistake)]
    }
    for index in exchange.problems.indices { exchange.problems[index].mistake = mistake }
    return exchange
  }

  /// A question that was asked before, under another name and with other members.
  private func line(
    like question: PortQuestion, named words: String, with changes: JSONObject = [:]
  ) -> Line? {
    let name = plan.name(of: words)
    guard let line = hello?.line(for: question),
      var message = (try? JSONValue(parsing: line.span))?.object
    else { return nil }
    message["seq"] = .string(name)
    for member in changes.members { message[member.name.display] = member.value }
    return (name, message.line)
  }

  /// What is wrong with the form of an answer, and whether the port is right.
  private mutating func judge(
    _ message: JSONValue, to question: PortQuestion, _ known: WellKnown
  ) -> AdapterExchange {
    do throws(PortFault) {
      let answer = try PortAnswer(message, from: .port)
      let faults = known.form.faults(in: message, answer)
      guard faults.isEmpty else {
        return AdapterExchange(problems: faults.compactMap { talk?.problem($0) })
      }
      sound.append((question, answer))
      return AdapterExchange(notes: count(answer, to: question, known))
    } catch {
      return AdapterExchange(problems: [talk?.problem(error)].compactMap(\.self))
    }
  }

  private mutating func count(
    _ answer: PortAnswer, to question: PortQuestion, _ known: WellKnown
  ) -> [String] {
    guard let hello else { return [] }
    let choices = PortChoices(known.model, declared: hello.choices)
    switch PortCase(question, hello, answer, nil, known.model, choices).finding {
    case .met: (report.answered, report.right) = (report.answered + 1, report.right + 1)
    case .notJudged: break
    case .broken(let why): return [wrong(question, why)]
    case .undone(let choice): return [wrong(question, "the choice \(choice.id) is not made")]
    }
    return []
  }
}

extension AdapterExaminer {
  private mutating func wrong(_ question: PortQuestion, _ why: String) -> String {
    report.answered += 1
    return "\(question.vector.id) is not answered rightly: \(why.cut(to: 200))"
  }
}

extension PortAnswer {
  /// The name of the member that gives it.
  fileprivate var kind: String {
    switch self {
    case .given(.accepted): "accepted"
    case .given(.refused): "refused"
    case .given(.crashed): "crashed"
    case .given(.inexpressible): "inexpressible"
    case .unsupported: "unsupported"
    case .missing: "missing"
    }
  }
}
