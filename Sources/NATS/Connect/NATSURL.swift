// SPDX-License-Identifier: MIT

public import Bytes

/// The address of a server: `scheme://token@host:port`, or `user:password` in place of the token.
///
/// scheme | user part | host | port
public struct NATSURL: Hashable, Sendable {
  public static let schemes = ["nats", "tls", "ws", "wss"]
  public static let defaultPort: UInt16 = 4222

  public var scheme: String
  public var credentials: NATSCredentials?
  /// A name or an address, without the brackets of IPv6.
  public var host: Text
  public var port: UInt16
  /// The bytes that each part takes, separators with the part in front of them.
  public private(set) var fields: [Field]

  public static func == (left: Self, right: Self) -> Bool {
    left.scheme == right.scheme && left.credentials == right.credentials
      && left.host == right.host && left.port == right.port
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(scheme)
    hasher.combine(credentials)
    hasher.combine(host)
    hasher.combine(port)
  }

  /// Reads one address, or refuses it at the first character that is wrong.
  public init(reading text: Span<UInt8>, checks: Checks = .all) throws(Refusal) {
    var reader = NATSURLReader(text, checks)
    scheme = try reader.readScheme()
    credentials = try reader.readCredentials()
    host = try reader.readHost()
    port = try reader.readPort() ?? Self.defaultPort
    try reader.readPath()
    fields = reader.fields
  }

  /// Reads addresses that stand one after another with commas.
  public static func list(reading text: Span<UInt8>) throws(Refusal) -> [NATSURL] {
    var urls: [NATSURL] = []
    for range in places(in: text) {
      urls.append(try NATSURL(reading: text.extracting(range), at: range.lowerBound))
    }
    return urls
  }

  /// Where the addresses of a list stand; a comma inside a user part separates nothing.
  public static func places(in text: Span<UInt8>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    while start <= text.count {
      let end = text.firstIndex(of: UInt8(ascii: ","), from: start) ?? text.count
      let piece = text.extracting(start..<end)
      let isWhole =
        piece.contains("://".utf8.span) || piece.firstIndex(of: UInt8(ascii: "@")) == nil
      if let last = places.last, !isWhole {
        places[places.count - 1] = last.lowerBound..<end
      } else {
        places.append(start..<end)
      }
      start = end + 1
    }
    return places
  }

  private init(reading text: Span<UInt8>, at offset: Int) throws(Refusal) {
    do throws(Refusal) {
      try self.init(reading: text)
    } catch {
      throw Refusal(
        error.stage, error.reason, field: error.field, offset: error.offset.map { $0 + offset },
        error.detail)
    }
  }
}
