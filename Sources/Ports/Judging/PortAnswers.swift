// SPDX-License-Identifier: MIT

internal import Files
internal import JSON

/// The answers of a port as a file has them: its hello, then an answer a line.
public struct PortAnswers: Sendable {
  public let hello: PortHello
  public let plan: Examination.Plan
  /// By the names of the questions.
  public private(set) var answers: [String: PortAnswer] = [:]
  /// The same as they came.
  let messages: [String: JSONValue]
  public private(set) var faults: [String] = []
  /// How many lines are no message.
  public private(set) var strayLines = 0

  /// Whether a file has a whole line: a run that was stopped at once leaves less.
  public static func isBegun(_ path: String) throws -> Bool {
    var bytes: [UInt8] = []
    let file = try InputFile(path)
    while try file.read(into: &bytes, atMost: 1 << 16), !bytes.contains(UInt8(ascii: "\n")) {}
    return bytes.contains(UInt8(ascii: "\n"))
  }

  /// Whether a file begins like one: the first message is a hello.
  public static func isOne(_ path: String) -> Bool {
    guard path != "-", var file = try? LineFile(path), let line = try? file.next() else {
      return false
    }
    if case .hello = PortLine.read(line[...]).line { return true }
    return false
  }

  /// When a question was asked and answered, where the runner noted it.
  func times(of name: String) -> AnswerTimes? { messages[name].flatMap { AnswerTimes($0) } }

  public init(_ path: String) throws {
    var file = try LineFile(path)
    var hello: PortHello?
    var answers: [String: PortAnswer] = [:]
    var messages: [String: JSONValue] = [:]
    while let line = try file.next() {
      let read = PortLine.read(line[...])
      if read.hasStray { strayLines += 1 }
      let place = "line \(file.number)"
      do throws(PortFault) {
        switch read.line {
        case .hello(let message): hello = hello == nil ? try PortHello(message) : hello
        case .answer(let name, let message):
          if answers[name] == nil {
            answers[name] = try PortAnswer(message, from: .runner)
            messages[name] = message
          } else {
            faults.append("\(place): a second answer to '\(name)'")
          }
        case .stray: break
        }
      } catch {
        faults.append("\(place): \(error.words)")
      }
    }
    guard let hello else {
      throw FileError(path: path, words: "no hello of a port is in it: \(faults.first ?? "")")
    }
    guard let plan = Examination.Plan(run: hello.run) else {
      throw FileError(path: path, words: "hello.run does not name a run of this suite")
    }
    self.hello = hello
    self.plan = plan
    self.answers = answers
    self.messages = messages
  }
}
