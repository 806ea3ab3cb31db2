// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
  static let predict = Verb(
    name: "predict", operands: "[PATH...]",
    words: "Write what the profiles predict for the questions of recordings, in the form of a"
      + " recording; `recovered` holds what was taken back out of the recorded answer.",
    flags: [.output, .only],
    examples: ["assay predict recordings/zego-03/go.jsonl"],
    run: PredictRun.run)
}

/// Writes predictions.
private enum PredictRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let paths =
      invocation.operands.isEmpty
      ? try Library(invocation).recordings()
      : try invocation.operands.flatMap { try Folder.files(below: $0, suffix: ".jsonl") }
    let output =
      try invocation.value(.output).map { try OutputFile(creating: $0) }
      ?? OutputFile.standardOutput
    let only = invocation.value(.only).map { Glob($0) }
    for path in paths {
      var reader = try RecordingReader(path)
      guard let judge = Formats.judge(for: reader.header.format) else {
        throw UsageError("\(path): the format '\(reader.header.format)' is not known")
      }
      let seat = judge.seat(for: reader.header.assistant)
      guard seat.hasProfile else {
        throw UsageError("\(path): the assistant has no profile, nothing can be predicted")
      }
      try output.write(reader.header.value.line)
      while let batch = try reader.nextBatch() {
        var text: [UInt8] = []
        try batch.forEachRow { row, line in
          if let only, !only.matches(row.id) { return }
          text += self.line(row, seat.predict(row))
        }
        try output.write(text)
      }
    }
    return 0
  }

  private static func line(_ row: Row, _ prediction: Prediction?) -> [UInt8] {
    var members: JSONObject = [
      "id": .string(row.id), "op": .string(row.question.op), "title": .string(row.title),
      "input": .object(row.question.input.recorded),
    ]
    guard let prediction else {
      members.members.append(.init(name: "outcome", value: "unsupported"))
      members.members.append(.init(name: "reason", value: "no profile predicts this answer"))
      return members.line
    }
    members.members += prediction.answer.recorded.members
    let recovered = prediction.recovered.map {
      JSONObject.Member(name: Text($0.name), value: .string($0.value))
    }
    members.members.append(.init(name: "recovered", value: .object(JSONObject(recovered))))
    return members.line
  }
}
