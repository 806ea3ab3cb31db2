// SPDX-License-Identifier: MIT

internal import Glibc

/// A file without a name, gone when the process ends however it ends.
struct NamelessFile: Sendable {
  private let descriptor: Int32

  init() {
    let stream = unsafe tmpfile()
    guard let stream = unsafe stream else { fatalError("no temporary file") }
    descriptor = unsafe fileno(stream)
  }

  var path: String { "/proc/self/fd/\(descriptor)" }

  func replace(with bytes: [UInt8]) {
    let written = unsafe bytes.withUnsafeBytes { bytes in
      unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
    }
    guard written == bytes.count, ftruncate(descriptor, bytes.count) == 0 else {
      fatalError("the temporary file cannot be written")
    }
  }
}
