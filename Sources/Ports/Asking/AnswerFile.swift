// SPDX-License-Identifier: MIT

public import Files
internal import JSON
internal import Synchronization

/// The answers of a port on disk, each as soon as it came: what `PORT < questions > answers` would
/// have written.
public final class AnswerFile: Sendable {
  private let output: OutputFile
  private let first: Mutex<PortHello?>

  /// Goes on after a hello that the file has already.
  public init(_ output: OutputFile, after hello: PortHello? = nil) {
    self.output = output
    first = Mutex(hello)
  }

  /// Of all processes of a port the first says hello for all; what it said.
  func begin(_ hello: PortHello) throws(FileError) -> PortHello {
    let earlier = first.withLock { first in
      defer { first = first ?? hello }
      return first
    }
    if earlier == nil { try write(hello.value) }
    return earlier ?? hello
  }

  func write(_ message: JSONObject) throws(FileError) { try write(.object(message)) }

  /// A whole line in one call, so that lines of several processes do not mix.
  func write(_ message: JSONValue) throws(FileError) { try output.write(message.line) }
}
