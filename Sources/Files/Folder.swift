// SPDX-License-Identifier: MIT

internal import SystemCalls

/// Questions about what is where.
public enum Folder {
  public enum Kind: Sendable {
    case nothing
    case file
    case folder
  }

  public static func kind(of path: String) -> Kind {
    switch SystemCalls.kind(path) {
    case 1: .file
    case 2: .folder
    default: .nothing
    }
  }

  /// Makes a folder, and those that it is in, where they are not there.
  public static func create(_ path: String) throws(FileError) {
    guard kind(of: path) != .folder, !path.isEmpty else { return }
    if let slash = path.lastIndex(of: "/") { try create(String(path[..<slash])) }
    let status = SystemCalls.createFolder(path)
    guard status >= 0 else { throw FileError(path: path, status: status) }
  }

  /// Removes a file, where it is there.
  public static func remove(file path: String) throws(FileError) {
    let status = SystemCalls.removeFile(path)
    guard status >= 0 else { throw FileError(path: path, status: status) }
  }

  /// The names in a folder, sorted, without those that begin with a dot.
  public static func names(in path: String) throws(FileError) -> [String] {
    var capacity = 1 << 14
    while true {
      let (length, bytes) = SystemCalls.names(in: path, capacity: capacity)
      guard length >= 0 else { throw FileError(path: path, status: length) }
      guard length > capacity else {
        return bytes[..<Int(length)].split(separator: 0)
          .map { String(decoding: $0, as: UTF8.self) }
          .filter { !$0.hasPrefix(".") }.sorted()
      }
      capacity = Int(length) + 1 << 12
    }
  }

  /// The files below a path whose name ends in a suffix: the path itself, or all in the folder.
  public static func files(below path: String, suffix: String) throws(FileError) -> [String] {
    guard kind(of: path) == .folder else { return [path] }
    var files: [String] = []
    for name in try names(in: path) {
      let child = "\(path)/\(name)"
      if kind(of: child) == .folder {
        files += try Self.files(below: child, suffix: suffix)
      } else if name.hasSuffix(suffix) {
        files.append(child)
      }
    }
    return files
  }
}
