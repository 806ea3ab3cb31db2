// SPDX-License-Identifier: MIT

internal import Files
internal import Pages

/// The folder of a site, in which nothing is deleted but files of an earlier site.
struct SiteFolder {
  /// Lists the files of the site, and tells a later run that the folder is one.
  private static let marker = "assay-site.txt"

  private let path: String
  /// The files of the earlier site.
  private let earlier: [String]

  init(_ path: String) throws {
    self.path = path
    let list = "\(path)/\(Self.marker)"
    if Folder.kind(of: list) == .file {
      earlier = String(decoding: try InputFile.contents(of: list), as: UTF8.self)
        .split(separator: "\n").map(String.init)
      return
    }
    earlier = []
    guard Folder.kind(of: path) != .file else { throw UsageError("\(path) is a file") }
    if Folder.kind(of: path) == .folder, try !Folder.names(in: path).isEmpty {
      throw UsageError("\(path) has files that are of no site", hint: "give an empty folder")
    }
  }

  func write(_ files: [SiteFile]) throws {
    let names = files.map(\.path).sorted()
    try write(Self.marker, names.map { "\($0)\n" }.joined())
    for name in earlier where !names.contains(name) && isBelow(name) {
      try Folder.remove(file: "\(path)/\(name)")
    }
    for file in files { try write(file.path, file.text) }
  }

  /// Whether a name of the list leads into this folder, as every name does that was written here.
  private func isBelow(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
      && (name.hasSuffix(".html") || name.hasSuffix(".css") || name.hasSuffix(".js"))
  }

  private func write(_ name: String, _ text: String) throws {
    let place = "\(path)/\(name)"
    if let slash = place.lastIndex(of: "/") { try Folder.create(String(place[..<slash])) }
    try OutputFile(creating: place).write(text)
  }
}
