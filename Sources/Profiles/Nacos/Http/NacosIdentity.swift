// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// The credentials that a server found in a request, by the names of its code.
struct NacosIdentity: Equatable {
  var authorization: Text?
  var accessToken: Text?
  var userName: Text?
  var password: Text?

  /// What the servlet gives for exact names: a field, and the first parameters.
  init(documented request: HTTPRequest) {
    authorization = request[field: NacosCredentials.authorization]
    accessToken = request[parameter: NacosCredentials.accessToken]
    userName = request[parameter: NacosCredentials.userName]
    password = request[parameter: NacosCredentials.password]
  }

  /// What is collected from everywhere: of two spellings of a name, the one that came later.
  init(anywhere request: HTTPRequest) {
    var seen: Set<Text> = []
    for field in request.fields where seen.insert(field.name.lowercased).inserted {
      set(field.name, to: field.value)
    }
    seen = []
    for parameter in request.parameters where seen.insert(parameter.name).inserted {
      set(parameter.name, to: parameter.value)
    }
  }

  private mutating func set(_ name: Text, to value: Text) {
    for (known, member) in Self.members where name.isNamed(known) {
      self[keyPath: member] = value
    }
  }

  private static var members: [(Text, WritableKeyPath<NacosIdentity, Text?>)] {
    [
      (NacosCredentials.authorization, \.authorization),
      (NacosCredentials.accessToken, \.accessToken),
      (NacosCredentials.userName, \.userName),
      (NacosCredentials.password, \.password),
    ]
  }

  /// The token, where one is given in a way that counts.
  var token: Text? {
    let token = authorization.flatMap(NacosCredentials.bearer) ?? accessToken
    return token.flatMap { $0.isJavaBlank ? nil : $0 }
  }
}

extension Text {
  /// Whether Java sees nothing but white space.
  var isJavaBlank: Bool { JavaString(self).isBlank }
}
