// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
public import Suite

/// The reference, or a broken copy of it, as a port.
public struct ReferencePort: Sendable {
  private let models: [any VectorModel]
  /// What its hello promises.
  private let abilities: [(format: String, operations: [String], drawn: [String])]
  /// What is other than in the reference, if anything.
  private let flaw: String?
  /// Whether it says so itself.
  private let isDeclared: Bool
  /// The Unix second that it is.
  private let clock: @Sendable () -> Int64

  public init(
    _ models: [any VectorModel], flaw: String? = nil, isDeclared: Bool = false,
    clock: @escaping @Sendable () -> Int64
  ) {
    self.models = models
    abilities = models.map { model in
      let questions = model.questions
      return (
        model.format, Set(questions.map(\.op)).sorted(),
        Set(questions.flatMap { $0.inject.members.map(\.name.display) }).sorted()
      )
    }
    self.flaw = flaw
    self.isDeclared = isDeclared
    self.clock = clock
  }

  /// What it answers to a line, with the line feed; nothing to a bye.
  public func answer(_ line: [UInt8]) throws(PortFault) -> [UInt8] {
    let message: JSONValue
    do throws(JSONError) {
      message = try JSONValue(parsing: line.span)
    } catch {
      throw PortFault("a line is no JSON object: \(error)")
    }
    if let hello = message["hello"] { return greeting(hello["run"]).line }
    guard let name = message["seq"] else {
      guard message["bye"] != nil else { throw PortFault("hello, seq or bye is expected") }
      return []
    }
    return (["seq": name] + (try answer(to: message))).line
  }

  private func greeting(_ run: JSONValue?) -> JSONObject {
    let formats = abilities.map { ability in
      JSONObject.Member(
        name: Text(ability.format),
        value: [
          "ops": .strings(ability.operations), "inject": .strings(["now"] + ability.drawn),
        ])
    }
    var hello: JSONObject = [
      "protocol": .string(PortHello.version), "run": run ?? "",
      "port": ["name": "assay", "language": "swift", "version": .string(flaw ?? "reference")],
      "formats": .object(JSONObject(formats)), "inFlight": 64,
    ]
    if isDeclared, let flaw { hello["choices"] = .strings([flaw]) }
    return ["hello": .object(hello)]
  }

  private func answer(to message: JSONValue) throws(PortFault) -> JSONObject {
    guard let format = message["format"]?.string,
      let model = models.first(where: { $0.format == format })
    else { return ["unsupported": ["what": "the format"]] }
    let known = abilities.first { $0.format == format }?.operations
    guard let operation = message["op"]?.string, known?.contains(operation) == true else {
      return ["unsupported": ["what": "the operation"]]
    }
    var question: VectorQuestion
    do throws(VectorError) {
      question = try VectorQuestion(message)
    } catch {
      throw PortFault("\(error)")
    }
    if question.now == .ownClock { question.now = .second(clock()) }
    return model.answer(to: question, as: flaw.flatMap { model.copy(named: $0) }).message
  }
}

extension VectorModel {
  fileprivate var questions: [VectorQuestion] {
    ((try? files()) ?? []).flatMap(\.vectors).map(\.question)
  }
}

extension VectorAnswer {
  /// The answer as a port gives it.
  fileprivate var message: JSONObject {
    switch self {
    case .accepted(let object):
      return ["accepted": .object(JSONObject(object.typed.members.filter { $0.name != "content" }))]
    case .refused(let check?):
      return [
        "refused": [
          "stage": .string(check.stage.rawValue), "reason": .string(check.reason),
          "field": .string(check.field),
        ]
      ]
    case .refused(nil): return ["refused": [:]]
    case .crashed(let words): return ["crashed": ["type": "exception", "message": .string(words)]]
    case .inexpressible: return ["inexpressible": ["why": "the language cannot state it"]]
    }
  }
}
