// SPDX-License-Identifier: MIT

public import Files
internal import JSON
internal import Synchronization

/// The answers of a port on disk, each as soon as it came: what `PORT < questions > answers` would
/// have written.
public final class AnswerFile: Sendable {
  private let output: OutputFile
  private let hasHello: Mutex<Bool>

  /// `isBegun` says whether the file has a hello already.
  public init(_ output: OutputFile, isBegun: Bool = false) {
    self.output = output
    hasHello = Mutex(isBegun)
  }

  /// Of several processes of a port the first says hello for all.
  func begin(_ hello: PortHello) throws(FileError) {
    let isFirst = hasHello.withLock { has in
      defer { has = true }
      return !has
    }
    if isFirst { try write(hello.value.encoded) }
  }

  func write(_ message: JSONObject) throws(FileError) {
    try write(JSONValue.object(message).encoded)
  }

  /// Whole lines in one call, so that lines of several processes do not mix.
  func write(_ line: [UInt8]) throws(FileError) {
    try output.write(line + [UInt8(ascii: "\n")])
  }
}
