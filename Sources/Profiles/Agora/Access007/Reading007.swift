// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON

/// How an implementation parses a token that it is given.
struct Reading007: Hashable, Sendable {
  var function = Function.present
  var base64 = AgoraBase64.strict
  var inflating = Inflating.whole
  var fields = AgoraFieldReader.Missing.exact
  var lengths = AgoraFieldReader.Lengths.unsigned
  var duplicates = Duplicates.last
  var unknown = Unknown.refused
  /// Whether the role of an apaas service is read without its sign.
  var roleUnsigned = false
  /// Whether what was read before a fault stays.
  var keepsHalf = false
  /// Whether a token of any version is read as one of this.
  var anyVersion = false
  var answer = Answer.free
  var verification = Verification.truth

  enum Function: Hashable, Sendable {
    case present
    case missing
  }

  enum Inflating: Hashable, Sendable {
    case whole
    /// A stream without its end counts as far as it goes.
    case beginning
    /// What is no stream counts as nothing.
    case orNothing
  }

  /// Which of two privileges of one number counts.
  enum Duplicates: Hashable, Sendable {
    case last
    case first
    case refused
    case both
  }

  enum Unknown: Hashable, Sendable {
    case refused
    /// Nothing is read from there on.
    case end
  }

  enum Answer: Hashable, Sendable {
    /// Not compared.
    case free
    case truth
    /// An exception where a token of the right version cannot be read.
    case raising(String)
  }

  enum Verification: Hashable, Sendable {
    case truth
    /// 0, −1 for another signature, −2 without a token, −3 for a certificate that is none.
    case status
    /// There is no such function.
    case raising(String)
  }
}

/// What came out of a token.
struct Loaded007: Equatable, Sendable {
  var isVersion = false
  var isWhole = false
  var appID: [UInt8] = []
  var issueTs: JSONValue?
  var expire: JSONValue?
  var salt: JSONValue?
  var services: [Service007Call] = []
  /// The signature, and what stands behind it.
  var signature: [UInt8] = []
  var info: [UInt8] = []
}

extension Reading007 {
  /// Loads a token as far as it goes.
  func load(_ token: Text) -> Loaded007 {
    var loaded = Loaded007()
    guard anyVersion || token.bytes.starts(with: Envelope007.version.utf8) else { return loaded }
    loaded.isVersion = true
    guard let content = content(of: Array(token.bytes.dropFirst(3))) else { return loaded }
    var half = loaded
    do throws(AgoraFieldReader.Short) {
      try read(content, into: &half)
      half.isWhole = true
      return half
    } catch {
      return keepsHalf ? half : loaded
    }
  }

  private func content(of text: [UInt8]) -> [UInt8]? {
    guard let stream = base64.decode(text) else { return inflating == .orNothing ? [] : nil }
    let limit = Envelope007.maximumContent
    switch inflating {
    case .whole: return (try? Zlib.inflate(stream.span, limit: limit))?.bytes
    case .beginning:
      let part = Zlib.inflatePart(stream.span, limit: limit)
      return part.isBroken ? nil : part.bytes
    case .orNothing: return (try? Zlib.inflate(stream.span, limit: limit))?.bytes ?? []
    }
  }

  private func read(
    _ content: [UInt8], into loaded: inout Loaded007
  ) throws(AgoraFieldReader.Short) {
    var reader = AgoraFieldReader(content, fields, lengths)
    loaded.signature = try reader.text()
    loaded.info = reader.rest
    loaded.appID = try reader.text()
    loaded.issueTs = try reader.number(bytes: 4)
    loaded.expire = try reader.number(bytes: 4)
    loaded.salt = try reader.number(bytes: 4)
    for _ in 0..<(try reader.count()) {
      let type = try reader.number(bytes: 2).int ?? 0
      guard let kind = UInt16(exactly: type).flatMap(Service007.Kind.init) else {
        if unknown == .refused { throw AgoraFieldReader.Short() }
        return
      }
      loaded.services.append(try service(kind, from: &reader))
    }
    if fields == .exact, reader.isMore { throw AgoraFieldReader.Short() }
  }

  private func service(
    _ kind: Service007.Kind, from reader: inout AgoraFieldReader
  ) throws(AgoraFieldReader.Short) -> Service007Call {
    let privileges = try privileges(from: &reader)
    var fields: [Service007Call.Field] = []
    for field in Self.layout[kind, default: []] {
      switch field {
      case .text: fields.append(.bytes(try reader.text()))
      case .role: fields.append(.role(try role(from: &reader)))
      case .permissions: fields.append(.permissions(try permissions(from: &reader)))
      }
    }
    var service = Service007Call(kind, fields: fields)
    service.privileges = privileges
    return service
  }

  private enum Layout {
    case text
    case role
    case permissions
  }

  private static let layout: [Service007.Kind: [Layout]] = [
    .rtc: [.text, .text], .rtm: [.text], .streaming: [.text, .text], .fpa: [], .chat: [.text],
    .fcdn: [.text, .text], .apaas: [.text, .text, .role], .rtm2: [.text, .permissions],
  ]

  private func privileges(
    from reader: inout AgoraFieldReader
  ) throws(AgoraFieldReader.Short) -> AgoraPrivileges {
    var privileges = AgoraPrivileges()
    for _ in 0..<(try reader.count()) {
      let key = try reader.number(bytes: 2).int64
      let expire = try reader.number(bytes: 4)
      switch duplicates {
      case .refused where privileges.contains(key): throw AgoraFieldReader.Short()
      case .first where privileges.contains(key): break
      case .both: privileges.append(key, expire)
      case .last, .first, .refused: privileges.set(key, expire)
      }
    }
    return privileges
  }

  private func role(
    from reader: inout AgoraFieldReader
  ) throws(AgoraFieldReader.Short) -> JSONValue {
    let value = try reader.number(bytes: 2)
    guard !roleUnsigned, let number = value.int else { return value }
    return .integer(Int16(truncatingIfNeeded: number))
  }

  private func permissions(
    from reader: inout AgoraFieldReader
  ) throws(AgoraFieldReader.Short) -> [Service007Call.Permission] {
    var permissions: [Service007Call.Permission] = []
    for _ in 0..<(try reader.count()) {
      let resource = try reader.number(bytes: 2)
      for _ in 0..<(try reader.count()) {
        let id = try reader.number(bytes: 2)
        var names: [JSONValue] = []
        for _ in 0..<(try reader.count()) { names.append(.string(Text(try reader.text()))) }
        permissions.append(.init(resource: resource, id: id, names: names))
      }
    }
    return permissions
  }
}
