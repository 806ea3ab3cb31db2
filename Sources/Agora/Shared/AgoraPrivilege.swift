// SPDX-License-Identifier: MIT

internal import Bytes

/// Something that a user may do, and until when.
public struct AgoraPrivilege: Equatable, Sendable {
  public var id: UInt16
  /// The second of its end, counted as the format says; 0 sets no end of its own.
  public var expire: UInt32

  /// The bytes that one takes: privilege and privilege-expire.
  public static let size = 6

  public init(_ id: UInt16, expire: UInt32) {
    self.id = id
    self.expire = expire
  }
}

extension [AgoraPrivilege] {
  var ascending: [AgoraPrivilege] { isAscending ? self : sorted { $0.id < $1.id } }

  /// The first place whose privilege stood before.
  var duplicate: Int? {
    if isAscending { return nil }
    var seen: Set<UInt16> = []
    return firstIndex { !seen.insert($0.id).inserted }
  }

  /// Whether every privilege is above the one before it.
  private var isAscending: Bool {
    var last = -1
    for privilege in self {
      guard Int(privilege.id) > last else { return false }
      last = Int(privilege.id)
    }
    return true
  }

  /// Reads a number of privileges; none may stand twice.
  @_lifetime(reader: copy reader)
  init(
    _ count: Int, from reader: inout ByteReader, by checks: FormatChecks = .all
  ) throws(FormatError) {
    self = []
    let start = reader.offset
    reserveCapacity(Swift.min(count, reader.remaining / AgoraPrivilege.size))
    for _ in 0..<count {
      let id = try reader.readInteger("privilege", by: checks, as: UInt16.self)
      let expire = try reader.readInteger("privilege-expire", by: checks, as: UInt32.self)
      append(AgoraPrivilege(id, expire: expire))
    }
    guard let place = duplicate else { return }
    try checks.refuse(
      FormatError(
        .value, field: "privilege", offset: start + place * AgoraPrivilege.size,
        detail: "privilege \(self[place].id) stands twice"))
  }

  func write(to writer: inout ByteWriter) {
    for privilege in self {
      writer.write(privilege.id, .little)
      writer.write(privilege.expire, .little)
    }
  }
}
