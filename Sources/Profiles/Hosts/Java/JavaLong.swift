// SPDX-License-Identifier: MIT

internal import Bytes

/// A number as `Long.parseLong` reads it: a sign, and decimal digits of any script.
struct JavaLong {
  let value: Int64

  init?(_ text: JavaString) {
    let scalars = Array(text.display.unicodeScalars)
    let isSigned = scalars.first == "-" || scalars.first == "+"
    let digits = scalars.dropFirst(isSigned ? 1 : 0)
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for scalar in digits {
      guard scalar.value <= 0xFFFF, scalar.properties.generalCategory == .decimalNumber,
        let digit = scalar.properties.numericValue.flatMap({ Int64(exactly: $0) })
      else { return nil }
      let (tens, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, past) = tens.addingReportingOverflow(scalars.first == "-" ? -digit : digit)
      guard !over, !past else { return nil }
      value = sum
    }
    self.value = value
  }
}
