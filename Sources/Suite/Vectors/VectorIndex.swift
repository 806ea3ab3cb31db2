// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Files
internal import JSON

/// Every id that a format's vectors ever had, with a digest of its question and its expectation.
///
/// It is what keeps an id from getting another meaning.
public struct VectorIndex: Sendable {
  public static let name = "index.json"

  public let format: String
  /// The digests by id, in the order in which the ids came.
  public private(set) var digests: [(id: String, digest: String)] = []
  public private(set) var retired: [(id: String, why: String)] = []

  public init(format: String) { self.format = format }

  /// Reads `FORMAT/index.json`; a format without one has no ids yet.
  public init(format: String, vectors: String) throws {
    self.init(format: format)
    let path = "\(vectors)/\(format)/\(Self.name)"
    guard Folder.kind(of: path) == .file else { return }
    let bytes = try InputFile.contents(of: path, limit: 8 << 20)
    guard let value = try? JSONValue(parsing: bytes.span), let ids = value["vectors"]?.object,
      let retired = value["retired"]?.array
    else { throw FileError(path: path, words: "it is no index of vectors") }
    digests = ids.members.map { ($0.name.display, $0.value.string ?? "") }
    self.retired = retired.map { ($0["id"]?.string ?? "", $0["why"]?.string ?? "") }
  }

  /// Takes up new ids; an id that is gone, or that would get another meaning, is an error.
  public mutating func update(with vectors: [Vector]) throws(VectorError) {
    let faults = faults(of: vectors, complete: false)
    guard faults.isEmpty else { throw VectorError(faults.joined(separator: "\n")) }
    let known = Set(digests.map(\.id))
    digests += vectors.filter { !known.contains($0.id) }.map { ($0.id, $0.digest) }
  }

  /// What of the index and the vectors does not agree.
  public func faults(of vectors: [Vector], complete: Bool = true) -> [String] {
    let found = Dictionary(vectors.map { ($0.id, $0) }) { first, _ in first }
    let known = Dictionary(digests.map { ($0.id, $0.digest) }) { first, _ in first }
    let gone = Set(retired.map(\.id))
    return digests.compactMap { id, digest in
      guard let vector = found[id] else {
        return gone.contains(id) ? nil : "\(id): it is gone; an id can be retired, not removed"
      }
      return vector.digest == digest
        ? nil : "\(id): its question or expectation is another; a new meaning needs a new id"
    }
      + vectors.compactMap { vector in
        if gone.contains(vector.id) { return "\(vector.id): the id is retired" }
        return complete && known[vector.id] == nil ? "\(vector.id): it is not in the index" : nil
      }
  }

  public var text: [UInt8] {
    let ids = JSONObject(digests.map { .init(name: Text($0.id), value: .string($0.digest)) })
    let gone = retired.map { JSONValue.object(["id": .string($0.id), "why": .string($0.why)]) }
    let object: JSONObject = [
      "format": .string(format), "vectors": .object(ids), "retired": .array(gone),
    ]
    return JSONValue.object(object).laidOut()
  }
}

extension Vector {
  private static let meaning = ["op", "now", "world", "in", "inject", "compare", "expect"]
  private static let digestLength = 16

  /// Of what an id means: the question and the expectation, not the words about them.
  public var digest: String {
    let json = json
    let meaning = JSONObject(json.members.filter { Self.meaning.contains($0.name.display) })
    let bytes = JSONValue.object(meaning).encoded
    let hash = (try? Digest.sha256.hash(bytes.span)) ?? []
    return String(Hex.encode(hash).prefix(Self.digestLength))
  }
}
