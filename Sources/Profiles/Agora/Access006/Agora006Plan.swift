// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What a builder answers, before the token is sealed.
struct Agora006Plan: Equatable, Sendable {
  var outcome: Outcome
  var error: ErrorAnswer?
  var frame: Frame006?
  /// Whether the token is what the builder gives to a caller who swallows the exception.
  var isIgnored = false
  var returned: [ReturnedCall] = []
  /// What was drawn, where it is in the token.
  var drawn: AgoraDrawn?
  /// Whether the end depends on bytes that were drawn and are not known.
  var isOpen = false
}
