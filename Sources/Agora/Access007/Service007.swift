// SPDX-License-Identifier: MIT

public import Bytes

/// A service that a token 007 opens, with the user's privileges in it.
///
/// service-type | privilege-count | ( privilege | privilege-expire ) … | the service's own fields
public struct Service007: Equatable, Sendable {
  /// The numbers of the services.
  public enum Kind: UInt16, Sendable, CaseIterable {
    case rtc = 1
    case rtm
    case streaming
    case fpa
    case chat
    case fcdn
    case apaas
    case rtm2
  }

  /// The fields of each service, in their order; a text has its length before it.
  public enum Body: Equatable, Sendable {
    case rtc(channel: Text, uid: Text)
    case rtm(userID: Text)
    case streaming(channel: Text, account: Text)
    case fpa
    case chat(userID: Text)
    case fcdn(channel: Text, account: Text)
    case apaas(roomUUID: Text, userUUID: Text, role: Int16)
    case rtm2(userID: Text, resources: [Rtm2Resource])
  }

  public var body: Body
  /// Their times count from the token's issue-ts.
  public var privileges: [AgoraPrivilege]

  public init(_ body: Body, privileges: [AgoraPrivilege]) {
    self.body = body
    self.privileges = privileges
  }

  public var kind: Kind {
    switch body {
    case .rtc: .rtc
    case .rtm: .rtm
    case .streaming: .streaming
    case .fpa: .fpa
    case .chat: .chat
    case .fcdn: .fcdn
    case .apaas: .apaas
    case .rtm2: .rtm2
    }
  }

  /// The channel that the service is for, where it is for one.
  public var channel: Text? {
    switch body {
    case .rtc(let channel, _), .streaming(let channel, _), .fcdn(let channel, _): channel
    default: nil
    }
  }

  /// The user's text, where the service is for a user.
  public var user: Text? {
    switch body {
    case .rtc(_, let user), .streaming(_, let user), .fcdn(_, let user), .rtm(let user),
      .chat(let user), .apaas(_, let user, _), .rtm2(let user, _):
      user
    case .fpa: nil
    }
  }
}

extension Service007 {
  /// Nothing is left of a service of an unknown type, where that is not refused.
  @_lifetime(reader: copy reader)
  init?(from reader: inout ByteReader, by checks: FormatChecks) throws(FormatError) {
    let type = try reader.readInteger("service-type", by: checks, as: UInt16.self)
    let kind = Kind(rawValue: type)
    if kind == nil {
      try checks.refuse(
        FormatError(
          .value, field: "service-type", offset: reader.offset - 2,
          detail: "service \(type) is not known, 1 to 8 are"))
    }
    let count = try reader.readInteger("privilege-count", by: checks, as: UInt16.self)
    privileges = try [AgoraPrivilege](Int(count), from: &reader, by: checks)
    guard let kind else { return nil }
    body = try Body(kind, from: &reader, by: checks)
  }

  func write(to writer: inout ByteWriter) throws(FormatError) {
    writer.write(kind.rawValue, .little)
    try writer.write(count: privileges.count, "privilege-count")
    privileges.write(to: &writer)
    try body.write(to: &writer)
  }

  /// Whatever has an order, in ascending order.
  var ascending: Service007 {
    var service = self
    service.privileges = privileges.ascending
    if case .rtm2(let userID, let resources) = body {
      service.body = .rtm2(userID: userID, resources: resources.ascending)
    }
    return service
  }
}

extension Service007.Body {
  @_lifetime(reader: copy reader)
  fileprivate init(
    _ kind: Service007.Kind, from reader: inout ByteReader, by checks: FormatChecks
  ) throws(FormatError) {
    switch kind {
    case .rtc:
      let channel = try reader.readText("channel-length", "channel", by: checks)
      self = .rtc(channel: channel, uid: try reader.readText("uid-length", "uid", by: checks))
    case .rtm: self = .rtm(userID: try reader.readText("user-id-length", "user-id", by: checks))
    case .streaming:
      let channel = try reader.readText("channel-length", "channel", by: checks)
      self = .streaming(
        channel: channel, account: try reader.readText("account-length", "account", by: checks))
    case .fpa: self = .fpa
    case .chat: self = .chat(userID: try reader.readText("user-id-length", "user-id", by: checks))
    case .fcdn:
      let channel = try reader.readText("channel-length", "channel", by: checks)
      self = .fcdn(
        channel: channel, account: try reader.readText("account-length", "account", by: checks))
    case .apaas:
      let room = try reader.readText("room-uuid-length", "room-uuid", by: checks)
      let user = try reader.readText("user-uuid-length", "user-uuid", by: checks)
      self = .apaas(
        roomUUID: room, userUUID: user, role: try reader.readInteger("role", by: checks))
    case .rtm2:
      let user = try reader.readText("user-id-length", "user-id", by: checks)
      self = .rtm2(userID: user, resources: try [Rtm2Resource](from: &reader, by: checks))
    }
  }

  fileprivate func write(to writer: inout ByteWriter) throws(FormatError) {
    switch self {
    case .rtc(let channel, let uid):
      try writer.write(channel, "channel")
      try writer.write(uid, "uid")
    case .streaming(let channel, let account), .fcdn(let channel, let account):
      try writer.write(channel, "channel")
      try writer.write(account, "account")
    case .rtm(let user), .chat(let user): try writer.write(user, "user-id")
    case .fpa: break
    case .apaas(let room, let user, let role):
      try writer.write(room, "room-uuid")
      try writer.write(user, "user-uuid")
      writer.write(role, .little)
    case .rtm2(let user, let resources):
      try writer.write(user, "user-id")
      try resources.write(to: &writer)
    }
  }
}
