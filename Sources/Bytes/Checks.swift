// SPDX-License-Identifier: MIT

/// One check of an opener: the stage where it stands, its reason, and the field that it looks at.
public struct Check: Hashable, Sendable {
  public let stage: Stage
  public let reason: String
  public let field: String

  public init(_ stage: Stage, _ reason: String, _ field: String) {
    self.stage = stage
    self.reason = reason
    self.field = field
  }
}

extension Refusal {
  public var check: Check { Check(stage, reason, field) }
}

/// The checks that an opener makes: all of them, or all but one in a broken copy.
///
/// It is asked only where a check fails, so that it costs nothing where a token is sound.
public struct Checks: Hashable, Sendable {
  public static let all = Checks(without: nil)
  private let missing: Check?

  public init(without missing: Check?) {
    self.missing = missing
  }

  /// Refuses, unless the check is the one that is left out; then the caller goes on.
  public func refuse(_ refusal: Refusal) throws(Refusal) {
    guard refusal.check == missing else { throw refusal }
  }
}
