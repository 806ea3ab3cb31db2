// SPDX-License-Identifier: MIT

internal import Bytes
internal import CFiles

/// What the operating system answered about a file.
public struct FileError: Error, Equatable, Sendable {
  public let path: String
  public let words: String

  public init(path: String, words: String) {
    self.path = path
    self.words = words
  }

  init(path: String, status: Int32) {
    self.path = path
    words = text(capacity: 256) { assay_error_words(-status, &$0) } ?? "error \(-status)"
  }
}

extension FileError: CustomStringConvertible {
  public var description: String { "\(path): \(words)" }
}

/// The text that a call writes into a buffer, or nothing where it fails.
func text(capacity: Int, _ call: (inout MutableSpan<UInt8>) -> Int32) -> String? {
  var bytes = [UInt8](repeating: 0, count: capacity)
  var span = bytes.mutableSpan
  let length = call(&span)
  guard length >= 0, length <= capacity else { return nil }
  return String(decoding: bytes[..<Int(length)], as: UTF8.self)
}
