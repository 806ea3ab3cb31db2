// SPDX-License-Identifier: MIT

internal import SystemCalls

/// A new folder that goes with everything in it when nobody holds it any more.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws(FileError) {
    let (status, path) = SystemCalls.makeTemporaryFolder()
    guard status >= 0 else { throw FileError(path: "a temporary folder", status: status) }
    self.path = path
  }

  deinit { _ = SystemCalls.removeFolder(path) }

  /// Puts a link into the folder.
  public func link(_ name: String, to target: String) throws(FileError) {
    let place = "\(path)/\(name)"
    let status = SystemCalls.link(target, at: place)
    guard status >= 0 else { throw FileError(path: place, status: status) }
  }
}
