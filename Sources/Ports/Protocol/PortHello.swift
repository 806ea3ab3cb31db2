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
    guard let hello = message["hello"] else { throw PortFault("hello: an object is expected") }
    guard hello["protocol"]?.string == Self.version else {
      throw PortFault("hello.protocol: \"\(Self.version)\" is expected")
    }
    run = hello["run"]?.string ?? ""
    let port = hello["port"]
    name = try Self.text(port?["name"], "port.name")
    language = try Self.text(port?["language"], "port.language")
    portVersion = port?["version"]?.string ?? ""
    abilities = try Self.abilities(hello["formats"])
    inFlight = try Self.inFlight(hello["inFlight"])
    indistinct = try Self.lists(hello["cannotDistinguish"], "cannotDistinguish").map { Set($0) }
    choices = try Self.texts(hello["choices"], "choices")
  }

  private static func abilities(_ value: JSONValue?) throws(PortFault) -> [String: Ability] {
    guard let formats = value?.object, !formats.members.isEmpty else {
      throw PortFault("hello.formats: an object of formats is expected")
    }
    var abilities: [String: Ability] = [:]
    for member in formats.members {
      let place = "formats.\(member.name.display)"
      abilities[member.name.display] = Ability(
        operations: Set(try texts(member.value["ops"], "\(place).ops")),
        injectable: Set(try texts(member.value["inject"], "\(place).inject")))
    }
    return abilities
  }

  private static func inFlight(_ value: JSONValue?) throws(PortFault) -> Int {
    guard let value else { return 1 }
    guard let number = value.int, 1...mostInFlight ~= number else {
      throw PortFault("hello.inFlight: a number of 1 to \(mostInFlight) is expected")
    }
    return number
  }

  private static func text(_ value: JSONValue?, _ place: String) throws(PortFault) -> String {
    guard let text = value?.string, !text.isEmpty else {
      throw PortFault("hello.\(place): a text is expected")
    }
    return text
  }

  private static func texts(_ value: JSONValue?, _ place: String) throws(PortFault) -> [String] {
    guard let value else { return [] }
    let texts = value.array?.map(\.string) ?? [nil]
    guard !texts.contains(nil) else {
      throw PortFault("hello.\(place): a list of texts is expected")
    }
    return texts.compactMap(\.self)
  }

  private static func lists(
    _ value: JSONValue?, _ place: String
  ) throws(PortFault) -> [[String]] {
    guard let value else { return [] }
    guard let lists = value.array else {
      throw PortFault("hello.\(place): a list of lists of texts is expected")
    }
    var found: [[String]] = []
    for list in lists { found.append(try texts(list, place)) }
    return found
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

  /// Whether the port looks at its own clock for an answer: it is asked to, or nothing is said of the
  /// time and it has to draw what others are given.
  func readsClock(for question: PortQuestion) -> Bool {
    guard let asked = reading(of: question) else { return false }
    return switch asked.now {
    case .ownClock: true
    case .second: false
    case .timeless: asked.inject != question.vector.question.inject
    }
  }
}
