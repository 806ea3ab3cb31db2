// SPDX-License-Identifier: MIT

/// The texts of refusals.
struct NacosHTTPWords: Hashable, Sendable {
  let unknownUser: String
  /// Whether the texts tell a code, 401 or 403, whatever the status is.
  let tellsCode: Bool

  static let unauthorized = "authorization failed!"

  func message(_ text: String, code: Int) -> String {
    tellsCode ? "Code: \(code), Message: \(text)." : text
  }
}
