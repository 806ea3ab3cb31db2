// SPDX-License-Identifier: MIT

/// An exit status as a page writes it: decimal digits, 0 to 255.
struct ExitStatus {
  let value: Int32

  init?(_ text: some StringProtocol) {
    guard let status = UInt8(text), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    value = Int32(status)
  }
}
