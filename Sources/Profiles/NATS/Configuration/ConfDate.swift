// SPDX-License-Identifier: MIT

/// A moment as `2016-05-04T18:53:41Z`.
enum ConfDate {
  static func isValid(_ bytes: [UInt8]) -> Bool {
    let numbers = bytes.split { !(0x30...0x39).contains($0) }
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 6, (1...12).contains(numbers[1]) else { return false }
    return (1...days(in: numbers[1], of: numbers[0])).contains(numbers[2])
      && numbers[3] < 24 && numbers[4] < 60 && numbers[5] < 60
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
