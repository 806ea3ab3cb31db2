// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files

/// Whether the files of a format keep the rules that no schema can state.
public struct VectorLint {
  private let model: any VectorModel
  private let clauses: ClauseSet
  private let index: VectorIndex
  private let files: [(file: VectorFile, bytes: [UInt8])]
  private let vectors: [Vector]

  public init(_ model: any VectorModel, clauses: ClauseSet, vectors path: String) throws {
    self.model = model
    self.clauses = clauses
    index = try VectorIndex(format: model.format, vectors: path)
    files = try VectorFolder.paths(of: model.format, in: path).map { name in
      let bytes = try InputFile.contents(of: "\(path)/\(name)", limit: 8 << 20)
      return (try VectorFile(bytes, of: "\(path)/\(name)"), bytes)
    }
    vectors = files.flatMap(\.file.vectors)
  }

  public var fileCount: Int { files.count }
  public var vectorCount: Int { vectors.count }

  public var faults: [String] {
    files.flatMap(faults) + vectors.flatMap(faults) + repeated + index.faults(of: vectors)
  }

  // MARK: - Files

  private func faults(of file: VectorFile, _ bytes: [UInt8]) -> [String] {
    let flags = Set(file.vectors.flatMap(\.flags))
    let notes = Set(file.notes.map(\.flag))
    var faults: [String] = []
    if bytes.count >= VectorFile.largest {
      faults.append("it has \(bytes.count) bytes; a file of 200 KB cannot be pasted")
    }
    if bytes != file.text { faults.append("it is not laid out as the generator does") }
    if file.vectors.isEmpty { faults.append("it has no vector") }
    if file.about.isEmpty { faults.append("it does not say what it is about") }
    for flag in flags.symmetricDifference(notes).sorted() {
      faults.append(notes.contains(flag) ? "nobody uses the note \(flag)" : "\(flag) has no note")
    }
    if let vector = file.vectors.first(where: { $0.question.op != file.op }) {
      faults.append("\(vector.id) is of another op")
    }
    return faults.map { "\(file.path): \($0)" }
  }

  private var repeated: [String] {
    var seen: Set<String> = []
    return vectors.filter { !seen.insert($0.id).inserted }.map { "\($0.id): the id stands twice" }
  }

  // MARK: - Vectors

  private func faults(of vector: Vector) -> [String] {
    var faults: [String] = []
    if !hasPlainID(vector) { faults.append("the id is not FORMAT.OP.NAME in small letters") }
    if vector.clauses.isEmpty { faults.append("it names no clause") }
    for id in vector.clauses where clauses[id] == nil { faults.append("there is no clause \(id)") }
    if let level = weight(of: vector), level != vector.level {
      faults.append("its clauses say \(level.rawValue), it says \(vector.level.rawValue)")
    }
    if vector.flags.isEmpty { faults.append("it has no flag") }
    if vector.comment.isEmpty || vector.comment.hasSuffix(".") {
      faults.append("a comment is expected, without a full stop")
    }
    faults += derivation(of: vector)
    return faults.map { "\(vector.id): \($0)" }
  }

  private func hasPlainID(_ vector: Vector) -> Bool {
    let prefix = "\(model.format).\(vector.question.op)."
    let name = vector.id.dropFirst(prefix.count)
    return vector.id.hasPrefix(prefix) && !name.isEmpty
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// The strongest level of a vector's clauses.
  private func weight(of vector: Vector) -> ClauseLevel? {
    let levels = vector.clauses.compactMap { clauses[$0]?.level }
    return ClauseLevel.allCases.first { levels.contains($0.rawValue) }
  }

  private func derivation(of vector: Vector) -> [String] {
    guard let derivation = vector.derivation else { return [] }
    var faults: [String] = []
    if !vectors.contains(where: { $0.id == derivation.parent }) {
      faults.append("there is no vector \(derivation.parent)")
    }
    if !model.edits.contains(where: { $0.id == derivation.edit }) {
      faults.append("there is no edit \(derivation.edit)")
    }
    return faults
  }
}
