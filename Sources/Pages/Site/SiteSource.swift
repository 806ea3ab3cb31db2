// SPDX-License-Identifier: MIT

/// A file of the documentation; its path begins at the top of the repository.
public struct SiteSource: Sendable {
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
