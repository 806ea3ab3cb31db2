// SPDX-License-Identifier: MIT

/// Paths with slashes: from the top of the repository, or from the folder of the site.
enum PagePath {
  /// Where a relative path leads that stands in a file; nothing where it leaves the top.
  static func resolved(_ path: some StringProtocol, in file: String) -> String? {
    var steps = file.split(separator: "/").dropLast().map(String.init)
    for step in path.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(String(step))
      } else if steps.popLast() == nil {
        return nil
      }
    }
    return steps.joined(separator: "/")
  }

  /// The way from a file to another.
  static func relative(_ path: String, from file: String) -> String {
    let target = path.split(separator: "/")
    let folders = file.split(separator: "/").dropLast()
    let same = zip(target.dropLast(), folders).prefix { $0 == $1 }.count
    let ups = Array(repeating: "..", count: folders.count - same)
    return (ups + target.dropFirst(same).map(String.init)).joined(separator: "/")
  }

  /// The file of the site that a page becomes.
  static func output(of page: String) -> String {
    let path = page.hasPrefix("Docs/") ? String(page.dropFirst(5)) : page
    guard path.hasSuffix("README.md") else { return "\(path.dropLast(3)).html" }
    return "\(path.dropLast(9))index.html"
  }
}
