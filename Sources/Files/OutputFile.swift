// SPDX-License-Identifier: MIT

internal import SystemCalls

/// A file, the standard output or the standard error, written to from its beginning.
public final class OutputFile: Sendable {
  public static var standardOutput: OutputFile {
    OutputFile(path: "standard output", descriptor: 1)
  }
  public static var standardError: OutputFile { OutputFile(path: "standard error", descriptor: 2) }

  private let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  public convenience init(creating path: String) throws(FileError) {
    self.init(path: path, descriptor: SystemCalls.create(path))
    guard descriptor >= 0 else { throw FileError(path: path, status: descriptor) }
  }

  /// A file that is written to behind what it has.
  public convenience init(appendingTo path: String) throws(FileError) {
    self.init(path: path, descriptor: SystemCalls.append(path))
    guard descriptor >= 0 else { throw FileError(path: path, status: descriptor) }
  }

  deinit {
    if descriptor > 2 { SystemCalls.close(descriptor) }
  }

  public var isTerminal: Bool { SystemCalls.isTerminal(descriptor) }

  public func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let rest = bytes.span.extracting(written..<bytes.count)
      let status = SystemCalls.write(descriptor, rest)
      guard status >= 0 else { throw FileError(path: path, status: status) }
      written += Int(status)
    }
  }

  public func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8))
  }
}
