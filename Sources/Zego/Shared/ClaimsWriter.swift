// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Writes the members of the encrypted JSON object without white space.
struct ClaimsWriter {
  private let keys: MemberKeys
  private var bytes: [UInt8] = []

  init(_ members: MemberNames, capacity: Int) {
    keys = members.keys
    bytes.reserveCapacity(capacity)
    bytes.append(UInt8(ascii: "{"))
  }

  mutating func write(_ member: Int, _ value: Int64) {
    write(key: member)
    bytes.append(decimal: value)
  }

  mutating func write(_ member: Int, _ value: String, _ style: JSONStyle) {
    write(key: member)
    _ = style.write(value.utf8.span, to: &bytes)
  }

  mutating func write(_ member: Int, _ map: [(key: Int64, value: Int64)]) {
    write(key: member)
    bytes.append(UInt8(ascii: "{"))
    for (index, entry) in map.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      bytes.append(decimal: entry.key)
      bytes += "\":".utf8
      bytes.append(decimal: entry.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  private mutating func write(key member: Int) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    keys.append(member, to: &bytes)
  }
}
