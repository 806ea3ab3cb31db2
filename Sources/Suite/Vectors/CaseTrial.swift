// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON

/// The reference put to cases that were drawn, one a line.
public struct CaseTrial: Sendable {
  public private(set) var accepted = 0
  public private(set) var refused = 0
  /// The cases that the reference does not answer as expected.
  public private(set) var broken = 0
  /// The first of them, with the reason.
  public private(set) var samples: [String] = []
  private static let mostSamples = 10

  private let models: [any VectorModel]

  public init(_ models: [any VectorModel]) { self.models = models }

  public var count: Int { accepted + refused }

  /// Judges every line of a file; `-` is the standard input.
  public mutating func run(_ path: String) throws {
    var file = try LineFile(path)
    while let line = try file.next() {
      do {
        try judge(Vector(JSONValue(parsing: line.span)))
      } catch {
        throw FileError(path: path, words: "line \(file.number): \(error)")
      }
    }
  }

  private mutating func judge(_ vector: Vector) throws(VectorError) {
    let format = vector.id.prefix { $0 != "." }
    guard let model = models.first(where: { $0.format == format }) else {
      throw VectorError("'\(format)' has no vectors")
    }
    if vector.expectation.isAccept { accepted += 1 } else { refused += 1 }
    let answer = model.answer(to: vector.question, as: nil)
    guard case .broken(let why) = model.outcome(of: answer, to: vector) else { return }
    broken += 1
    if samples.count < Self.mostSamples { samples.append("\(vector.id): \(why)") }
  }
}
