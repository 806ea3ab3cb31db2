// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Spawn
public import Suite

/// Finds out what is wrong with an adapter, whatever its port answers.
public struct AdapterExaminer {
  let limits: PortLimits
  let plan: Examination.Plan
  private let command: [String]
  private let end: ContinuousClock.Instant
  private let models: [any VectorModel]
  private let questions: [String: [PortQuestion]]

  var report = AdapterReport()
  private(set) var hello: PortHello?
  /// The process that is talked to.
  var talk: AdapterTalk?
  /// The questions that were answered in good form, with the answers.
  var sound: [(question: PortQuestion, answer: PortAnswer)] = []
  /// How many questions had no answer.
  var silences = 0
  /// What can be asked, once the hello is there.
  private var known: [WellKnown] = []

  private init(
    _ command: [String], limits: PortLimits, examination: Examination, models: [any VectorModel]
  ) {
    (self.command, self.limits, self.models) = (command, limits, models)
    plan = examination.plan
    questions = Dictionary(grouping: examination.questions, by: \.format)
    end = .now + .milliseconds(limits.runMilliseconds)
  }

  /// Holds the conversation, with another process where one does not go on.
  public static func examine(
    _ command: [String], limits: PortLimits, examination: Examination, models: [any VectorModel]
  ) -> AdapterReport {
    var examiner = AdapterExaminer(
      command, limits: limits, examination: examination, models: models)
    examiner.converse()
    return examiner.report
  }

  private mutating func converse() {
    guard meet() else { return report.complete(because: "there is no hello to go by") }
    for known in known where hasTime { checkAnswers(of: known) }
    if !sound.isEmpty {
      if hasTime { checkTogether() }
      if hasTime { checkUnknownMember() }
      if hasTime { checkUnknownOperation() }
    }
    if hasTime { checkBye() }
    if hasTime { checkEndOfInput() }
    report.complete(because: whyNotReached)
  }

  private var whyNotReached: String {
    if !hasTime { return "the time of the run was over" }
    return known.isEmpty
      ? "no question can be asked of what is promised"
      : "no question was answered in the right form"
  }

  private var hasTime: Bool { ContinuousClock.now < end }
}

extension AdapterExaminer {
  /// Whether there is a hello by which the port can be asked.
  private mutating func meet() -> Bool {
    let talk: AdapterTalk
    do throws(SpawnError) {
      talk = try AdapterTalk(command, limits: limits, end: end)
    } catch {
      report.add(.start, AdapterExchange(problems: [AdapterProblem("\(error)", .start)]))
      return false
    }
    report.add(.start, AdapterExchange())
    let exchange = talk.greet(plan.run, for: limits.helloMilliseconds)
    report.add(.hello, exchange)
    guard let message = exchange.hello else { return false }
    let problems = faults(in: message).compactMap(talk.problem)
    report.add(.promise, AdapterExchange(problems: problems))
    self.talk = talk
    return hello != nil
  }

  /// Reads a hello; what is wrong with it.
  private mutating func faults(in message: JSONValue) -> [PortFault] {
    let run = message["hello"]?["run"]
    var faults = PortHello.faults(in: message)
    if run?.string != plan.run {
      let found = run?.shortly ?? "nothing"
      faults.append(
        PortFault("hello.run: the text that was given is expected, \(found) found", .run))
    }
    guard let hello = try? PortHello(message) else { return faults }
    self.hello = hello
    known = models.flatMap { wellKnown($0, hello) }
    return faults
      + HelloForm(models: models, questions: questions, isWhole: plan.isWhole).faults(in: hello)
  }

  private func wellKnown(_ model: any VectorModel, _ hello: PortHello) -> [WellKnown] {
    guard let ability = hello.abilities[model.format], let own = questions[model.format] else {
      return []
    }
    return ability.operations.sorted().compactMap { WellKnown($0, of: own, hello, model) }
  }

  /// A process that is there to be asked: the last one, or another that says the same hello.
  mutating func present() -> Result<AdapterTalk, AdapterFailure> {
    if let talk, !talk.isOver { return .success(talk) }
    do throws(SpawnError) {
      let talk = try AdapterTalk(command, limits: limits, end: end)
      let exchange = talk.greet(plan.run, for: limits.helloMilliseconds)
      self.talk = talk
      guard exchange.problems.isEmpty, let message = exchange.hello else {
        return .failure(AdapterFailure(problems: exchange.problems))
      }
      if let found = try? PortHello(message), found == hello { return .success(talk) }
      let problem = talk.problem("another process says another hello", .helloOther)
      return .failure(AdapterFailure(problems: [problem]))
    } catch {
      return .failure(AdapterFailure(problems: [AdapterProblem("\(error)", .start)]))
    }
  }
}

/// Why a process cannot be asked.
struct AdapterFailure: Error {
  let problems: [AdapterProblem]
}
