// SPDX-License-Identifier: MIT

/// What holds of a value that is drawn anew for every token, over many of them.
public struct DrawnRule: Sendable {
  /// A clause and how much it weighs.
  public typealias Rule = (clause: String, level: ClauseLevel)

  /// The member of the content.
  public let name: String
  /// Two tokens do not share it.
  public let fresh: Rule
  /// It uses the whole of its range.
  public let wide: Rule
  /// How many bits an integer has; nothing where it is bytes.
  public let bits: Int?
  /// The shortest and the longest number as text; none where all take the same room.
  public let extremes: [Int64]

  public init(
    _ name: String, bits: Int?, extremes: [Int64] = [], fresh: Rule, wide: Rule
  ) {
    self.name = name
    self.bits = bits
    self.extremes = extremes
    self.fresh = fresh
    self.wide = wide
  }
}
