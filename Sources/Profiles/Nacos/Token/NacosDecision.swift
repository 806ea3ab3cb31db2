// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos

/// What a server has to do with a token.
enum NacosDecision: Equatable {
  /// It is just what a documented server issues, and in time.
  case accept(user: Text, end: Int64)
  case refuse(clause: String)
  /// Nobody documents such a token.
  case free(clause: String)

  init(_ token: Text, key: [UInt8], now: Int64) {
    guard !JavaString(token).isBlank else {
      self = .refuse(clause: "nacos.token.present")
      return
    }
    do throws(DocumentedToken.Flaw) {
      self = try Self.documented(DocumentedToken(token.bytes, key: key), now)
    } catch {
      self =
        LooseToken(JavaString(token), key: key)
        .flaw(now: now).map { .refuse(clause: $0) } ?? .free(clause: error.clause)
    }
  }

  private static func documented(_ token: DocumentedToken, _ now: Int64) -> NacosDecision {
    guard token.isSigned else { return .refuse(clause: "nacos.signature.checked") }
    guard token.payload["exp"] != .null else { return .refuse(clause: "nacos.exp.present") }
    guard let user = token.payload["sub"], user != .null, user != "" else {
      return .refuse(clause: "nacos.sub.present")
    }
    guard let end = token.payload["exp"]?.int64, let user = user.text, user.quality == .utf8 else {
      return .free(clause: "nacos.payload.types")
    }
    guard end >= now else { return .refuse(clause: "nacos.exp.checked") }
    guard end <= Int64.max / 1000 else { return .free(clause: "nacos.exp.range") }
    return .accept(user: user, end: end)
  }
}
