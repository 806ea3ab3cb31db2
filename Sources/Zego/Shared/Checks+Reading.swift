// SPDX-License-Identifier: MIT

internal import Bytes

// Fields from a reader. A copy that does not check the end takes what is there, and 0 after it.
extension Checks {
  @_lifetime(reader: copy reader)
  func integer<Value: FixedWidthInteger>(
    _ field: String, from reader: inout ByteReader
  ) throws(Refusal) -> Value {
    do throws(FormatError) {
      return try reader.readInteger(field)
    } catch {
      try refuse(Refusal(error))
      let rest = (try? reader.readRest(field)) ?? []
      let shift = Value.bitWidth - 8 * rest.count
      return rest.reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) } << shift
    }
  }

  @_lifetime(copy reader)
  @_lifetime(reader: copy reader)
  func span(
    _ field: String, count: Int, from reader: inout ByteReader
  ) throws(Refusal) -> Span<UInt8> {
    do throws(FormatError) {
      return try reader.readSpan(field, count: count)
    } catch {
      try refuse(Refusal(error))
    }
    do throws(FormatError) {
      return try reader.readSpan(field, count: reader.remaining)
    } catch {
      throw Refusal(error)
    }
  }

  func finish(_ reader: borrowing ByteReader, after field: String) throws(Refusal) {
    do throws(FormatError) {
      try reader.finish(after: field)
    } catch {
      try refuse(Refusal(error))
    }
  }
}
