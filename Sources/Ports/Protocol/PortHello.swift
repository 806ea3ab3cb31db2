// SPDX-License-Identifier: MIT

internal import Bytes
public import JSON
public import Suite

/// What a port says of itself before it is asked anything.
public struct PortHello: Equatable, Sendable {
  public static let version = "assay-port/1"

  /// What a port can be asked of one format.
  public struct Ability: Equatable, Sendable {
    public let operations: Set<String>
    /// What can be given in place of its clock (`now`) and of its randomness.
    public let injectable: Set<String>
  }

  /// The text that names the run, as it was given to the port.
  public let run: String
  public let name: String
  public let language: String
  public let portVersion: String
  public let abilities: [String: Ability]
  /// How many questions may be under way.
  public let inFlight: Int
  /// Refusals that look the same from outside.
  public let indistinct: [Set<String>]
  /// The choices that it makes, by the ids of deviations.
  public let choices: [String]
  /// The whole message.
  public let value: JSONValue

  static let mostInFlight = 1024

  /// The order of members is free, even from one process of a port to the next.
  public static func == (left: PortHello, right: PortHello) -> Bool {
    left.value.isSame(as: right.value)
  }

  init(_ message: JSONValue) throws(PortFault) {
    value = message
    let hello = message["hello"]
    try Self.version(hello)
    run = hello?["run"]?.string ?? ""
    name = try Self.name(hello)
    language = try Self.language(hello)
    portVersion = hello?["port"]?["version"]?.string ?? ""
    abilities = try Self.abilities(hello)
    inFlight = try Self.inFlight(hello)
    indistinct = try Self.indistinct(hello)
    choices = try Self.choices(hello)
  }

  /// Everything that keeps a message from being a hello; reading it stops at the first.
  static func faults(in message: JSONValue) -> [PortFault] {
    let parts: [(JSONValue?) throws -> Any] = [
      version, name, language, abilities, inFlight, indistinct, choices,
    ]
    return parts.compactMap { part in
      do {
        _ = try part(message["hello"])
        return nil
      } catch {
        return error as? PortFault
      }
    }
  }

  private static func version(_ hello: JSONValue?) throws(PortFault) {
    guard hello?["protocol"]?.string == version else {
      throw fault("hello.protocol", "\"\(version)\"", hello?["protocol"], .protocol)
    }
  }

  private static func name(_ hello: JSONValue?) throws(PortFault) -> String {
    try text(hello?["port"]?["name"], "port.name")
  }

  private static func language(_ hello: JSONValue?) throws(PortFault) -> String {
    try text(hello?["port"]?["language"], "port.language")
  }

  private static func indistinct(_ hello: JSONValue?) throws(PortFault) -> [Set<String>] {
    try lists(hello?["cannotDistinguish"], "cannotDistinguish").map { Set($0) }
  }

  private static func choices(_ hello: JSONValue?) throws(PortFault) -> [String] {
    try texts(hello?["choices"], "choices", .choices)
  }

  private static func abilities(_ hello: JSONValue?) throws(PortFault) -> [String: Ability] {
    let value = hello?["formats"]
    guard let formats = value?.object, !formats.members.isEmpty else {
      throw fault("hello.formats", "an object of formats", value, .formats)
    }
    var abilities: [String: Ability] = [:]
    for member in formats.members {
      let place = "formats.\(member.name.display)"
      guard member.value.object != nil else {
        throw fault("hello.\(place)", "an object with ops", member.value, .formats)
      }
      abilities[member.name.display] = Ability(
        operations: Set(try texts(member.value["ops"], "\(place).ops", .formats)),
        injectable: Set(try texts(member.value["inject"], "\(place).inject", .formats)))
    }
    return abilities
  }

  private static func inFlight(_ hello: JSONValue?) throws(PortFault) -> Int {
    guard let value = hello?["inFlight"] else { return 1 }
    guard let number = value.int, 1...mostInFlight ~= number else {
      throw fault("hello.inFlight", "a number of 1 to \(mostInFlight)", value, .inFlight)
    }
    return number
  }

  private static func text(_ value: JSONValue?, _ place: String) throws(PortFault) -> String {
    guard let text = value?.string, !text.isEmpty else {
      throw fault("hello.\(place)", "a text", value, .port)
    }
    return text
  }

  private static func texts(
    _ value: JSONValue?, _ place: String, _ mistake: AdapterMistake
  ) throws(PortFault) -> [String] {
    guard let value else { return [] }
    let texts = value.array?.map(\.string) ?? [nil]
    guard !texts.contains(nil) else {
      throw fault("hello.\(place)", "a list of texts", value, mistake)
    }
    return texts.compactMap(\.self)
  }

  private static func lists(
    _ value: JSONValue?, _ place: String
  ) throws(PortFault) -> [[String]] {
    guard let value else { return [] }
    guard let lists = value.array else {
      throw fault("hello.\(place)", "a list of lists of texts", value, .indistinct)
    }
    var found: [[String]] = []
    for list in lists { found.append(try texts(list, place, .indistinct)) }
    return found
  }

  private static func fault(
    _ place: String, _ wanted: String, _ found: JSONValue?, _ mistake: AdapterMistake
  ) -> PortFault {
    PortFault("\(place): \(wanted) is expected, \(found?.shortly ?? "nothing") found", mistake)
  }
}

extension PortHello {
  /// What the port reads of a question, or nothing where it does not promise to answer.
  func line(for question: PortQuestion) -> [UInt8]? {
    reading(of: question).map { question.line(asking: $0) }
  }

  /// A vector as the port can be asked it: with its own clock and randomness where none can be given.
  public func reading(of question: PortQuestion) -> VectorQuestion? {
    var asked = question.vector.question
    guard let ability = abilities[question.format], ability.operations.contains(asked.op) else {
      return nil
    }
    let drawn = asked.inject.members.map(\.name.display)
    if !ability.injectable.isSuperset(of: drawn) { asked.inject = [:] }
    guard case .second = asked.now, !ability.injectable.contains("now") else { return asked }
    asked.now = .ownClock
    return asked.op == VectorQuestion.open ? nil : asked
  }
}
