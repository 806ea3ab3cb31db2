// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The type of `import` and `export`, which routes use: lists of subjects, by name.
enum ConnectPermissions {
  static func holds(_ document: JSONDocument, _ node: Int) -> Bool {
    var isName = true
    var isKnown = false
    return document.children(of: node).allSatisfy { child in
      defer { isName.toggle() }
      guard isName else { return !isKnown || isList(document, child) }
      let name = document.text(of: child).display.lowercased()
      isKnown = name == "allow" || name == "deny"
      return true
    }
  }

  private static func isList(_ document: JSONDocument, _ node: Int) -> Bool {
    switch document.node(node).kind {
    case .null: true
    case .array:
      document.children(of: node).allSatisfy {
        [.null, .string].contains(document.node($0).kind)
      }
    default: false
    }
  }
}
