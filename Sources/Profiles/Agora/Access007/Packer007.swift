// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

/// Writes services as one implementation does.
struct Packer007 {
  let rules: Agora007Rules
  private(set) var writer = ByteWriter()
  private let issueTs: Int64
  private var room: Int?

  init(_ rules: Agora007Rules, issueTs: Int64 = 0) {
    self.rules = rules
    self.issueTs = issueTs
    room = rules.room
  }

  mutating func pack(_ services: [Service007Call]) throws(CallEnding) {
    let services = rules.mistakes.contains(.oneServiceOfAType) ? services.lastOfEachKind : services
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
    try rules.mistakes.contains(.wideCounts)
      ? number(.integer(entries.count)) : count(entries.count)
    for entry in entries {
      try short(entry.key.map(JSONValue.integer) ?? .null)
      try number(end(entry.expire))
    }
    for field in arranged(service) { try pack(field) }
  }

  /// The end of a privilege as it is written.
  private func end(_ expire: JSONValue) -> JSONValue {
    guard rules.mistakes.contains(.absolutePrivileges), let length = expire.int64 else {
      return expire
    }
    return .integer(UInt32(truncatingIfNeeded: issueTs &+ length))
  }

  private func arranged(_ service: Service007Call) -> [Service007Call.Field] {
    guard rules.mistakes.contains(.userBeforeChannel), service.hasChannel else {
      return service.fields
    }
    return service.fields.reversed()
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
    var table = Table<Table<[JSONValue]>>(isSorted: !rules.mistakes.contains(.unsortedPermissions))
    for permission in permissions {
      let resource = try rules.numbers.pack(permission.resource, bits: 16)
      let id = try rules.numbers.pack(permission.id, bits: 16)
      var names = table[resource] ?? Table(isSorted: table.isSorted)
      names[id] = permission.names
      table[resource] = names
    }
    try count(table.entries.count)
    for (resource, permissions) in table.entries {
      try short(.integer(resource))
      try count(permissions.entries.count)
      for (id, names) in permissions.entries {
        try short(.integer(id))
        try count(names.count)
        for name in names { try text(rules.names.bytes(of: name)) }
      }
    }
  }
}

/// A map in the order of its keys, or in that in which they came.
private struct Table<Value> {
  let isSorted: Bool
  private(set) var entries: [(key: UInt32, value: Value)] = []

  init(isSorted: Bool) {
    self.isSorted = isSorted
  }

  subscript(key: UInt32) -> Value? {
    get { entries.first { $0.key == key }?.value }
    set {
      guard let newValue else { return }
      if let known = entries.firstIndex(where: { $0.key == key }) {
        entries[known].value = newValue
      } else {
        let above = isSorted ? entries.firstIndex { $0.key > key } : nil
        entries.insert((key, newValue), at: above ?? entries.count)
      }
    }
  }
}

extension Service007Call {
  fileprivate var hasChannel: Bool {
    if case .channel = fields.first { true } else { false }
  }
}

extension [Service007Call] {
  fileprivate var lastOfEachKind: [Service007Call] {
    enumerated().filter { index, service in
      !self[(index + 1)...].contains { $0.kind == service.kind }
    }
    .map(\.element)
  }

  /// Ascending by type, those of one type in their order.
  fileprivate var byKind: [Service007Call] {
    enumerated().sorted {
      ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
    }
    .map(\.element)
  }
}
