// SPDX-License-Identifier: MIT

public import Bytes

/// What a request shows of its sender in the places that the documentation knows.
public struct NacosCredentials: Equatable, Sendable {
  /// The tokens of `Authorization: Bearer TOKEN` and of the parameter `accessToken`.
  public let tokens: [Text]
  public let userNames: [Text]
  public let passwords: [Text]
  /// Whether something that looks like a credential stands in another place.
  public let isElsewhere: Bool

  public init(of request: HTTPRequest) {
    let authorizations = request.fields.filter { $0.name.isNamed(Self.authorization) }
    let parameters = request.parameters
    let bearers = authorizations.compactMap { Self.bearer($0.value) }
    func values(_ name: Text) -> [Text] { parameters.filter { $0.name == name }.map(\.value) }
    tokens = bearers + values(Self.accessToken)
    userNames = values(Self.userName)
    passwords = values(Self.password)
    isElsewhere =
      bearers.count < authorizations.count || request.hasMatrix
      || !request.body.isEmpty && request.form.isEmpty
      || request.fields.contains { Self.isCredential($0.name) }
      || parameters.contains { Self.isStray($0.name) }
  }

  public static let authorization: Text = "Authorization"
  public static let accessToken: Text = "accessToken"
  public static let userName: Text = "username"
  public static let password: Text = "password"
  public static let scheme: Text = "Bearer "

  private static let documented = [accessToken, userName, password]

  /// The token of a field's value, where the scheme is written as documented.
  public static func bearer(_ value: Text) -> Text? {
    guard value.bytes.starts(with: scheme.bytes) else { return nil }
    return Text(Array(value.bytes.dropFirst(scheme.bytes.count)))
  }

  /// Whether a parameter's name is that of a credential, but not as documented.
  private static func isStray(_ name: Text) -> Bool {
    (isCredential(name) || name.isNamed(authorization)) && !documented.contains(name)
  }

  /// Whether a name is that of a credential, however it is spelled.
  private static func isCredential(_ name: Text) -> Bool {
    let letters = name.lowercased.bytes.filter { !"-_".utf8.contains($0) }
    return spellings.contains(Text(letters))
  }

  private static let spellings: Set<Text> = [
    "accesstoken", "username", "password", "cookie", "token", "xaccesstoken",
  ]
}
