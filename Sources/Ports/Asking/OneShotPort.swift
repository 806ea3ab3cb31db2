// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON
internal import Spawn
internal import Suite

/// A port that is started anew for each question, as a shell script likes it.
///
/// The question is on its standard input. Exit status 0 is an answer, 1 a refusal, everything else a
/// crash.
struct OneShotPort {
  let command: [String]
  let limits: PortLimits

  /// What the runner says for a port that cannot say it.
  func hello(for questions: [PortQuestion], run: String) throws(PortFault) -> PortHello {
    let formats = Set(questions.map(\.format)).sorted().map { format in
      let asked = questions.filter { $0.format == format }.map(\.vector.question)
      let drawn = Set(asked.flatMap { $0.inject.members.map(\.name.display) } + ["now"])
      return (format, Self.ability(Set(asked.map(\.op)), drawn))
    }
    var abilities = JSONObject()
    for (format, ability) in formats { abilities[format] = ability }
    let name = command.first?.split(separator: "/").last.map(String.init) ?? ""
    return try PortHello([
      "hello": [
        "protocol": .string(PortHello.version), "run": .string(run),
        "port": ["name": .string(name), "language": "unknown"], "formats": .object(abilities),
      ]
    ])
  }

  private static func ability(_ operations: Set<String>, _ drawn: Set<String>) -> JSONValue {
    ["ops": .strings(operations.sorted()), "inject": .strings(drawn.sorted())]
  }

  func answer(to question: PortQuestion) -> JSONObject {
    let name: JSONObject = ["seq": .string(question.name)]
    do throws(SpawnError) {
      let result = try ChildProcess.run(
        executable: command.first ?? "", arguments: Array(command.dropFirst()),
        input: question.line(asking: question.vector.question),
        timeoutMilliseconds: limits.questionMilliseconds, outputLimit: limits.outputBytes)
      return name + Self.message(result, to: question.vector.question.op)
    } catch {
      return PortAnswer.missing(error.description, to: question.name)
    }
  }

  private static func message(_ result: ChildResult, to operation: String) -> JSONObject {
    let text = String(decoding: result.output.lines.last ?? [], as: UTF8.self)
    switch result.status {
    case .exited(0):
      if let object = (try? JSONValue(parsing: text))?.object {
        return ["accepted": .object(object)]
      }
      return [
        "accepted": .object([operation == "carry" ? "line" : "token": ["text": .string(text)]])
      ]
    case .exited(1):
      let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
      return parts.count == 2
        ? ["refused": ["stage": .string(parts[0]), "reason": .string(parts[1])]] : ["refused": [:]]
    case .timedOut, .flooded: return ["missing": ["why": .string(result.status.description)]]
    case .exited, .signalled:
      return ["crashed": ["type": .string(result.status.description), "message": ""]]
    }
  }
}

extension [UInt8] {
  fileprivate var lines: [SubSequence] { split(separator: UInt8(ascii: "\n")) }
}
