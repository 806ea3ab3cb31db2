// SPDX-License-Identifier: MIT

/// The buffer into which nats-server reads: it grows when it was filled, and shrinks after short
/// reads.
///
/// A CR counts otherwise in a line that needed two reads.
struct ReadBuffer {
  private var size = 512
  private var shortReads = 0

  private static let sizes = 64...65536
  private static let patience = 2

  /// What arrived, as it is read.
  mutating func divide(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var rest = bytes
    var reads: [ArraySlice<UInt8>] = []
    while !rest.isEmpty {
      let read = rest.prefix(size)
      reads.append(read)
      rest = rest.dropFirst(read.count)
      resize(after: read.count)
    }
    return reads
  }

  private mutating func resize(after count: Int) {
    guard count < size else {
      shortReads = 0
      size = min(size * 2, Self.sizes.upperBound)
      return
    }
    if count < size / 2 { shortReads += 1 }
    if shortReads > Self.patience { size = max(size / 2, Self.sizes.lowerBound) }
  }
}
