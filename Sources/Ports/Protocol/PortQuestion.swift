// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
public import Suite

/// A vector as a port is asked it.
public final class PortQuestion: Sendable {
  /// Opaque, and another one in every run of another seed.
  public let name: String
  public let format: String
  public let vector: Vector

  init(name: String, format: String, vector: Vector) {
    self.name = name
    self.format = format
    self.vector = vector
  }

  /// Whether a port looks at its own clock for an answer: it is asked to, or nothing is said of the
  /// time and it has to draw what others are given.
  func readsClock(askedAs reading: VectorQuestion) -> Bool {
    switch reading.now {
    case .ownClock: true
    case .second: false
    case .timeless: reading.inject != vector.question.inject
    }
  }

  /// The line that a port reads, with the line feed.
  func line(asking asked: VectorQuestion) -> [UInt8] {
    (["seq": .string(name), "format": .string(format)] + asked.json).line
  }
}
