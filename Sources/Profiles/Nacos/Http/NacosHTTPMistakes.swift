// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// What ports get wrong, one thing each.
struct NacosHTTPMistakes: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let anySchemeCase = NacosHTTPMistakes(rawValue: 1)
  static let bareToken = NacosHTTPMistakes(rawValue: 2)
  static let cookie = NacosHTTPMistakes(rawValue: 4)
  static let parameterFirst = NacosHTTPMistakes(rawValue: 8)
  static let withoutParameter = NacosHTTPMistakes(rawValue: 16)
  static let withoutField = NacosHTTPMistakes(rawValue: 32)
  static let status401 = NacosHTTPMistakes(rawValue: 64)
  static let expired = NacosHTTPMistakes(rawValue: 128)
  static let anyPassword = NacosHTTPMistakes(rawValue: 256)
  static let withoutPermission = NacosHTTPMistakes(rawValue: 512)
  static let anyIdentity = NacosHTTPMistakes(rawValue: 1024)
  static let anonymous = NacosHTTPMistakes(rawValue: 2048)
  static let unsigned = NacosHTTPMistakes(rawValue: 1 << 12)
  static let administratorAlone = NacosHTTPMistakes(rawValue: 1 << 13)
  static let emptySuccess = NacosHTTPMistakes(rawValue: 1 << 14)
  static let lastValue = NacosHTTPMistakes(rawValue: 1 << 15)
  static let anyUser = NacosHTTPMistakes(rawValue: 1 << 16)
  static let oneLoginPath = NacosHTTPMistakes(rawValue: 1 << 17)
  static let loginByForm = NacosHTTPMistakes(rawValue: 1 << 18)
  static let lifeAsEnd = NacosHTTPMistakes(rawValue: 1 << 19)
}

extension NacosHTTPMistakes {
  /// Finds credentials as a port does that makes the mistakes.
  func apply(to identity: inout NacosIdentity, of request: HTTPRequest) {
    let scheme = NacosCredentials.scheme
    if contains(.withoutField) { identity.authorization = nil }
    if contains(.withoutParameter) { identity.accessToken = nil }
    if contains(.lastValue) {
      identity.accessToken =
        request.parameters.last { $0.name == NacosCredentials.accessToken }?.value
    }
    if contains(.parameterFirst), identity.accessToken != nil { identity.authorization = nil }
    if let value = identity.authorization, NacosCredentials.bearer(value) == nil {
      let start = Text(Array(value.bytes.prefix(scheme.bytes.count)))
      if contains(.anySchemeCase), start.isNamed(scheme) {
        identity.authorization = Text(scheme.bytes + value.bytes.dropFirst(scheme.bytes.count))
      } else if contains(.bareToken), !value.bytes.contains(0x20) {
        identity.authorization = Text(scheme.bytes + value.bytes)
      }
    }
    if contains(.cookie), identity.token == nil {
      identity.accessToken = request.cookie(NacosCredentials.accessToken)
    }
  }
}

extension NacosHTTPMistakes {
  func isLogin(_ request: HTTPRequest) -> Bool {
    request.isLogin && !(contains(.oneLoginPath) && request.path != "/nacos/v1/auth/login")
  }

  /// What a login shows of its sender.
  func loginIdentity(of request: HTTPRequest) -> NacosIdentity {
    var identity = NacosIdentity(documented: request)
    guard contains(.loginByForm) else { return identity }
    identity.userName = request.form.first { $0.name == NacosCredentials.userName }?.value
    identity.password = request.form.first { $0.name == NacosCredentials.password }?.value
    return identity
  }
}

extension HTTPRequest {
  fileprivate func cookie(_ name: Text) -> Text? {
    let pairs = self[field: "Cookie"]?.bytes.split(separator: UInt8(ascii: ";")) ?? []
    let start = name.bytes + [UInt8(ascii: "=")]
    let found = pairs.map { $0.drop { $0 == 0x20 } }.first { $0.starts(with: start) }
    return found.map { Text(Array($0.dropFirst(start.count))) }
  }
}
