// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The privileges that a builder holds, in the order in which they came.
struct AgoraPrivileges: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    /// Absent where a reader found no bytes for it.
    var key: Int64?
    var expire: JSONValue
  }

  private(set) var entries: [Entry] = []

  init() {}

  /// Privileges without a limit of their own.
  init(unlimited keys: [Int64]) {
    entries = keys.map { Entry(key: $0, expire: .integer(0)) }
  }

  func contains(_ key: Int64?) -> Bool { entries.contains { $0.key == key } }

  /// Sets a privilege in its place, or behind the others.
  mutating func set(_ key: Int64?, _ expire: JSONValue) {
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].expire = expire
    } else {
      append(key, expire)
    }
  }

  /// Puts a privilege behind the others, though it may stand there.
  mutating func append(_ key: Int64?, _ expire: JSONValue) {
    entries.append(Entry(key: key, expire: expire))
  }

  mutating func remove(_ key: Int64) {
    entries.removeAll { $0.key == key }
  }

  /// Takes other privileges over; those that are here keep their time, or not.
  mutating func merge(_ others: AgoraPrivileges, keepingOwn: Bool) {
    for entry in others.entries where !(keepingOwn && contains(entry.key)) {
      set(entry.key, entry.expire)
    }
  }

  /// The order in which a language writes a map.
  enum Order: Hashable, Sendable {
    case ascending
    case insertion
    /// By the digits as text.
    case textual
    /// As numbers of 16 bits with a sign.
    case signed
  }

  func arranged(_ order: Order) -> [Entry] {
    switch order {
    case .insertion: entries
    case .ascending: entries.sorted { $0.number < $1.number }
    case .signed: entries.sorted { $0.signed < $1.signed }
    case .textual: entries.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    }
  }
}

extension AgoraPrivileges.Entry {
  fileprivate var number: Int64 { key ?? .min }
  fileprivate var signed: Int16 { Int16(truncatingIfNeeded: key ?? 0) }
  fileprivate var text: [UInt8] { key.map { Array(String($0).utf8) } ?? [] }
}

/// What setting a privilege a second time does.
enum RepeatedPrivilege: Hashable, Sendable {
  case replaced
  case raising(String)
}
