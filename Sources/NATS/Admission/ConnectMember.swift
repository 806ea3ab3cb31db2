// SPDX-License-Identifier: MIT

internal import Bytes

/// A member of CONNECT that a server knows.
struct ConnectMember: Sendable {
  enum Kind: Sendable {
    case flag
    case text
    case integer
    case permissions
  }

  enum Name: Int, Sendable, CaseIterable {
    case verbose, pedantic, tlsRequired, token, user, pass, name, lang, version, `protocol`, echo
    case sig, jwt, nkey, noResponders, headers, account, newAccount, `import`, export
  }

  let id: Name
  let name: [UInt8]
  let kind: Kind
  /// Whether the page of the protocol names it.
  let isDocumented: Bool

  private init(_ id: Name, _ name: String, _ kind: Kind, isDocumented: Bool = true) {
    self.id = id
    self.name = Array(name.utf8)
    self.kind = kind
    self.isDocumented = isDocumented
  }

  static let all: [ConnectMember] = [
    .init(.verbose, "verbose", .flag), .init(.pedantic, "pedantic", .flag),
    .init(.tlsRequired, "tls_required", .flag), .init(.token, "auth_token", .text),
    .init(.user, "user", .text), .init(.pass, "pass", .text), .init(.name, "name", .text),
    .init(.lang, "lang", .text), .init(.version, "version", .text),
    .init(.protocol, "protocol", .integer), .init(.echo, "echo", .flag),
    .init(.sig, "sig", .text), .init(.jwt, "jwt", .text), .init(.nkey, "nkey", .text),
    .init(.noResponders, "no_responders", .flag), .init(.headers, "headers", .flag),
    .init(.account, "account", .text, isDocumented: false),
    .init(.newAccount, "new_account", .flag, isDocumented: false),
    .init(.import, "import", .permissions, isDocumented: false),
    .init(.export, "export", .permissions, isDocumented: false),
  ]

  static func named(_ name: Span<UInt8>) -> ConnectMember? {
    for member in all where member.name.span.equals(name) { return member }
    return nil
  }

  /// The member by a name in either case.
  static func folded(_ name: Span<UInt8>) -> ConnectMember? {
    FoldedName.bytes(of: name).flatMap { named($0.span) }
  }
}
