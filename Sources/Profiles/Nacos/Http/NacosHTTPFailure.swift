// SPDX-License-Identifier: MIT

internal import Bytes

/// Why a request does not reach what it asks for.
enum NacosHTTPFailure: Error {
  /// The server's own refusal; no text where the words are free.
  case access(NacosHTTPCode, String?)
  /// An exception of something else.
  case exception(NacosException)

  static let accessException = "com.alibaba.nacos.plugin.auth.exception.AccessException"
  static let argumentException = "java.lang.IllegalArgumentException"

  static func unknownUser(_ name: Text) -> NacosHTTPFailure {
    .exception(
      NacosException(
        type: "org.springframework.security.core.userdetails.UsernameNotFoundException",
        message: "User \(name) not found"))
  }
}

/// What is refused: who somebody is, or what he may do.
enum NacosHTTPCode: Int, Sendable {
  case identity = 401
  case authority = 403
}
