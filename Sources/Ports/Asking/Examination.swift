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

    public init(
      seed: String, vectors: String, formats: [String] = [], only: [String] = [],
      skip: [String] = [], challenge: String = "", shard: (part: Int, of: Int) = (1, 1)
    ) {
      self.seed = seed
      self.vectors = vectors
      self.formats = formats
      self.only = only
      self.skip = skip
      self.challenge = challenge
      self.shard = shard
    }

    public static func == (left: Plan, right: Plan) -> Bool { left.run == right.run }
  }

  public let plan: Plan
  /// In the order in which they are asked.
  public let questions: [PortQuestion]

  /// Chooses from all vectors, given by their formats.
  public init(_ plan: Plan, of shelves: [(format: String, vectors: [Vector])]) {
    self.plan = plan
    let (only, skip) = (plan.only.map { Glob($0) }, plan.skip.map { Glob($0) })
    let wanted = shelves.filter { plan.formats.isEmpty || plan.formats.contains($0.format) }
    questions = wanted.flatMap { shelf in
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
    let hello: JSONObject = [
      "hello": ["protocol": .string(PortHello.version), "run": .string(plan.run)]
    ]
    return JSONValue.object(hello).encoded + [UInt8(ascii: "\n")]
      + questions.flatMap { $0.line(asking: $0.vector.question) } + Array("{\"bye\":{}}\n".utf8)
  }
}

extension Examination.Plan {
  /// Whether nothing of the formats that a port promises is left out.
  public var isWhole: Bool {
    formats.isEmpty && only.isEmpty && skip.isEmpty && shard.of == 1
  }

  /// The text that names the run to a port and finds the questions again.
  public var run: String {
    let object: JSONObject = [
      "seed": .string(seed), "vectors": .string(vectors), "formats": .strings(formats),
      "only": .strings(only), "skip": .strings(skip), "challenge": .string(challenge),
      "shard": [.integer(shard.part), .integer(shard.of)],
    ]
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
      skip: texts("skip"), challenge: value["challenge"]?.string ?? "", shard: (part, count))
  }

  fileprivate func name(of id: String) -> String {
    let digest = try? Digest.sha256.hash(Array("\(seed)\0\(id)".utf8).span)
    return Hex.encode(Array((digest ?? []).prefix(8)))
  }

  /// Whether a question belongs to the part that is asked.
  fileprivate func holds(_ name: String) -> Bool {
    guard shard.of > 1 else { return true }
    return (UInt64(name, radix: 16) ?? 0) % UInt64(shard.of) == UInt64(shard.part - 1)
  }
}

/// A vector as a port is asked it.
public struct PortQuestion: Sendable {
  /// Opaque, and another one in every run of another seed.
  public let name: String
  public let format: String
  public let vector: Vector

  /// The line that a port reads, with the line feed.
  func line(asking asked: VectorQuestion) -> [UInt8] {
    var vector = vector
    vector.question = asked
    let members: Set<String> = ["op", "now", "world", "in", "inject"]
    let shown = vector.json.members.filter { members.contains($0.name.display) }
    let object: JSONObject = ["seq": .string(name), "format": .string(format)]
    return JSONValue.object(object + JSONObject(shown)).encoded + [UInt8(ascii: "\n")]
  }
}
