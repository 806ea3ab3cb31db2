// SPDX-License-Identifier: MIT

import Glibc

/// What a test does with the signals of its own process.
enum Signals {
  static func ignore(_ number: Int32) { _ = signal(number, SIG_IGN) }

  static func setDefault(_ number: Int32) { _ = signal(number, SIG_DFL) }

  static func catchAndForget(_ number: Int32) { _ = signal(number) { _ in } }
}
