// SPDX-License-Identifier: MIT

internal import Bytes
internal import CryptoCalls

/// The zlib format: a header, a deflate stream, and the Adler-32 of what it stands for.
///
/// Many streams stand for the same bytes. Which of them a writer takes is its free choice, and so
/// are the bits that no block uses, at the end of a stream and before a block that is stored.
public enum Zlib {
  /// What a stream stands for.
  public struct Inflated: Equatable, Sendable {
    public let bytes: [UInt8]
    /// The length of the stream with its header and checksum; input can follow.
    public let consumed: Int
  }

  /// Why bytes are no stream, or none that is wanted.
  public enum Failure: String, Error, Sendable, CaseIterable {
    /// The input ends before the stream does.
    case truncated
    /// No stream, or one that needs a dictionary.
    case malformed
    case checksum
    /// The stream stands for more bytes than are allowed.
    case limit
    /// The library could not do the work.
    case failed

    fileprivate init(status: Int64) {
      switch Int32(truncatingIfNeeded: status) {
      case CryptoCalls.truncated: self = .truncated
      case CryptoCalls.malformed: self = .malformed
      case CryptoCalls.checksum: self = .checksum
      case CryptoCalls.capacity: self = .limit
      default: self = .failed
      }
    }
  }

  private static let longest = 1 << 30

  /// Compresses at the default level, to the bytes that the library's `compress()` gives.
  public static func deflate(_ bytes: Span<UInt8>) throws(CryptoError) -> [UInt8] {
    try output(capacity: bound(of: bytes)) { CryptoCalls.deflate(bytes, into: &$0) }
  }

  /// Compresses at a level: 0 stores the bytes, 9 looks longest for what is shorter.
  public static func deflate(
    _ bytes: Span<UInt8>, level: Int32
  ) throws(CryptoError) -> [UInt8] {
    try output(capacity: bound(of: bytes)) {
      CryptoCalls.deflate(bytes, level: level, into: &$0)
    }
  }

  private static func bound(of bytes: Span<UInt8>) throws(CryptoError) -> Int {
    guard bytes.count <= longest else { throw .length }
    return bytes.count + bytes.count >> 12 + bytes.count >> 14 + bytes.count >> 25 + 32
  }

  /// Decompresses one stream that stands for at most `limit` bytes.
  public static func inflate(_ bytes: Span<UInt8>, limit: Int) throws(Failure) -> Inflated {
    guard bytes.count <= longest, (0...longest).contains(limit) else { throw .limit }
    let usual = usualCapacity(bytes, limit: limit)
    do throws(Failure) {
      return try inflate(bytes, capacity: usual)
    } catch {
      guard error == .limit, usual < limit else { throw error }
      return try inflate(bytes, capacity: limit)
    }
  }

  /// What a stream stands for up to where it ends, is cut off or breaks.
  public struct Part: Equatable, Sendable {
    public let bytes: [UInt8]
    /// Whether it breaks, and is not just cut off.
    public let isBroken: Bool

    public init(bytes: [UInt8], isBroken: Bool) {
      self.bytes = bytes
      self.isBroken = isBroken
    }
  }

  /// Decompresses a stream as far as it goes, to at most `limit` bytes.
  public static func inflatePart(_ bytes: Span<UInt8>, limit: Int) -> Part {
    guard bytes.count <= longest, (0...longest).contains(limit) else {
      return Part(bytes: [], isBroken: true)
    }
    let usual = usualCapacity(bytes, limit: limit)
    let part = part(bytes, capacity: usual)
    return part.bytes.count == usual && usual < limit ? self.part(bytes, capacity: limit) : part
  }

  private static func part(_ bytes: Span<UInt8>, capacity: Int) -> Part {
    var output = [UInt8](zeros: capacity)
    var span = output.mutableSpan
    let status = CryptoCalls.inflatePart(bytes, into: &span)
    guard status >= 0 else { return Part(bytes: [], isBroken: true) }
    output.removeLast(capacity - Int(status & 0xFFFF_FFFF))
    return Part(bytes: output, isBroken: status >> 32 != 0)
  }

  /// The room that nearly every stream is content with.
  private static func usualCapacity(_ bytes: Span<UInt8>, limit: Int) -> Int {
    min(limit, 512 + bytes.count * 4)
  }

  private static func inflate(
    _ bytes: Span<UInt8>, capacity: Int
  ) throws(Failure) -> Inflated {
    // With a byte to spare, a stream that fills its room can still say that it ends there.
    var output = [UInt8](zeros: capacity + 1)
    var span = output.mutableSpan
    let status = CryptoCalls.inflate(bytes, into: &span)
    guard status >= 0 else { throw Failure(status: status) }
    let written = Int(status & 0xFFFF_FFFF)
    guard written <= capacity else { throw .limit }
    output.removeLast(output.count - written)
    return Inflated(bytes: output, consumed: Int(status >> 32))
  }
}
