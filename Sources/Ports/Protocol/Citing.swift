// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

extension String {
  private static let mostCited = 60

  /// What a port wrote, in quotes, cut, and without what a terminal would obey.
  var cited: String { "'\(cut(to: Self.mostCited).printable)'" }

  /// The text, with an ellipsis where it is longer.
  package func cut(to most: Int) -> String { count <= most ? self : "\(prefix(most - 1))…" }
}

extension JSONValue {
  /// The value as it was written, cut where it is long.
  var shortly: String { String(decoding: encoded, as: UTF8.self).cut(to: 60).printable }
}
