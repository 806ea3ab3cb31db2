// SPDX-License-Identifier: MIT

internal import Bytes

/// The anchors of rows: their own ids, each once.
struct RowAnchor {
  /// Those of the page itself.
  private var taken: Set<String> = ["filter", "numbers", "clauses", "findings", "rows"]

  /// The anchor of the next row, if it can have one.
  mutating func next(_ id: String) -> String? {
    let name = id.printable
    return !name.isEmpty && taken.insert(name).inserted ? name : nil
  }

  /// A link to a row; what has a meaning in an address stands as the numbers of its bytes.
  static func link(_ id: String) -> String {
    id.printable.utf8.reduce(into: "#") { link, byte in
      let scalar = Unicode.Scalar(byte)
      if isPlain(scalar) {
        link.unicodeScalars.append(scalar)
      } else {
        link += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
      }
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~", "/", ":": true
    default: false
    }
  }
}
