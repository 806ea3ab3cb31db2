// SPDX-License-Identifier: MIT

/// Something that a user may do, and until when.
public struct AgoraPrivilege: Equatable, Sendable {
  public var id: UInt16
  /// The second of its end, counted as the format says; 0 sets no end of its own.
  public var expire: UInt32

  public init(_ id: UInt16, expire: UInt32) {
    self.id = id
    self.expire = expire
  }
}

extension [AgoraPrivilege] {
  /// The first place whose privilege stood before.
  var duplicate: Int? {
    var seen: Set<UInt16> = []
    return firstIndex { !seen.insert($0.id).inserted }
  }

  var ascending: [AgoraPrivilege] { sorted { $0.id < $1.id } }
}
