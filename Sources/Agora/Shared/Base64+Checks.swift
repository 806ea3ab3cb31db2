// SPDX-License-Identifier: MIT

internal import Bytes

extension Base64 {
  /// Decodes strictly or, without that check, whatever symbols there are.
  func decode(
    _ text: Span<UInt8>, field: String, offset: Int, by checks: FormatChecks
  ) throws(FormatError) -> [UInt8] {
    do throws(FormatError) {
      return try decode(text, field: field, offset: offset)
    } catch {
      try checks.refuse(error)
      return decodeLoosely(text)
    }
  }
}
