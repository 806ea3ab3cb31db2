// SPDX-License-Identifier: MIT

/// A file of the site; its path begins at the folder of the site.
public struct SiteFile: Equatable, Sendable {
  public let path: String
  public let text: String
}
