// SPDX-License-Identifier: MIT

internal import Bytes

/// Why bytes are no request that a server can read.
public enum HTTPReason: String, Sendable, CaseIterable {
  case truncated
  case headLength = "head.length"
  case line
  case version
  case target
  case field
  case host
  case bodyLength = "body.length"
  case coding
}

extension Refusal {
  init(_ reason: HTTPReason, field: String, offset: Int, _ detail: String) {
    self.init(.structure, reason.rawValue, field: field, offset: offset, detail)
  }
}
