// SPDX-License-Identifier: MIT

internal import SocketCalls

/// A connection that never waits longer than it is told.
public struct TCPConnection: ~Copyable {
  public let host: String
  private let file: Int32

  private static let readSize = 4096

  public init(host: String, port: UInt16, milliseconds: Int32) throws(SocketError) {
    let name = Array(host.utf8)
    file = SocketCalls.connect(host: name.span, port: Int32(port), milliseconds: milliseconds)
    self.host = host
    guard file >= 0 else { throw SocketError(host: host, status: file) }
  }

  deinit {
    if file >= 0 { SocketCalls.close(file) }
  }

  public func write(_ bytes: Span<UInt8>, milliseconds: Int32) throws(SocketError) {
    let status = SocketCalls.write(file, bytes, milliseconds: milliseconds)
    guard status >= 0 else { throw SocketError(host: host, status: status) }
  }

  /// Appends what comes next; false where the other side has closed.
  public func read(
    into bytes: inout [UInt8], milliseconds: Int32
  ) throws(SocketError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: Self.readSize)
    let got = SocketCalls.read(file, into: &buffer, milliseconds: milliseconds)
    guard got >= 0 else { throw SocketError(host: host, status: got) }
    bytes += buffer.prefix(Int(got))
    return got > 0
  }

  /// A clock that only goes forward.
  public static var milliseconds: Int64 { SocketCalls.milliseconds() }
}
