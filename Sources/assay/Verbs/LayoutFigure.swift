// SPDX-License-Identifier: MIT

internal import Suite

/// The fields of a token side by side, with the offset where each begins and its size.
struct LayoutFigure {
  private static let columns = 79

  let fields: [Inspection.FieldView]

  var text: String {
    bands.map { Self.lines($0).map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// As many fields side by side as fit.
  private var bands: [[Inspection.FieldView]] {
    var bands: [[Inspection.FieldView]] = []
    var width = Self.columns
    for field in fields {
      let added = Self.width(field) + 3
      if width + added > Self.columns {
        bands.append([])
        width = 1
      }
      width += added
      bands[bands.count - 1].append(field)
    }
    return bands
  }

  private static func lines(_ band: [Inspection.FieldView]) -> [String] {
    let rule = "+" + band.map { String(repeating: "-", count: width($0) + 2) + "+" }.joined()
    return [
      band.map { String($0.range.lowerBound).padded(width($0) + 3) }.joined().trimmed,
      rule, "|" + band.map { " \($0.name.padded(width($0) + 1))|" }.joined(), rule,
      band.map { "  " + size($0).padded(width($0) + 1) }.joined().trimmed,
    ]
  }

  private static func width(_ field: Inspection.FieldView) -> Int {
    max(field.name.count, size(field).count)
  }

  private static func size(_ field: Inspection.FieldView) -> String {
    field.range.count == 1 ? "1 byte" : "\(field.range.count) bytes"
  }
}

extension String {
  /// Without the blanks at the end.
  fileprivate var trimmed: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
