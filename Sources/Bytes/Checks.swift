// SPDX-License-Identifier: MIT

/// One check of an opener: the stage where it stands, its reason, and the field that it looks at;
/// an empty field stands for every one.
public struct Check: Hashable, Sendable {
  public let stage: Stage
  public let reason: String
  public let field: String

  public init(_ stage: Stage, _ reason: String, _ field: String) {
    self.stage = stage
    self.reason = reason
    self.field = field
  }

  /// Whether a refusal by the other check is one by this.
  public func covers(_ other: Check) -> Bool {
    (stage, reason) == (other.stage, other.reason) && (field.isEmpty || field == other.field)
  }
}

extension Refusal {
  public var check: Check { Check(stage, reason, field) }
}

/// The checks that an opener makes: all of them, or all but one in a broken copy.
///
/// It is asked only where a check fails, so that it costs nothing where a token is sound.
public struct Checks: Hashable, Sendable {
  @inlinable
  public static var all: Checks { Checks(without: nil) }
  @usableFromInline let missing: Check?

  @inlinable
  public init(without missing: Check?) {
    self.missing = missing
  }

  /// Refuses, unless the check is the one that is left out; then the caller goes on.
  public func refuse(_ refusal: Refusal) throws(Refusal) {
    guard let missing, missing.covers(refusal.check) else { throw refusal }
  }
}
