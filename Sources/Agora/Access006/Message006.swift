// SPDX-License-Identifier: MIT

public import Bytes

/// The signed part of an AccessToken 006; integers are little endian.
///
/// salt | ts | privilege-count | ( privilege | privilege-expire ) …
public struct Message006: Equatable, Sendable {
  public static let headSize = 10

  /// Drawn at random, so that no two tokens are the same.
  public var salt: UInt32
  /// The second at which the token ends.
  public var ts: UInt32
  /// In the order of the message.
  public var privileges: [AgoraPrivilege]

  public init(salt: UInt32, ts: UInt32, privileges: [AgoraPrivilege]) {
    self.salt = salt
    self.ts = ts
    self.privileges = privileges
  }
}

extension Message006 {
  /// Reads a message that fills all of its bytes, with no privilege twice.
  @_lifetime(reader: copy reader)
  public init(from reader: inout ByteReader, checks: Checks = .all) throws(FormatError) {
    let checks = FormatChecks(checks)
    salt = try reader.readInteger("salt", by: checks)
    ts = try reader.readInteger("ts", by: checks)
    let count = Int(try reader.readInteger("privilege-count", by: checks, as: UInt16.self))
    if reader.remaining != count * AgoraPrivilege.size {
      try checks.refuse(
        FormatError(
          .value, field: "privilege-count", offset: reader.offset - 2,
          detail: "\(count) privileges take \(count * AgoraPrivilege.size) bytes,"
            + " \(reader.remaining) are left"))
    }
    let whole = reader.remaining / AgoraPrivilege.size
    privileges = try [AgoraPrivilege](min(count, whole), from: &reader, by: checks)
  }

  /// The bytes to sign; nothing where there are more privileges than the count can tell.
  public var bytes: [UInt8]? {
    guard let count = UInt16(exactly: privileges.count) else { return nil }
    var writer = ByteWriter(capacity: Self.headSize + privileges.count * AgoraPrivilege.size)
    writer.write(salt, .little)
    writer.write(ts, .little)
    writer.write(count, .little)
    privileges.write(to: &writer)
    return writer.bytes
  }
}
