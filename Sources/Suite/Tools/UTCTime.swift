// SPDX-License-Identifier: MIT

/// A Unix second as a date of the Gregorian calendar.
public struct UTCTime: CustomStringConvertible, Sendable {
  private static let secondsADay: Int64 = 86_400
  private static let daysAnEra: Int64 = 146_097

  public let seconds: Int64

  public init(_ seconds: Int64) {
    self.seconds = seconds
  }

  public var description: String {
    let (days, second) = seconds.floored(by: Self.secondsADay)
    let (year, month, day) = Self.date(days)
    let clock = [second / 3600, second / 60 % 60, second % 60].map(Self.two).joined(separator: ":")
    return "\(year)-\(Self.two(month))-\(Self.two(day))T\(clock)Z"
  }

  /// The date of a day counted from 1970-01-01; eras of 400 years begin in March.
  private static func date(_ days: Int64) -> (Int64, Int64, Int64) {
    let shifted = days + 719_468
    let (era, dayOfEra) = shifted.floored(by: daysAnEra)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (daysAnEra - 1)) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * index + 2) / 5 + 1)
  }

  private static func two(_ value: Int64) -> String {
    value < 10 ? "0\(value)" : String(value)
  }

  /// How far away a moment is, in the largest unit that fits.
  public static func distance(from now: Int64, to then: Int64) -> String {
    let (difference, overflow) = then.subtractingReportingOverflow(now)
    guard !overflow, difference != 0 else { return overflow ? "for ever" : "now" }
    let units: [(UInt64, String)] = [
      (31_557_600, "years"), (86_400, "days"), (3600, "hours"), (60, "minutes"), (1, "seconds"),
    ]
    let magnitude = difference.magnitude
    let (size, name) = units.first { magnitude >= $0.0 * 2 } ?? (1, "seconds")
    return difference > 0 ? "in \(magnitude / size) \(name)" : "\(magnitude / size) \(name) ago"
  }
}

extension Int64 {
  /// The quotient rounded down, and a remainder that is not negative.
  fileprivate func floored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
