// SPDX-License-Identifier: MIT

/// Gives headings the anchors that GitHub gives them.
struct HeadingSlugs {
  private var counts: [String: Int] = [:]

  /// The slug of a heading; the second of the same words gets `-1`, the third `-2`.
  mutating func next(_ heading: String) -> String {
    let slug = Self.slug(heading)
    var candidate = slug
    while counts[candidate] != nil {
      counts[slug, default: 0] += 1
      candidate = "\(slug)-\(counts[slug, default: 0])"
    }
    counts[candidate] = 0
    return candidate
  }

  private static func slug(_ heading: String) -> String {
    var slug = ""
    for scalar in heading.unicodeScalars {
      if scalar == " " {
        slug += "-"
      } else if isKept(scalar) {
        slug += scalar.properties.lowercaseMapping
      }
    }
    return slug
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: scalar == "-"
    }
  }
}
