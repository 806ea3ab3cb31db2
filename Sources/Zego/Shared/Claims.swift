// SPDX-License-Identifier: MIT

internal import Bytes

/// The members of an encrypted JSON object, by their places in a table of names.
protocol Claims: ~Copyable {
  func integer<Value: FixedWidthInteger>(
    _ member: Int, in range: ClosedRange<Value>
  ) throws(Refusal) -> Value
  func string(_ member: Int) throws(Refusal) -> String
}
