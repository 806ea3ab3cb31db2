// SPDX-License-Identifier: MIT

/// A layer of a token, from the innermost.
enum NacosLayer: String {
  case headerJSON = "header-json"
  case payloadJSON = "payload-json"
  /// The texts that are signed.
  case header
  case payload
  /// Both of them and the dot.
  case signed
  /// The bytes of the signature, and their text.
  case mac
  case signature
  /// The texts that are sent, whatever was signed.
  case sentHeader = "sent-header"
  case sentPayload = "sent-payload"
  case token
}
