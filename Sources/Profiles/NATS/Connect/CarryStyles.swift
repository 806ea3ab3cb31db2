// SPDX-License-Identifier: MIT

internal import JSON

/// How the languages write text as JSON.
extension HostJSON {
  static let carryPlain = carry(numbers: .asWritten) { _ in }
  static let carryGo = carry(numbers: .asWritten) { style in
    style.letters = "nrt"
    style.escaped = [0x26...0x26, 0x3C...0x3C, 0x3E...0x3E, 0x2028...0x2029]
    style.broken.byte = .replace(eachByte: "\\ufffd")
    style.broken.surrogate = .replace(eachByte: "\\ufffd")
  }
  static let carryCSharp = carry(numbers: .asWritten) { style in
    style.hexIsUpperCase = true
    style.broken.surrogate = .replaceOnce("\u{FFFD}")
  }
  static let carryJava = carry(numbers: .asWritten) { $0.broken.surrogate = .replaceOnce("?") }
  static let carryPython = carry(numbers: .python) { style in
    style.escaped = [0x7F...0x10FFFF]
    style.broken.surrogate = .escape
  }
  static let carryRuby = carry(numbers: .python) { _ in }
  static let carryJavaScript = carry(numbers: .javaScript) { $0.broken.surrogate = .escape }
  static let carryPHP = carry(numbers: .php) { style in
    style.escaped = [0x80...0x10FFFF]
    style.escapesSlash = true
  }
  static let carrySwift = carry(numbers: .asWritten) { $0.escapesSlash = true }

  private static func carry(
    numbers: Numbers, _ change: (inout JSONStyle) -> Void
  ) -> HostJSON {
    var json = HostJSON()
    json.numbers = numbers
    change(&json.text)
    return json
  }
}
