// SPDX-License-Identifier: MIT

extension String {
  /// The text with other words for some scalars; a mark that joins a scalar hides none.
  func replacing(_ words: (Unicode.Scalar) -> String?) -> String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if let words = words(scalar) {
        text += words
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
