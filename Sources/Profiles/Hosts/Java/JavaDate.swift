// SPDX-License-Identifier: MIT

internal import Bytes

/// A moment as Java's calendar shows it: that of Julius before 15 October 1582, then Gregory's.
struct JavaDate: CustomStringConvertible {
  let milliseconds: Int64

  private static let millisecondsADay: Int64 = 86_400_000
  /// The first day of the Gregorian calendar, counted from 1970.
  private static let cutover: Int64 = -141_427

  init(_ milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// `yyyy-MM-dd'T'HH:mm:ss'Z'`; years before the first count backwards, without a sign.
  var description: String {
    let (days, rest) = milliseconds.javaDivided(by: Self.millisecondsADay)
    let date = Self.date(days)
    let second = rest / 1000
    let year = date.year > 0 ? date.year : 1 - date.year
    let day = [date.month, date.day].map { Self.padded($0, 2) }.joined(separator: "-")
    let clock = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }
    return "\(Self.padded(year, 4))-\(day)T\(clock.joined(separator: ":"))Z"
  }

  private static func padded(_ value: Int64, _ count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }

  // MARK: - Days

  /// Years begin in March here, and the days are counted from the first March of year 0.
  private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let isGregorian = days >= cutover
    let shifted = days + (isGregorian ? 719_468 : 719_470)
    let (year, dayOfYear) = isGregorian ? gregorianYear(shifted) : julianYear(shifted)
    let index = (5 * dayOfYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    return (month <= 2 ? year + 1 : year, month, dayOfYear - (153 * index + 2) / 5 + 1)
  }

  private static func gregorianYear(_ days: Int64) -> (Int64, Int64) {
    let (era, day) = days.javaDivided(by: 146_097)
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    return (era * 400 + year, day - (365 * year + year / 4 - year / 100))
  }

  private static func julianYear(_ days: Int64) -> (Int64, Int64) {
    let (era, day) = days.javaDivided(by: 1461)
    let year = (day - day / 1460) / 365
    return (era * 4 + year, day - 365 * year)
  }

  /// The days from 1970 to a day that may lie outside its month.
  fileprivate static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let (years, index) = (month - 1).javaDivided(by: 12)
    let calendarYear = year + years
    let shiftedYear = index < 2 ? calendarYear - 1 : calendarYear
    let shiftedMonth = (index + 10) % 12
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let leaps = shiftedYear.javaDivided(by: 4).quotient
    let centuries =
      shiftedYear.javaDivided(by: 100).quotient - shiftedYear.javaDivided(by: 400).quotient
    let gregorian = 365 * shiftedYear + leaps - centuries + dayOfYear - 719_468
    return gregorian >= cutover
      ? gregorian : 365 * shiftedYear + leaps + dayOfYear - 719_470
  }
}

extension JavaDate {
  /// A field of a date, and what stands behind it.
  private static let fields: [[UInt16]] = ["-", "-", "T", ":", ":"].map { Array($0.utf16) }
  /// The most digits that a field is read with.
  private static let mostDigits = 9

  /// Reads `yyyy-MM-dd'T'HH:mm:ss'Z'`, or the same with `.SSS`, as leniently as Java does:
  /// fields of any width and size, blanks in front of them, anything behind the end.
  init?(iso8601 text: JavaString) {
    var rest = text.units[...]
    var values: [Int64] = []
    let separators = text.units.contains(0x2E) ? Self.fields + [[0x2E]] : Self.fields
    for separator in separators + [[0x5A]] {
      guard let value = Self.field(&rest), rest.starts(with: separator) else { return nil }
      values.append(value)
      rest = rest.dropFirst(separator.count)
    }
    let days = Self.days(year: values[0], month: values[1], day: values[2])
    let seconds = values[3] * 3600 + values[4] * 60 + values[5]
    milliseconds =
      days * Self.millisecondsADay + seconds * 1000 + (values.count > 6 ? values[6] : 0)
  }

  private static func field(_ rest: inout ArraySlice<UInt16>) -> Int64? {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    let isNegative = rest.first == 0x2D
    if isNegative { rest = rest.dropFirst() }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count <= mostDigits else { return nil }
    rest = rest.dropFirst(digits.count)
    let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    return isNegative ? -value : value
  }
}

extension Int64 {
  /// The quotient rounded down, and a remainder that is not negative.
  fileprivate func javaDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
