// SPDX-License-Identifier: MIT

/// A part of the navigation, in its order.
enum SiteGroup: String, CaseIterable, Sendable {
  case specification = "Specification"
  case formats = "Formats"
  case guide = "Guide"
  case chinese = "中文"

  init(path: String, formats: [String]) {
    let name = path.split(separator: "/").last?.dropLast(3) ?? ""
    if path.contains("/zh/") {
      self = .chinese
    } else if path.hasPrefix("Docs/guide/") {
      self = .guide
    } else {
      self = formats.contains(String(name)) ? .formats : .specification
    }
  }

  var language: SiteLanguage { self == .chinese ? .chinese : .english }
}
