// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS

extension Check {
  init(_ stage: Stage, _ reason: NATSReason, _ field: String) {
    self.init(stage, reason.rawValue, field)
  }
}
