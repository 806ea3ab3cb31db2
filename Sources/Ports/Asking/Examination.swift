// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
public import Suite

/// The questions of one run, each under a name that says nothing of it.
public struct Examination: Sendable {
  /// Which vectors, and under which names: everything that it takes to find them again.
  public struct Plan: Equatable, Sendable {
    /// Where the names come from.
    public var seed: String
    /// A digest of all vectors.
    public var vectors: String
    public var formats: [String]
    public var only: [String]
    public var skip: [String]
    /// What fresh cases are drawn from; nothing where none are.
    public var challenge: String
    /// The part of the questions that is asked, and of how many parts.
    public var shard: (part: Int, of: Int)
    /// The version of the suite that asks; nothing where it is not known.
    public let suite: String

    public init(
      seed: String, vectors: String, formats: [String] = [], only: [String] = [],
      skip: [String] = [], challenge: String = "", shard: (part: Int, of: Int) = (1, 1),
      suite: String
    ) {
      self.seed = seed
      self.vectors = vectors
      self.formats = formats
      self.only = only
      self.skip = skip
      self.challenge = challenge
      self.shard = shard
      self.suite = suite
    }

    public static func == (left: Plan, right: Plan) -> Bool { left.run == right.run }
  }

  public let plan: Plan
  /// In the order in which they are asked.
  public let questions: [PortQuestion]

  /// Chooses from the vectors of the formats that are asked.
  public init(_ plan: Plan, of shelves: [(format: String, vectors: [Vector])]) {
    self.plan = plan
    let (only, skip) = (plan.only.map { Glob($0) }, plan.skip.map { Glob($0) })
    questions = shelves.flatMap { shelf in
      shelf.vectors.filter { vector in
        (only.isEmpty || only.contains { $0.matches(vector.id) })
          && !skip.contains { $0.matches(vector.id) }
      }.map { PortQuestion(name: plan.name(of: $0.id), format: shelf.format, vector: $0) }
    }.filter { plan.holds($0.name) }.sorted { $0.name < $1.name }
  }
}

extension Examination {
  /// Everything that a port is told when all questions are put to it at once.
  public var script: [UInt8] {
    RunnerMessage.hello(run: plan.run)
      + questions.flatMap { $0.line(asking: $0.vector.question) } + RunnerMessage.bye
  }
}

extension Examination.Plan {
  /// Whether nothing of the formats that a port promises is left out.
  public var isWhole: Bool {
    formats.isEmpty && only.isEmpty && skip.isEmpty && shard.of == 1
  }

  /// The text that names the run to a port and finds the questions again.
  public var run: String {
    var object: JSONObject = [
      "seed": .string(seed), "vectors": .string(vectors), "formats": .strings(formats),
      "only": .strings(only), "skip": .strings(skip), "challenge": .string(challenge),
      "shard": [.integer(shard.part), .integer(shard.of)],
    ]
    if !suite.isEmpty { object["suite"] = .string(suite) }
    return String(
      decoding: Base64.standard.encode(JSONValue.object(object).encoded, after: []), as: UTF8.self)
  }

  public init?(run: String) {
    guard let bytes = try? Base64.standard.decode(Array(run.utf8).span),
      let value = try? JSONValue(parsing: bytes.span), let seed = value["seed"]?.string,
      let vectors = value["vectors"]?.string, let shard = value["shard"]?.array,
      shard.count == 2, let part = shard[0].int, let count = shard[1].int, 1...count ~= part
    else { return nil }
    func texts(_ name: String) -> [String] { value[name]?.array?.compactMap(\.string) ?? [] }
    self.init(
      seed: seed, vectors: vectors, formats: texts("formats"), only: texts("only"),
      skip: texts("skip"), challenge: value["challenge"]?.string ?? "", shard: (part, count),
      suite: value["suite"]?.string ?? "")
  }

  /// A name that says nothing of what is asked by it.
  func name(of id: String) -> String {
    let digest = try? Digest.sha256.hash(Array("\(seed)\0\(id)".utf8).span)
    return Hex.encode(Array((digest ?? []).prefix(8)))
  }

  /// Whether a question belongs to the part that is asked.
  fileprivate func holds(_ name: String) -> Bool {
    guard shard.of > 1 else { return true }
    return (UInt64(name, radix: 16) ?? 0) % UInt64(shard.of) == UInt64(shard.part - 1)
  }
}
