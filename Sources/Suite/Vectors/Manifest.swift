// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Files

/// The files of a copy with their SHA-256, in the form of sha256sum.
public struct Manifest: Sendable {
  public static let name = "MANIFEST"

  public private(set) var entries: [(path: String, digest: String)] = []

  public init() {}

  public mutating func add(_ path: String, _ bytes: [UInt8]) {
    entries.append((path, Self.digest(of: bytes)))
  }

  /// Reads the manifest of a folder.
  public init(folder: String) throws {
    let path = "\(folder)/\(Self.name)"
    let text = String(decoding: try InputFile.contents(of: path), as: UTF8.self)
    for (index, line) in text.split(separator: "\n").enumerated() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 64, parts[1].hasPrefix(" ") else {
        throw FileError(path: path, words: "line \(index + 1) is not DIGEST  FILE")
      }
      entries.append((String(parts[1].dropFirst()), String(parts[0])))
    }
  }

  public var text: String { entries.map { "\($0.digest)  \($0.path)\n" }.joined() }

  /// What of a folder is not as the manifest says.
  public func drift(in folder: String) throws -> [String] {
    entries.compactMap { path, digest in
      guard Folder.kind(of: "\(folder)/\(path)") == .file else { return "\(path): missing" }
      guard let bytes = try? InputFile.contents(of: "\(folder)/\(path)") else {
        return "\(path): unreadable"
      }
      return Self.digest(of: bytes) == digest ? nil : "\(path): changed"
    }
  }

  /// How the files of another manifest, those of now, differ from these.
  public func changes(to now: Manifest) -> [String] {
    let (old, new) = (byPath, now.byPath)
    return now.entries.compactMap { path, digest in
      old[path] == nil
        ? "\(path): new" : old[path] == digest ? nil : "\(path): there is another one"
    } + entries.filter { new[$0.path] == nil }.map { "\($0.path): no longer there" }
  }

  private var byPath: [String: String] {
    Dictionary(entries.map { ($0.path, $0.digest) }) { first, _ in first }
  }

  private static func digest(of bytes: [UInt8]) -> String {
    Hex.encode((try? Digest.sha256.hash(bytes.span)) ?? [])
  }
}
