// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
public import Suite

/// A vector as a port is asked it.
public struct PortQuestion: Sendable {
  /// Opaque, and another one in every run of another seed.
  public let name: String
  public let format: String
  public let vector: Vector

  /// The line that a port reads, with the line feed.
  func line(asking asked: VectorQuestion) -> [UInt8] {
    var vector = vector
    vector.question = asked
    let members: Set<String> = ["op", "now", "world", "in", "inject"]
    let shown = vector.json.members.filter { members.contains($0.name.display) }
    let object: JSONObject = ["seq": .string(name), "format": .string(format)]
    return (object + JSONObject(shown)).line
  }
}
