// SPDX-License-Identifier: MIT

internal import Files

/// A file that the generator writes, by its path below the folder of all vectors.
public struct GeneratedFile: Sendable {
  public let path: String
  public let text: [UInt8]

  public func write(below folder: String) throws {
    guard try difference(below: folder) != nil else { return }
    let place = "\(folder)/\(path)"
    if let slash = place.lastIndex(of: "/") { try Folder.create(String(place[..<slash])) }
    try OutputFile(creating: place).write(text)
  }

  /// How the file that is there differs from this one.
  public func difference(below folder: String) throws -> String? {
    let place = "\(folder)/\(path)"
    guard Folder.kind(of: place) == .file else { return "\(path): missing" }
    let found = try InputFile.contents(of: place, limit: 8 << 20)
    return found == text ? nil : "\(path): it is not what the generator writes"
  }
}
