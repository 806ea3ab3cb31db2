// SPDX-License-Identifier: MIT

import NATS
import Testing

@Suite struct `Reasons of NATS` {
  @Test func `are words in lower case, joined by dots and dashes`() {
    for reason in NATSReason.allCases {
      #expect(reason.rawValue.wholeMatch(of: /[a-z0-9]+([.-][a-z0-9]+)*/) != nil)
    }
  }
}
