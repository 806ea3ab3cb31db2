// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import NATS
internal import Suite

/// Takes a bcrypt hash apart, as a server's token.
enum BcryptInspector {
  /// Nothing where the text does not begin as a hash does.
  static func inspect(_ bytes: [UInt8], secret: Text?) -> Inspection? {
    guard BcryptHash.hasPrefix(bytes.span) else { return nil }
    var inspection = Inspection(format: "bcrypt", title: "a bcrypt hash, as a token of nats-server")
    inspection.byteCount = bytes.count
    inspection.fields = fields(of: bytes)
    let hash = BcryptHash(bytes.span)
    inspection.layers = [structure(bytes, hash), comparison(hash, secret)].compactMap(\.self)
    inspection.notes = notes(on: hash)
    return inspection
  }

  // MARK: - The layers

  private static func structure(_ bytes: [UInt8], _ hash: BcryptHash?) -> Inspection.Layer {
    if let hash {
      return .init(.structure, true, "version 2\(Unicode.Scalar(hash.version)), cost \(hash.cost)")
    }
    let words =
      bytes.count < BcryptHash.length
      ? "\(bytes.count) bytes, \(BcryptHash.length) are expected"
      : "the cost is not 04 to 31, or the salt is none"
    return .init(.structure, false, "\(words): a server with this token lets nobody in")
  }

  private static func comparison(_ hash: BcryptHash?, _ secret: Text?) -> Inspection.Layer? {
    guard let hash, let secret else { return nil }
    guard let matches = hash.matches(secret.bytes.span, upTo: Admission.highestCost) else {
      let words = "not compared: the cost is above \(Admission.highestCost)"
      return .init(.crypto, nil, words)
    }
    return .init(.crypto, matches, matches ? "it is the secret's hash" : "not the secret's hash")
  }

  private static func notes(on hash: BcryptHash?) -> [String] {
    guard let hash else { return [] }
    let known = [
      "a client sends the text that has this hash, never the hash",
      "only the first \(Bcrypt.longestSecret) bytes of that text count",
    ]
    let isPlain = hash.version == UInt8(ascii: "a")
    return known
      + (isPlain ? [] : ["without quotes a configuration takes it for a variable"])
      + (hash.trailing.isEmpty ? [] : ["what stands behind the digest is left alone"])
  }

  // MARK: - The bytes

  private static let parts: [(name: String, length: Int, isSecret: Bool)] = [
    ("version", 4, false), ("cost", 3, false), ("salt", BcryptHash.saltLength, true),
    ("digest", BcryptHash.digestLength, true), ("trailing", .max, false),
  ]

  private static func fields(of bytes: [UInt8]) -> [Inspection.FieldView] {
    var fields: [Inspection.FieldView] = []
    var start = 0
    for part in parts where start < bytes.count {
      let end = start + min(part.length, bytes.count - start)
      let text = Array(bytes[start..<end])
      fields.append(
        .init(
          name: part.name, range: start..<end, bytes: text, meaning: Text(text).display,
          isSecret: part.isSecret))
      start = end
    }
    return fields
  }
}
