// SPDX-License-Identifier: MIT

public import Bytes

/// What a user of RTM 2 may do with one type of resource.
public struct Rtm2Resource: Equatable, Sendable {
  public var type: UInt16
  public var permissions: [Permission]

  public init(_ type: UInt16, permissions: [Permission]) {
    self.type = type
    self.permissions = permissions
  }

  /// A permission, and the names of the resources that it is for.
  public struct Permission: Equatable, Sendable {
    public var id: UInt16
    public var names: [Text]

    public init(_ id: UInt16, names: [Text]) {
      self.id = id
      self.names = names
    }
  }
}

/// resource-count | ( resource-type | permission-count | permissions ) …
extension [Rtm2Resource] {
  @_lifetime(reader: copy reader)
  init(from reader: inout ByteReader, by checks: FormatChecks) throws(FormatError) {
    self = []
    for _ in 0..<(try reader.readInteger("resource-count", by: checks, as: UInt16.self)) {
      let type = try reader.readInteger("resource-type", by: checks, as: UInt16.self)
      if contains(where: { $0.type == type }) {
        try checks.refuse(
          FormatError(
            .value, field: "resource-type", offset: reader.offset - 2,
            detail: "resource type \(type) stands twice"))
      }
      append(
        Rtm2Resource(type, permissions: try [Rtm2Resource.Permission](from: &reader, by: checks)))
    }
  }

  func write(to writer: inout ByteWriter) throws(FormatError) {
    try writer.write(count: count, "resource-count")
    for resource in self {
      writer.write(resource.type, .little)
      try resource.permissions.write(to: &writer)
    }
  }

  /// Types and permissions in ascending order; the names keep theirs.
  var ascending: [Rtm2Resource] {
    map { resource in
      Rtm2Resource(resource.type, permissions: resource.permissions.sorted { $0.id < $1.id })
    }
    .sorted { $0.type < $1.type }
  }

  /// A type or a permission that is given twice.
  var duplicate: UInt16? {
    var types: Set<UInt16> = []
    for resource in self {
      var permissions: Set<UInt16> = []
      guard types.insert(resource.type).inserted else { return resource.type }
      for permission in resource.permissions where !permissions.insert(permission.id).inserted {
        return permission.id
      }
    }
    return nil
  }
}

/// permission-count | ( permission | name-count | ( name-length | name ) … ) …
extension [Rtm2Resource.Permission] {
  @_lifetime(reader: copy reader)
  fileprivate init(
    from reader: inout ByteReader, by checks: FormatChecks
  ) throws(FormatError) {
    self = []
    for _ in 0..<(try reader.readInteger("permission-count", by: checks, as: UInt16.self)) {
      let id = try reader.readInteger("permission", by: checks, as: UInt16.self)
      if contains(where: { $0.id == id }) {
        try checks.refuse(
          FormatError(
            .value, field: "permission", offset: reader.offset - 2,
            detail: "permission \(id) stands twice"))
      }
      var names: [Text] = []
      for _ in 0..<(try reader.readInteger("name-count", by: checks, as: UInt16.self)) {
        names.append(try reader.readText("name-length", "name", by: checks))
      }
      append(Rtm2Resource.Permission(id, names: names))
    }
  }

  fileprivate func write(to writer: inout ByteWriter) throws(FormatError) {
    try writer.write(count: count, "permission-count")
    for permission in self {
      writer.write(permission.id, .little)
      try writer.write(count: permission.names.count, "name-count")
      for name in permission.names { try writer.write(name, "name") }
    }
  }
}
