// SPDX-License-Identifier: MIT

/// A piece of HTML that grows from its beginning to its end.
package struct HTML {
  package private(set) var text = ""

  package init() {}

  /// Appends what is HTML already.
  package mutating func raw(_ html: String) { text += html }

  /// Appends words that mean nothing but themselves.
  package mutating func words(_ words: String) { text += Self.escaped(words) }

  /// Appends an element; attributes without a value are left out.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ content: (inout HTML) -> Void
  ) {
    open(name, attributes)
    content(&self)
    text += "</\(name)>"
  }

  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], words: String
  ) {
    element(name, attributes) { $0.words(words) }
  }

  package mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    text += "<\(name)"
    for case (let name, let value?) in attributes {
      text += value.isEmpty ? " \(name)" : " \(name)=\"\(Self.escaped(value))\""
    }
    text += ">"
  }

  package mutating func line() { text += "\n" }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
