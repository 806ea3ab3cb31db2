// SPDX-License-Identifier: MIT

public import Files
internal import JSON

/// Joins the answers to the parts of one examination.
public struct AnswerMerge {
  private var plan: Examination.Plan?
  private var hello: PortHello?
  private var parts: Set<Int> = []
  private var messages: [String: JSONValue] = [:]

  public init() {}

  /// Takes the answers to a part; all parts are of one run and one port.
  public mutating func add(_ answers: PortAnswers, from path: String) throws(FileError) {
    var whole = answers.plan
    whole.shard = (1, 1)
    guard plan == nil || plan == whole, hello == nil || hello?.isSamePort(as: answers.hello) == true
    else { throw FileError(path: path, words: "the answers are of another run or another port") }
    guard parts.insert(answers.plan.shard.part).inserted else {
      throw FileError(path: path, words: "part \(answers.plan.shard.part) was given already")
    }
    (plan, hello) = (whole, answers.hello)
    messages.merge(answers.messages) { first, _ in first }
  }

  /// The file of all answers, in the order of their names.
  public var bytes: [UInt8] {
    guard let plan, let hello else { return [] }
    let lines = [hello.value(run: plan.run)] + messages.sorted { $0.key < $1.key }.map(\.value)
    return lines.flatMap(\.line)
  }
}

extension PortHello {
  fileprivate func isSamePort(as other: PortHello) -> Bool {
    value(run: "").isSame(as: other.value(run: ""))
  }

  /// The message with the name of another run.
  fileprivate func value(run: String) -> JSONValue {
    guard var hello = value["hello"]?.object else { return value }
    hello["run"] = .string(run)
    return ["hello": .object(hello)]
  }
}
