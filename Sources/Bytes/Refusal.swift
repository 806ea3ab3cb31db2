// SPDX-License-Identifier: MIT

/// Where an opener refuses, from the outermost layer to the innermost.
public enum Stage: String, Sendable, CaseIterable {
  case encoding
  case structure
  case crypto
  case claims
  case time
  case policy
}

/// A verdict against a token: the stage, the reason in the words of the vectors, and the place.
public struct Refusal: Error, Equatable, Sendable {
  public let stage: Stage
  /// A word of the format's closed list.
  public let reason: String
  public let field: String
  /// The offset in the layer that the field belongs to, where one byte can be named.
  public let offset: Int?
  /// What was found and what was expected, for people.
  public let detail: String

  public init(
    _ stage: Stage, _ reason: String, field: String, offset: Int? = nil, _ detail: String
  ) {
    self.stage = stage
    self.reason = reason
    self.field = field
    self.offset = offset
    self.detail = detail
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.stage == right.stage && left.reason == right.reason && left.field == right.field
  }
}

extension Refusal: CustomStringConvertible {
  public var description: String {
    let place = offset.map { " at byte \($0)" } ?? ""
    return "\(stage.rawValue)/\(reason) in \(field)\(place): \(detail)"
  }
}
