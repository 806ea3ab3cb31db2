// SPDX-License-Identifier: MIT

/// A Java exception: its class and its message.
struct NacosException: Error, Hashable, Sendable {
  var type: String
  var message: String?
  /// The manager's call that threw it, where that was not the one that checks the token.
  var raisedIn: String?
}

extension NacosException {
  /// Nacos's own refusal.
  static func access(_ message: String) -> NacosException {
    NacosException(
      type: "com.alibaba.nacos.plugin.auth.exception.AccessException", message: message)
  }

  static func argument(_ message: String) -> NacosException {
    NacosException(type: "java.lang.IllegalArgumentException", message: message)
  }

  static func jjwt(_ name: String, _ message: String) -> NacosException {
    NacosException(type: "io.jsonwebtoken.\(name)", message: message)
  }

  /// The reference's own signal, in free words.
  static func refusal(_ words: String) -> NacosException {
    NacosException(type: "refusal", message: words)
  }
}
