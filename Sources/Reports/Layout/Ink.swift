// SPDX-License-Identifier: MIT

internal import Suite

/// A colour of a terminal.
enum Ink: String {
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"
  case bold = "1"
  case faint = "2"

  init?(_ severity: Severity) {
    let inks: [Severity: Ink] = [.security: .red, .interop: .yellow, .quality: .cyan]
    guard let ink = inks[severity] else { return nil }
    self = ink
  }
}

/// Colours text, or leaves it as it is.
struct Palette: Sendable {
  let isOn: Bool

  func paint(_ text: String, _ ink: Ink?) -> String {
    guard isOn, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }
}
