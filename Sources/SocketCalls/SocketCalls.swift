// SPDX-License-Identifier: MIT

internal import CSockets

/// The calls for TCP, in a module of one file.
///
/// The optimiser of Swift 6.3.1 crashes on the bounds-safe wrappers of a module with several files.
/// Functions that can fail return a negative error number.
package enum SocketCalls {
  package static func connect(host: Span<UInt8>, port: Int32, milliseconds: Int32) -> Int32 {
    assay_socket_connect(host, port, milliseconds)
  }

  package static func write(_ file: Int32, _ bytes: Span<UInt8>, milliseconds: Int32) -> Int32 {
    assay_socket_write(file, bytes, milliseconds)
  }

  /// Reads what is there, as much as the buffer can hold.
  package static func read(
    _ file: Int32, into buffer: inout [UInt8], milliseconds: Int32
  ) -> Int32 {
    var span = buffer.mutableSpan
    return assay_socket_read(file, &span, milliseconds)
  }

  package static func close(_ file: Int32) { assay_socket_close(file) }

  package static func milliseconds() -> Int64 { assay_socket_milliseconds() }
}
