// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
public import Suite

/// What came of one question.
public enum PortAnswer: Equatable, Sendable {
  case given(VectorAnswer)
  /// The port does not do what is asked.
  case unsupported(String)
  /// There was none: the time was over, or the process ended.
  case missing(String)

  /// The kinds of answers by the member that holds them.
  private static let kinds:
    [(name: String, read: @Sendable (JSONValue) throws(PortFault) -> PortAnswer)] = [
      ("accepted", accepted), ("refused", refused),
      ("crashed", { .given(.crashed(words($0, "type", "message"))) }),
      ("inexpressible", { _ in .given(.inexpressible) }),
      ("unsupported", { .unsupported(words($0, "what")) }),
      ("missing", { .missing(words($0, "why")) }),
    ]

  /// The names of the members by which a port answers.
  static let names = kinds.map(\.name)

  /// Who says what came of a question: the runner, too, says that there was no answer.
  enum Author {
    case port
    case runner
  }

  init(_ message: JSONValue, from author: Author) throws(PortFault) {
    let kinds = author == .port ? Self.kinds.dropLast() : Self.kinds[...]
    let found = kinds.filter { message[$0.name] != nil }
    guard found.count == 1, let kind = found.first, let value = message[kind.name] else {
      throw PortFault(
        "an answer has one of \(Self.names.dropLast().joined(separator: ", ")),"
          + " this has \(Self.members(of: message))", .kind)
    }
    self = try kind.read(value)
  }

  /// The line by which the runner notes that there was no answer.
  static func missing(_ why: String, to name: String) -> JSONObject {
    ["seq": .string(name), "missing": ["why": .string(why)]]
  }

  private static func members(of message: JSONValue) -> String {
    let names = (message.object?.members ?? []).map(\.name.display).filter { $0 != "seq" }
    return names.isEmpty ? "none" : names.map(\.cited).joined(separator: ", ")
  }

  private static func accepted(_ value: JSONValue) throws(PortFault) -> PortAnswer {
    guard let object = value.object else {
      throw PortFault("accepted: an object is expected, \(value.shortly) found", .typed)
    }
    do throws(VectorError) {
      return .given(.accepted(try JSONObject(typed: object)))
    } catch {
      let place = object.untypedPlace.joined(separator: ".")
      throw PortFault("accepted: \(error), in \(place.cited)", .typed)
    }
  }

  private static func refused(_ value: JSONValue) throws(PortFault) -> PortAnswer {
    guard value.object != nil else {
      throw PortFault("refused: an object is expected, \(value.shortly) found", .refused)
    }
    guard let stage = value["stage"]?.string, let reason = value["reason"]?.string else {
      return .given(.refused(nil))
    }
    guard let stage = Stage(rawValue: stage) else {
      throw PortFault("refused.stage: \(stage.cited) is no stage", .refused)
    }
    return .given(.refused(Check(stage, reason, value["field"]?.string ?? "")))
  }

  private static func words(_ value: JSONValue, _ names: String...) -> String {
    names.compactMap { value[$0]?.string }.filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

extension JSONObject {
  /// The names that lead to the first value that is not typed.
  fileprivate var untypedPlace: [String] {
    let wrong = members.first { (try? JSONObject(typed: JSONObject([$0]))) == nil }
    guard let wrong else { return [] }
    return [wrong.name.display] + (wrong.value["members"]?.object?.untypedPlace ?? [])
  }
}
