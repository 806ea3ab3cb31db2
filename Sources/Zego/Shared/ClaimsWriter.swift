// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Writes the members of the encrypted JSON object without white space.
struct ClaimsWriter {
  private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func write(_ name: StaticString, _ value: some BinaryInteger) {
    write(name: name)
    bytes += String(value).utf8
  }

  mutating func write(
    _ name: StaticString, _ value: String, _ style: JSONStyle
  ) {
    write(name: name)
    _ = style.write(Text(value), to: &bytes)
  }

  mutating func write(_ name: StaticString, _ map: [(key: Int, value: Int)]) {
    write(name: name)
    bytes.append(UInt8(ascii: "{"))
    for (index, entry) in map.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += "\"\(entry.key)\":\(entry.value)".utf8
    }
    bytes.append(UInt8(ascii: "}"))
  }

  consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  private mutating func write(name: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes += "\"\(name)\":".utf8
  }
}
