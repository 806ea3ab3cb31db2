// SPDX-License-Identifier: MIT

internal import Files

/// The files of vectors of one format.
public enum VectorFolder {
  /// What a model makes, the index too; ids that are known keep their meaning.
  public static func made(
    by model: any VectorModel, vectors path: String
  ) throws -> [GeneratedFile] {
    let files = try model.files()
    var index = try VectorIndex(format: model.format, vectors: path)
    try index.update(with: files.flatMap(\.vectors))
    let place = "\(model.format)/\(VectorIndex.name)"
    return files.map { GeneratedFile(path: $0.path, text: $0.text) }
      + [GeneratedFile(path: place, text: index.text)]
  }

  /// What stands in the folder of a format and was not made.
  public static func strangers(
    to files: [GeneratedFile], of format: String, in path: String
  ) throws -> [String] {
    let known = Set(files.map(\.path))
    return try paths(of: format, in: path).filter { !known.contains($0) }
  }

  /// The files of vectors that a folder has for a format.
  public static func paths(of format: String, in path: String) throws -> [String] {
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
