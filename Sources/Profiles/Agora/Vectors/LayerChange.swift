// SPDX-License-Identifier: MIT

/// Changes of the bytes of one layer, made when the layer has been computed.
struct LayerChange {
  private var changes: [([UInt8]) -> [UInt8]] = []

  mutating func add(_ change: @escaping ([UInt8]) -> [UInt8]) { changes.append(change) }

  func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
    changes.reduce(bytes) { $1($0) }
  }
}

extension LayerChange {
  /// A place counts from the end where it is negative.
  private static func index(_ place: Int, in bytes: [UInt8]) -> Int {
    min(max(place >= 0 ? place : bytes.count + place, 0), bytes.count)
  }

  mutating func cut(to end: Int) { add { Array($0[..<Self.index(end, in: $0)]) } }

  mutating func append(_ more: [UInt8]) { add { $0 + more } }

  mutating func replace(at place: Int, count: Int, by more: [UInt8]) {
    add {
      let start = Self.index(place, in: $0)
      return Array($0[..<start] + more + $0[start...].dropFirst(max(0, count)))
    }
  }

  mutating func flip(bit: Int, of place: Int) {
    add {
      var bytes = $0
      let index = Self.index(place, in: bytes)
      if bytes.indices.contains(index) { bytes[index] ^= 1 << UInt8(bit & 7) }
      return bytes
    }
  }
}
