// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Which of the credentials in the address and in the options a client sends.
enum CarryPrecedence: Hashable, Sendable {
  /// Those of the address, where it has any.
  case address
  /// Those of the address member by member, then those of the options.
  case addressByMember
  /// Those of the options member by member, then those of the address.
  case optionsByMember
  /// User and password as options, or the token option, or what the address says.
  case oneKind
  /// The options overwrite user and password of the address; a user alone is a token.
  case overwriting
  /// The token option, or else the address with user and password overwritten; never nothing.
  case tokenOrAddress
  /// The options, of which user and password go first.
  case userOption
  /// The address, whatever the options say.
  case addressOnly

  func credentials(
    _ call: CarryCall, _ server: CarryServer
  ) throws(CallEnding) -> CarryCredentials {
    let options = CarryCredentials(options: call)
    switch self {
    case .address:
      return server.user == nil ? options : CarryCredentials(of: server)
    case .addressByMember:
      return CarryCredentials(of: server).completed(by: options)
    case .optionsByMember:
      return options.completed(by: CarryCredentials(of: server))
    case .oneKind:
      if call.user != nil, call.password != nil {
        return CarryCredentials(user: call.user, password: call.password)
      }
      return call.token.map { CarryCredentials(token: $0) } ?? CarryCredentials(of: server)
    case .overwriting:
      let written = try Self.overwritten(server, by: call)
      return CarryCredentials(token: call.token?.rubyTruth).completed(by: written)
    case .tokenOrAddress:
      if let token = call.token?.rubyTruth { return CarryCredentials(token: token) }
      let written = try Self.overwritten(server, by: call)
      return written.password == nil
        ? CarryCredentials(token: written.token ?? .null) : written
    case .userOption:
      return call.user == nil
        ? CarryCredentials(token: call.token)
        : CarryCredentials(user: call.user, password: call.password ?? .null)
    case .addressOnly:
      return CarryCredentials(of: server)
    }
  }

  /// User and password of a Ruby URI, set again where they are options.
  private static func overwritten(
    _ server: CarryServer, by call: CarryCall
  ) throws(CallEnding) -> CarryCredentials {
    var url = HostURL(user: server.user, password: server.password)
    do throws(URLFault) {
      if let user = call.user?.rubyTruth {
        guard let user = user.text else { throw URLFault("NoMethodError: ") }
        let known = url.password
        try RubyURI.set(user.bytes, in: &url)
        if url.password == nil { url.password = known }
      }
      if let password = call.password?.rubyTruth {
        guard let password = password.text else { throw URLFault("NoMethodError: ") }
        try RubyURI.set(password: password.bytes, in: &url)
      }
    } catch {
      throw error.words.hasSuffix(": ") ? .kind("NoMethodError") : .fault(error)
    }
    return CarryCredentials(of: CarryServer(user: url.user, password: url.password))
  }
}

extension JSONValue {
  /// The value, unless it is what Ruby takes for false.
  fileprivate var rubyTruth: JSONValue? { self == .null || self == .bool(false) ? nil : self }
}
