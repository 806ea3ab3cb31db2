// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// What a server has to make of a token.
enum NacosTokenDemand: Equatable {
  /// It is good, and of this user.
  case accept(Text)
  case refuse
  case open

  init(_ token: Text, server: NacosServer) {
    do throws(Refusal) {
      let key = try NacosKey(configured: server.secretKey)
      self = .accept(try AccessToken(opening: token.bytes.span, key: key, now: server.now).sub)
    } catch {
      self = Self.forbidden.contains(error.reason) ? .refuse : .open
    }
  }

  /// The faults that no server may overlook.
  private static let forbidden = Set(
    [NacosReason.blank, .signature, .memberMissing, .expired].map(\.rawValue))
}
