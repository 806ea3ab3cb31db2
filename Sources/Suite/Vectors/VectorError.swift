// SPDX-License-Identifier: MIT

/// Why a file of vectors cannot be used, for people.
public struct VectorError: Error, CustomStringConvertible, Sendable {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}
