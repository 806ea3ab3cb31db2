// SPDX-License-Identifier: MIT

extension Seeded {
  /// Changes, removes, repeats or inserts some bytes; what is inserted is one of some marks.
  public mutating func mutation(
    of bytes: [UInt8], marks: [UInt8] = Array(UInt8.min...UInt8.max)
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...3, using: &self) {
      let place = Int.random(in: 0...bytes.count, using: &self)
      let end = min(bytes.count, place + Int.random(in: 0...8, using: &self))
      switch UInt8.random(in: 0...3, using: &self) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2: bytes.insert(marks.randomElement(using: &self) ?? 0, at: place)
      default: for index in place..<end { bytes[index] = .random(in: 0...255, using: &self) }
      }
    }
    return bytes
  }
}
