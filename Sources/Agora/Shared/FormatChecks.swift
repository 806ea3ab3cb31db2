// SPDX-License-Identifier: MIT

internal import Bytes

/// The checks of a reader of bytes, where a refusal is still an error of the format.
struct FormatChecks: Sendable {
  static let all = FormatChecks(.all)
  private let checks: Checks
  private let refusal: @Sendable (FormatError) -> Refusal

  init(
    _ checks: Checks, refusal: @escaping @Sendable (FormatError) -> Refusal = { Refusal($0) }
  ) {
    self.checks = checks
    self.refusal = refusal
  }

  /// Refuses, unless the check is the one that is left out.
  func refuse(_ error: FormatError) throws(FormatError) {
    guard (try? checks.refuse(refusal(error))) != nil else { throw error }
  }
}

// Without its check a field that is cut off is what there is of it, and a number's rest is 0.
extension ByteReader {
  @_lifetime(self: copy self)
  mutating func readInteger<Value: FixedWidthInteger>(
    _ field: String, by checks: FormatChecks, as type: Value.Type = Value.self
  ) throws(FormatError) -> Value {
    do throws(FormatError) {
      return try readInteger(field, .little)
    } catch {
      try checks.refuse(error)
      return try readRest(field).reversed().reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }
  }

  @_lifetime(self: copy self)
  mutating func readBytes(
    _ field: String, count: Int, by checks: FormatChecks
  ) throws(FormatError) -> [UInt8] {
    do throws(FormatError) {
      return try readBytes(field, count: count)
    } catch {
      try checks.refuse(error)
      return try readRest(field)
    }
  }

  func finish(after field: String, by checks: FormatChecks) throws(FormatError) {
    do throws(FormatError) {
      try finish(after: field)
    } catch {
      try checks.refuse(error)
    }
  }
}
