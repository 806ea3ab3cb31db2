// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

/// Writes services as one implementation does.
struct Packer007 {
  let rules: Agora007Rules
  private(set) var writer = ByteWriter()
  private var room: Int?

  init(_ rules: Agora007Rules) {
    self.rules = rules
    room = rules.room
  }

  mutating func pack(_ services: [Service007Call]) throws(CallEnding) {
    try count(services.count)
    for service in rules.mistakes.contains(.unsortedServices) ? services : services.byKind {
      try pack(service)
    }
  }

  mutating func number(_ value: JSONValue) throws(CallEnding) {
    writer.write(try rules.numbers.pack(value, bits: 32), rules.mistakes.byteOrder)
  }

  mutating func text(_ bytes: [UInt8]) throws(CallEnding) {
    try count(bytes.count)
    try grow(for: writer.bytes.count + bytes.count)
    writer.write(bytes)
  }

  private mutating func grow(for size: Int) throws(CallEnding) {
    guard let known = room, size > known else { return }
    guard size <= known * 4 else { throw .killed }
    room = known * 4
  }

  private mutating func short(_ value: JSONValue) throws(CallEnding) {
    let number = try rules.numbers.pack(value, bits: 16)
    writer.write(UInt16(truncatingIfNeeded: number), rules.mistakes.byteOrder)
  }

  private mutating func count(_ count: Int) throws(CallEnding) {
    guard !rules.numbers.isStatic else {
      return writer.write(UInt16(truncatingIfNeeded: count), rules.mistakes.byteOrder)
    }
    try short(.integer(count))
  }

  private mutating func pack(_ service: Service007Call) throws(CallEnding) {
    writer.write(service.kind.rawValue, rules.mistakes.byteOrder)
    let entries = service.privileges.arranged(rules.order ?? .ascending)
    if entries.isEmpty, let exception = rules.withoutPrivileges { throw .exception(exception) }
    try count(entries.count)
    for entry in entries {
      try short(entry.key.map(JSONValue.integer) ?? .null)
      try number(entry.expire)
    }
    for field in service.fields { try pack(field) }
  }

  private mutating func pack(_ field: Service007Call.Field) throws(CallEnding) {
    switch field {
    case .channel(let value): try text(rules.channels.bytes(of: value))
    case .name(let value): try text(rules.names.bytes(of: value))
    case .uid(let value): try pack(value, as: rules.uid)
    case .account(let value): try pack(value, as: rules.account)
    case .bytes(let bytes): try text(bytes)
    case .role(let value): try role(value)
    case .permissions(let permissions): try pack(permissions)
    }
  }

  private mutating func pack(_ value: JSONValue, as uid: AgoraUID) throws(CallEnding) {
    let text = try uid.text(of: value)
    try self.text(rules.channels.bytes(of: text.map { .string($0) }))
  }

  private mutating func role(_ value: JSONValue) throws(CallEnding) {
    let role = rules.roleZeroIsNone && value.isZero ? .integer(-1) : value
    writer.write(try rules.numbers.packSigned(role), rules.mistakes.byteOrder)
  }

  /// Resources and permissions ascending; the last of two that are the same.
  private mutating func pack(
    _ permissions: [Service007Call.Permission]
  ) throws(CallEnding) {
    var table: [UInt32: [UInt32: [JSONValue]]] = [:]
    for permission in permissions {
      let resource = try rules.numbers.pack(permission.resource, bits: 16)
      let id = try rules.numbers.pack(permission.id, bits: 16)
      table[resource, default: [:]][id] = permission.names
    }
    try count(table.count)
    for (resource, permissions) in table.sorted(by: { $0.key < $1.key }) {
      try short(.integer(resource))
      try count(permissions.count)
      for (id, names) in permissions.sorted(by: { $0.key < $1.key }) {
        try short(.integer(id))
        try count(names.count)
        for name in names { try text(rules.names.bytes(of: name)) }
      }
    }
  }
}

extension [Service007Call] {
  /// Ascending by type, those of one type in their order.
  fileprivate var byKind: [Service007Call] {
    enumerated().sorted {
      ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
    }
    .map(\.element)
  }
}
