// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// How an answer meets what a vector expects.
public enum VectorOutcome: Equatable, Sendable {
  case met
  /// Not what is expected first, but allowed besides.
  case allowed(String)
  /// Why it is wrong.
  case broken(String)
}

extension VectorModel {
  /// Compares an answer with the expectation of a vector.
  public func outcome(of answer: VectorAnswer, to vector: Vector) -> VectorOutcome {
    switch (vector.expectation.verdict, answer) {
    case (.accept(let expected), .accepted(let found)):
      accepted(found, expected, vector)
    case (.accept, .refused(let check)): .broken("refused by \(check?.words ?? "some check")")
    case (.reject(let expected), .refused(let found)):
      refused(by: found, expected, vector.expectation.alsoAllowed)
    case (.reject(let expected), .accepted(let found)):
      mayAccept(found, vector)
        ? .allowed(Expectation.accept) : .broken("accepted in spite of \(expected.words)")
    case (_, .inexpressible): .allowed("the question cannot be stated")
    case (.reject, .crashed(let words)): .allowed("an exception: \(words)")
    case (.accept, .crashed(let words)): .broken("an exception: \(words)")
    }
  }

  private func accepted(
    _ found: JSONObject, _ expected: JSONObject, _ vector: Vector
  ) -> VectorOutcome {
    guard let comparison = vector.expectation.comparison, comparison != .bytes else {
      return told(found, expected)
    }
    guard let content = content(of: found, to: vector.question) else {
      return .broken("the answer cannot be read")
    }
    let wanted = expected["content"]?.object ?? [:]
    let shown = comparison == .content ? content : undrawn(content)
    return differing(shown, wanted, among: wanted.members + shown.members)
  }

  /// An implementation tells as much as it does, but not nothing.
  private func told(_ found: JSONObject, _ expected: JSONObject) -> VectorOutcome {
    found.members.isEmpty
      ? .broken("an answer that says nothing")
      : differing(found, expected, among: found.members)
  }

  /// Content without what an implementation draws or reads from its clock.
  public func undrawn(_ content: JSONObject) -> JSONObject {
    JSONObject(content.members.filter { !drawnNames.contains($0.name.display) })
  }

  /// The first name under which two objects differ.
  private func differing(
    _ found: JSONObject, _ expected: JSONObject, among members: [JSONObject.Member]
  ) -> VectorOutcome {
    let name = members.map(\.name.display).first { name in
      switch (found[name], expected[name]) {
      case (let left?, let right?): !left.isSame(as: right)
      case (let left, let right): left != right
      }
    }
    return name.map { .broken("another \($0)") } ?? .met
  }

  private func refused(
    by found: Check?, _ expected: Check, _ alsoAllowed: [String]
  ) -> VectorOutcome {
    guard let found else { return .met }
    if (found.stage, found.reason) == (expected.stage, expected.reason) { return .met }
    return alsoAllowed.contains(found.name)
      ? .allowed(found.name) : .broken("refused by \(found.words), not by \(expected.words)")
  }

  private func mayAccept(_ found: JSONObject, _ vector: Vector) -> Bool {
    vector.expectation.alsoAllowed.contains(Expectation.accept)
      && isFaithful(found, to: vector.question)
  }
}

extension Check {
  /// STAGE/REASON, as `alsoAllowed` has it.
  public var name: String { "\(stage.rawValue)/\(reason)" }

  /// For people: STAGE/REASON of a field.
  public var words: String { "\(name) of \(field)" }
}
