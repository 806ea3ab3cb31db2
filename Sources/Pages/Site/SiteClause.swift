// SPDX-License-Identifier: MIT

/// A clause as the site links and searches it.
public struct SiteClause: Sendable {
  public let id: String
  public let level: String
  public let english: String
  public let chinese: String

  public init(id: String, level: String, english: String, chinese: String) {
    self.id = id
    self.level = level
    self.english = english
    self.chinese = chinese
  }
}
