// SPDX-License-Identifier: MIT

import Nacos
import Testing

@Suite struct `Reasons of Nacos` {
  @Test func `are words in lower case, joined by dots and dashes`() {
    for reason in NacosReason.allCases {
      #expect(reason.rawValue.wholeMatch(of: /[a-z0-9]+([.-][a-z0-9]+)*/) != nil)
    }
  }
}
