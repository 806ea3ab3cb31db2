// SPDX-License-Identifier: MIT

public import Bytes

/// The signed part of an AccessToken 007; integers are little endian, a text has its length first.
///
/// app-id | issue-ts | expire | salt | service-count | services
///
/// | field | type | meaning |
/// |---|---|---|
/// | app-id | text of 32 hexadecimal digits | the app |
/// | issue-ts | 32 bits | the second of making |
/// | expire | 32 bits | how many seconds after that the token ends |
/// | salt | 32 bits | drawn at random |
/// | services | one or more, ascending by type | what the token opens |
public struct Info007: Equatable, Sendable {
  public var appID: Text
  public var issueTs: UInt32
  public var expire: UInt32
  public var salt: UInt32
  public var services: [Service007]

  public init(
    appID: Text, issueTs: UInt32, expire: UInt32, salt: UInt32, services: [Service007]
  ) {
    self.appID = appID
    self.issueTs = issueTs
    self.expire = expire
    self.salt = salt
    self.services = services
  }

  /// The second at which the token ends.
  public var end: Int64 { Int64(issueTs) + Int64(expire) }
}

extension Info007 {
  /// Reads what fills all of its bytes; the services may stand in any order.
  @_lifetime(reader: copy reader)
  public init(from reader: inout ByteReader) throws(FormatError) {
    try self.init(from: &reader, by: .all)
  }

  @_lifetime(reader: copy reader)
  init(from reader: inout ByteReader, by checks: FormatChecks) throws(FormatError) {
    appID = try reader.readText("app-id-length", "app-id", by: checks)
    if !appID.isHexID {
      try checks.refuse(
        FormatError(
          .value, field: "app-id", offset: reader.offset - appID.bytes.count,
          detail: "32 hexadecimal digits are expected"))
    }
    issueTs = try reader.readInteger("issue-ts", by: checks)
    expire = try reader.readInteger("expire", by: checks)
    salt = try reader.readInteger("salt", by: checks)
    let count = try reader.readInteger("service-count", by: checks, as: UInt16.self)
    if count == 0 {
      try checks.refuse(
        FormatError(
          .value, field: "service-count", offset: reader.offset - 2,
          detail: "at least one service is expected"))
    }
    services = []
    for _ in 0..<count {
      if let service = try Service007(from: &reader, by: checks) { services.append(service) }
    }
    try reader.finish(after: "services", by: checks)
  }

  /// The bytes to sign, everything in the order in which it stands here.
  public var bytes: [UInt8] {
    get throws(FormatError) {
      var writer = ByteWriter(capacity: 128)
      try writer.write(appID, "app-id")
      writer.write(issueTs, .little)
      writer.write(expire, .little)
      writer.write(salt, .little)
      try writer.write(count: services.count, "service-count")
      for service in services { try service.write(to: &writer) }
      return writer.bytes
    }
  }

  /// The services ascending by type, those of one type in their order, each ascending inside.
  public var ascending: Info007 {
    var info = self
    let ordered = services.enumerated().sorted {
      ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
    }
    info.services = ordered.map(\.element.ascending)
    return info
  }
}

extension Text {
  /// Whether this is what an app id looks like.
  var isHexID: Bool { bytes.count == Envelope006.appIDLength && bytes.span.isHex }
}
