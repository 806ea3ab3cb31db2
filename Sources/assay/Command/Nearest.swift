// SPDX-License-Identifier: MIT

/// The known word that a mistyped one is closest to, if one is close.
func nearest(to word: String, in known: [String]) -> String? {
  let best = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
  guard let best, best.1 <= max(2, word.count / 3) else { return nil }
  return best.0
}

/// How many insertions, deletions and replacements lead from one word to the other.
private func distance(_ from: String, _ to: String) -> Int {
  let (from, to) = (Array(from), Array(to))
  var row = Array(0...to.count)
  for (index, character) in from.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in to.indices {
      let cost =
        to[column] == character ? diagonal : 1 + min(diagonal, row[column], row[column + 1])
      diagonal = row[column + 1]
      row[column + 1] = cost
    }
  }
  return row[to.count]
}
