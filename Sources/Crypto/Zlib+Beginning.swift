// SPDX-License-Identifier: MIT

internal import CryptoCalls

extension Zlib {
  /// What a stream stands for as far as it goes, whether it ends or is cut off; at most `limit`
  /// bytes, and nothing where it is broken.
  public static func inflateBeginning(_ bytes: Span<UInt8>, limit: Int) -> [UInt8]? {
    guard bytes.count <= longest, (0...longest).contains(limit) else { return nil }
    return try? output(capacity: limit) { CryptoCalls.inflateBeginning(bytes, into: &$0) }
  }
}
