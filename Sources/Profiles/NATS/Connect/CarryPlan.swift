// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What the rules give for a question: one way, or several where a client draws its server.
struct CarryPlan: Equatable, Sendable {
  var ways: [Way]

  /// How the call ends: what goes over the wire, or an error.
  struct Way: Equatable, Sendable {
    var ending: CallEnding?
    /// Everything from the verb on, the end of the line too.
    var wire: [UInt8] = []
    /// The members that the order is free of, where it is.
    var isShuffled = false
    var laterLines: [String] = []
  }

  var answer: Answer { ways.first?.answer ?? Answer(.unsupported) }
}

extension CarryPlan.Way {
  init(_ ending: CallEnding) {
    self.ending = ending
  }

  /// The CONNECT line with its end.
  var line: [UInt8] {
    Array(wire.prefix { $0 != 0x0A }) + (wire.contains(0x0A) ? [0x0A] : [])
  }

  /// The lines after it that are neither CONNECT nor PING.
  var otherLines: [Text] {
    let rest = Array(wire.dropFirst(line.count))
    let lines = rest.pieces(at: "\n").dropLast().map { $0.withoutLineEnd }
    let verbs = ["CONNECT", "PING"].map { Array($0.utf8) }
    let others = lines.filter { line in
      !line.isEmpty && !verbs.contains { line.starts(with: $0) }
    }
    return others.map { Text($0) } + laterLines.map { Text($0) }
  }

  var answer: Answer {
    if let ending { return Answer(ending.outcome, error: ending.error) }
    var answer = Answer(.ok)
    answer.more.members.append(.init(name: Text(shown.name), value: .string(shown.text)))
    if !otherLines.isEmpty {
      answer.more.members.append(
        .init(name: "otherLines", value: .array(otherLines.map { .string($0) })))
    }
    return answer
  }

  /// The line as a recording has it: hex where it is not printable.
  private var shown: (name: String, text: Text) {
    let bare = line.withoutLineEnd
    return bare.allSatisfy { (0x20...0x7E).contains($0) }
      ? ("line", Text(bare)) : ("lineHex", Text(Hex.encode(line)))
  }
}

extension [UInt8] {
  /// Without the CR and LF at its end.
  var withoutLineEnd: [UInt8] { Array(reversed().drop { $0 == 0x0D || $0 == 0x0A }.reversed()) }
}

/// What a client says of itself, taken back out of its line.
struct CarryDrawn: Equatable, Sendable {
  var version: String?
}
