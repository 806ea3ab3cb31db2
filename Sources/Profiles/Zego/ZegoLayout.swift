// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Zego

/// Where the fields of a token stand, and in which order their bytes come.
struct ZegoLayout: Hashable, Sendable {
  var prefix: String
  var form: Sealed.Form
  var ivLength: Int
  var expireOrder = ByteOrder.big
  var expireWidth = IntegerWidth.bits64
  var lengthOrder = ByteOrder.big
  var lengthWidth = IntegerWidth.bits16
  var hasIVLength = true
  var hasCiphertextLength = true
  var mode: UInt8?
  var lengthCountsTag = true
  var tagComesFirst = false
  var base64 = Alphabet.standard

  /// The widths of integers that the format has, and the one that ports put in their place.
  enum IntegerWidth: Hashable, Sendable {
    case bits16
    case bits32
    case bits64

    func write(_ value: Int64, _ order: ByteOrder, to writer: inout ByteWriter) {
      switch self {
      case .bits16: writer.write(UInt16(truncatingIfNeeded: value), order)
      case .bits32: writer.write(UInt32(truncatingIfNeeded: value), order)
      case .bits64: writer.write(value, order)
      }
    }

    @_lifetime(reader: copy reader)
    func read(
      _ field: String, _ order: ByteOrder, from reader: inout ByteReader
    ) throws(FormatError) -> Int64 {
      switch self {
      case .bits16: Int64(try reader.readInteger(field, order, as: UInt16.self))
      case .bits32: Int64(try reader.readInteger(field, order, as: UInt32.self))
      case .bits64: try reader.readInteger(field, order, as: Int64.self)
      }
    }
  }

  enum Alphabet: Hashable, Sendable {
    case standard
    case standardUnpadded
    case url
    case urlUnpadded
    /// The standard alphabet in lines of 76 symbols.
    case lines

    private static let lineLength = 76

    var coding: Base64 {
      switch self {
      case .standard, .lines: .standard
      case .standardUnpadded: Base64(last: "+/", padding: .absent)
      case .url: Base64(last: "-_", padding: .required)
      case .urlUnpadded: .url
      }
    }

    func encode(_ bytes: [UInt8]) -> [UInt8] {
      let text = coding.encode(bytes)
      guard self == .lines else { return text }
      return stride(from: 0, to: text.count, by: Self.lineLength).reduce(into: []) { lines, start in
        lines += text[start..<min(start + Self.lineLength, text.count)] + [UInt8(ascii: "\n")]
      }
    }

    func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
      let symbols = self == .lines ? text.filter { $0 != UInt8(ascii: "\n") } : Array(text)
      return try? coding.decode(symbols.span)
    }
  }

  init(_ format: ZegoFormat) {
    prefix = format == .token03 ? "03" : "04"
    form = format == .token04GCM ? .gcm : .cbc
    ivLength = form.ivLength
    mode = format == .token04GCM ? 1 : nil
  }

  /// What a token carries outside its ciphertext, and the ciphertext.
  struct Envelope: Equatable, Sendable {
    var expire: Int64
    var iv: [UInt8]
    var ciphertext: [UInt8]
  }

  func write(_ envelope: Envelope) -> [UInt8] {
    var writer = ByteWriter(capacity: 32 + envelope.iv.count + envelope.ciphertext.count)
    expireWidth.write(envelope.expire, expireOrder, to: &writer)
    if hasIVLength { lengthWidth.write(Int64(envelope.iv.count), lengthOrder, to: &writer) }
    writer.write(envelope.iv)
    if hasCiphertextLength {
      let length = envelope.ciphertext.count - (lengthCountsTag ? 0 : AESGCM.tagSize)
      lengthWidth.write(Int64(length), lengthOrder, to: &writer)
    }
    writer.write(
      tagComesFirst ? Self.swapTag(envelope.ciphertext, toFront: true) : envelope.ciphertext)
    if let mode { writer.write([mode]) }
    return Array(prefix.utf8) + base64.encode(writer.bytes)
  }

  /// Takes a token apart without judging its lengths.
  func read(_ token: [UInt8]) -> Envelope? {
    guard token.starts(with: prefix.utf8),
      let bytes = base64.decode(token.dropFirst(prefix.utf8.count))
    else { return nil }
    var reader = ByteReader(bytes.span)
    do throws(FormatError) {
      let expire = try expireWidth.read("expire", expireOrder, from: &reader)
      if hasIVLength { _ = try lengthWidth.read("iv-length", lengthOrder, from: &reader) }
      let iv = try reader.readBytes("iv", count: ivLength)
      if hasCiphertextLength {
        _ = try lengthWidth.read("ciphertext-length", lengthOrder, from: &reader)
      }
      let ciphertext = try reader.readBytes(
        "ciphertext", count: reader.remaining - (mode == nil ? 0 : 1))
      return Envelope(
        expire: expire, iv: iv,
        ciphertext: tagComesFirst ? Self.swapTag(ciphertext, toFront: false) : ciphertext)
    } catch {
      return nil
    }
  }

  /// The text of GCM, or the blocks of CBC with their padding.
  func decrypt(_ envelope: Envelope, key: [UInt8]) -> [UInt8]? {
    form == .gcm
      ? try? AESGCM.open(envelope.ciphertext.span, key: key.span, nonce: envelope.iv.span)
      : try? AESCBC.openBlocks(envelope.ciphertext.span, key: key.span, iv: envelope.iv.span)
  }

  private static func swapTag(_ bytes: [UInt8], toFront: Bool) -> [UInt8] {
    let tag = AESGCM.tagSize
    guard bytes.count >= tag else { return bytes }
    let end = toFront ? bytes.count - tag : tag
    return Array(bytes[end...] + bytes[..<end])
  }
}
