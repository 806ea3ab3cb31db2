// SPDX-License-Identifier: MIT

internal import JSON

/// What a server says of itself before anything else.
public struct ServerInfo: Equatable, Sendable {
  public let version: String
  public let needsCredential: Bool
  public let needsTLS: Bool

  private static let longestVersion = 40

  /// Reads the line; nothing where it is not that of a NATS server.
  init?(_ line: [UInt8]) {
    guard line.starts(with: "INFO ".utf8),
      let info = try? JSONValue(parsing: Array(line.dropFirst(5)).span),
      let version = info["version"]?.string, version.count <= Self.longestVersion,
      version.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) })
    else { return nil }
    self.version = version
    needsCredential = info["auth_required"]?.bool ?? false
    needsTLS = info["tls_required"]?.bool ?? false
  }
}
