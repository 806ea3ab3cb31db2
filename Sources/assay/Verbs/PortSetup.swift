// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Files
internal import JSON
internal import Ports
internal import Profiles
internal import Suite

extension Flag {
  static let skip = Flag("--skip", "GLOB", "leave out the vectors whose id matches")
  static let onlyVectors = Flag("--only", "GLOB", "ask the vectors whose id matches")
  static let shard = Flag("--shard", "PART/PARTS", "ask one part of the questions, as 2/3")
  static let processes = Flag("--jobs", "N", "ask N processes of the port at the same time (1)")
  static let questionTime = Flag("--timeout", "MS", "for a question, once it is the oldest (10000)")
  static let runTime = Flag("--run-timeout", "SECONDS", "for all questions (3600)")
  static let nameSeed = Flag("--seed", "TEXT", "draw the names of the questions from it")
  static let challenge = Flag("--challenge", "SEED", "ask fresh cases too, drawn from a seed")
  static let oneShot = Flag(
    "--one-shot", nil, "start the port anew for each question; exit 0 answers, 1 refuses")
  static let questionsOnly = Flag(
    "--requests-only", nil, "write the questions, for a port that is not here")

  /// What to ask a port, and how long.
  static let asking: [Flag] = [
    .type, .onlyVectors, .skip, .shard, .processes, .questionTime, .runTime, .nameSeed,
    .challenge, .oneShot,
  ]
}

/// What a port is asked, as the options say.
struct PortSetup {
  let examination: Examination
  let limits: PortLimits
  let jobs: Int

  init(_ invocation: Invocation, _ library: Library) async throws {
    let plan = try Self.plan(invocation, library)
    examination = Examination(plan, of: try await Self.shelves(for: plan, library))
    guard !examination.questions.isEmpty else {
      throw UsageError("no vector is left to be asked")
    }
    limits = try Self.limits(invocation)
    jobs = try invocation.integer(.processes, in: 1...64) ?? 1
  }

  private static func plan(
    _ invocation: Invocation, _ library: Library
  ) throws -> Examination.Plan {
    let formats = invocation.values(.type)
    for format in formats where !Formats.vectors.contains(where: { $0.format == format }) {
      throw UsageError("'\(format)' has no vectors", hint: "see 'assay list formats'")
    }
    let seed = try invocation.value(.nameSeed) ?? Self.seed()
    return Examination.Plan(
      seed: seed, vectors: try library.vectorDigest(), formats: formats,
      only: invocation.values(.onlyVectors), skip: invocation.values(.skip),
      challenge: invocation.value(.challenge) ?? "",
      shard: try shard(invocation), suite: Assay.version)
  }

  /// The questions of answers that were given before.
  static func examination(
    _ plan: Examination.Plan, _ library: Library
  ) async throws -> Examination {
    guard try library.vectorDigest() == plan.vectors else {
      throw UsageError(
        "the answers are to other vectors than these",
        hint: "ask the port again, or give --vectors DIR of the suite that asked")
    }
    return Examination(plan, of: try await shelves(for: plan, library))
  }

  private static func shelves(
    for plan: Examination.Plan, _ library: Library
  ) async throws -> [(format: String, vectors: [Vector])] {
    let models = Formats.vectors.filter {
      plan.formats.isEmpty || plan.formats.contains($0.format)
    }
    var shelves = try await VectorShelf(library).shelves(of: models)
    guard !plan.challenge.isEmpty else { return shelves }
    for (index, model) in models.enumerated() {
      shelves[index].vectors += try cases(of: model, plan.challenge)
    }
    return shelves
  }

  /// How many fresh cases a challenge has for each format.
  private static let freshCases = 100

  private static func cases(of model: any VectorModel, _ challenge: String) throws -> [Vector] {
    let text = Array(challenge.utf8)
    let digest = try Digest.sha256.hash(text.span)
    var stream = try model.cases(seed: digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    var ids: Set<String> = []
    var vectors: [Vector] = []
    for _ in 0..<freshCases {
      var line: [UInt8] = []
      stream.next(into: &line)
      let vector = try Vector(JSONValue(parsing: line.span))
      if ids.insert(vector.id).inserted { vectors.append(vector) }
    }
    return vectors
  }

  private static func limits(_ invocation: Invocation) throws -> PortLimits {
    var limits = PortLimits()
    if let time = try invocation.integer(.questionTime, in: 1...3_600_000) {
      limits.questionMilliseconds = time
    }
    if let time = try invocation.integer(.runTime, in: 1...Int64(1_000_000)) {
      limits.runMilliseconds = time * 1000
    }
    return limits
  }

  private static func seed() throws -> String {
    guard let bytes = Machine.randomBytes(8) else { throw UsageError("there is no randomness") }
    return Hex.encode(bytes)
  }

  /// From the option, or from the variables by which GitLab and Bazel share out tests.
  private static func shard(_ invocation: Invocation) throws -> (part: Int, of: Int) {
    guard let text = invocation.value(.shard) else { return shardOfSurroundings ?? (1, 1) }
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
      .compactMap { Int($0) }
    guard numbers.count == 2, let shard = shard(numbers[0], numbers[1], first: 1),
      shard.of <= 10_000
    else { throw UsageError("'--shard' wants PART/PARTS, as 2/3, not '\(text)'") }
    return shard
  }

  private static let shardVariables = [
    (part: "CI_NODE_INDEX", count: "CI_NODE_TOTAL", first: 1),
    (part: "TEST_SHARD_INDEX", count: "TEST_TOTAL_SHARDS", first: 0),
  ]

  private static var shardOfSurroundings: (part: Int, of: Int)? {
    shardVariables.lazy.compactMap { names in
      shard(number(names.part), number(names.count), first: names.first)
    }.first
  }

  private static func shard(_ part: Int?, _ count: Int?, first: Int) -> (part: Int, of: Int)? {
    guard let part, let count, count > 0, first..<first + count ~= part else { return nil }
    return (part - first + 1, count)
  }

  private static func number(_ variable: String) -> Int? {
    Machine.environment(variable).flatMap { Int($0) }
  }
}

extension Library {
  /// A digest of all vectors, by which answers say what was asked.
  func vectorDigest() throws -> String {
    var digests: [UInt8] = []
    for model in Formats.vectors {
      for path in try VectorFolder.paths(of: model.format, in: path) {
        let bytes = try InputFile.contents(of: "\(self.path)/\(path)")
        digests += try Digest.sha256.hash(bytes.span)
      }
    }
    return Hex.encode(try Digest.sha256.hash(digests.span).prefix(12))
  }
}
