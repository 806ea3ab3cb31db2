// SPDX-License-Identifier: MIT

internal import Files

/// The files of vectors of one format, as they are or as they are made.
public struct VectorFolder: Sendable {
  public let format: String
  /// The text of each file by its path below the folder of all vectors.
  public let texts: [(path: String, text: [UInt8])]

  /// What a model makes; ids that are known keep their meaning.
  public init(making model: any VectorModel, vectors path: String) throws {
    let files = try model.files()
    var index = try VectorIndex(format: model.format, vectors: path)
    try index.update(with: files.flatMap(\.vectors))
    format = model.format
    texts =
      files.map { ($0.path, $0.text) } + [("\(model.format)/\(VectorIndex.name)", index.text)]
  }

  public func write(to path: String) throws {
    for (name, text) in texts where try contents(of: "\(path)/\(name)") != text {
      try Folder.create("\(path)/\(format)")
      try OutputFile(creating: "\(path)/\(name)").write(text)
    }
  }

  /// How the files below a folder differ from these.
  public func differences(from path: String) throws -> [String] {
    try texts.compactMap { name, text in
      let found = try contents(of: "\(path)/\(name)")
      guard found != text else { return nil }
      return found == nil ? "\(name): missing" : "\(name): it is not what the generator writes"
    } + strangers(in: path).map { "\($0): the generator does not write it" }
  }

  private func contents(of path: String) throws -> [UInt8]? {
    guard Folder.kind(of: path) == .file else { return nil }
    return try InputFile.contents(of: path, limit: 8 << 20)
  }

  /// Files of vectors that these do not have.
  private func strangers(in path: String) throws -> [String] {
    let known = Set(texts.map(\.path))
    return try VectorFolder.paths(of: format, in: path).filter { !known.contains($0) }
  }

  /// The files of vectors that a folder has for a format.
  static func paths(of format: String, in path: String) throws -> [String] {
    guard Folder.kind(of: "\(path)/\(format)") == .folder else { return [] }
    let others = ["clauses.json", VectorIndex.name]
    return try Folder.files(below: "\(path)/\(format)", suffix: ".json")
      .map { String($0.dropFirst(path.count + 1)) }
      .filter { !others.contains(String($0.dropFirst(format.count + 1))) }
  }

  /// Reads the files of a format.
  public static func files(of format: String, in path: String) throws -> [VectorFile] {
    try paths(of: format, in: path).map { try VectorFile(path: "\(path)/\($0)") }
  }
}
