// SPDX-License-Identifier: MIT

internal import JSON

/// The table of deviations as a file: what is known to go wrong, whatever it is used for.
public struct DeviationTable: Sendable {
  public static let name = "deviations.json"

  /// What a deviation changes.
  public enum Kind: String, Sendable {
    /// How a minter, a client or a server computes.
    case computes
    /// What an opener leaves out.
    case omits
    /// A token.
    case edits
  }

  public struct Row: Sendable {
    public let info: DeviationInfo
    public let kind: Kind
    public var formats: [String]

    public init(_ info: DeviationInfo, _ kind: Kind, formats: [String]) {
      self.info = info
      self.kind = kind
      self.formats = formats
    }
  }

  public let rows: [Row]

  /// Rows of the same id are one, with all their formats.
  public init(_ rows: [Row]) {
    var merged: [Row] = []
    var places: [String: Int] = [:]
    for row in rows {
      if let place = places[row.info.id] {
        merged[place].formats += row.formats
      } else {
        places[row.info.id] = merged.count
        merged.append(row)
      }
    }
    self.rows = merged
  }

  public var file: GeneratedFile {
    let table = JSONValue.object(["deviations": .array(rows.map { .object($0.json) })])
    return GeneratedFile(path: Self.name, text: table.laidOut())
  }
}

extension DeviationTable.Row {
  fileprivate var json: JSONObject {
    [
      "id": .string(info.id), "kind": .string(kind.rawValue), "clause": .string(info.clause),
      "severity": .string(info.severity.rawValue), "words": .string(info.words),
      "formats": .strings(formats),
    ]
  }
}
