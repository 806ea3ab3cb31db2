// SPDX-License-Identifier: MIT

internal import Bytes

/// Whether the recorded server stands where an address points: on this machine, at the usual port.
enum CarryReach: Sendable {
  case open
  /// Nobody listens there.
  case closed
  /// There is no such name.
  case unknown

  static let port = 4222

  init(host: [UInt8], port: Int?) {
    let name = host.lowered.display
    let isHere =
      ["localhost", "::1", "[::1]", "0.0.0.0"].contains(name)
      || host.isFourNumbers && name.hasPrefix("127.")
    if isHere {
      self = port == Self.port ? .open : .closed
    } else {
      self = host.isFourNumbers || host.contains(":") ? .closed : .unknown
    }
  }
}
