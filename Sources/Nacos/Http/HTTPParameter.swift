// SPDX-License-Identifier: MIT

public import Bytes

/// A parameter of a query or a form.
public struct HTTPParameter: Equatable, Sendable {
  public let name: Text
  public let value: Text

  /// The parameters of a text, in their order.
  ///
  /// One without a name and one with a bad escape are left out.
  static func all(in text: [UInt8], as charset: HTTPCharset) -> [HTTPParameter] {
    text.split(separator: UInt8(ascii: "&")).compactMap { HTTPParameter($0, as: charset) }
  }

  private init?(_ text: ArraySlice<UInt8>, as charset: HTTPCharset) {
    let parts = text.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty,
      let name = HTTPEscapes.decode(first, plusIsSpace: true),
      let value = HTTPEscapes.decode(parts.dropFirst().first ?? [], plusIsSpace: true)
    else { return nil }
    self.name = charset.text(of: name)
    self.value = charset.text(of: value)
  }
}
