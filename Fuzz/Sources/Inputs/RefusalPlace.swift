// SPDX-License-Identifier: MIT

public import Bytes

/// The byte that a refusal names is one of the text, or its end.
public func requirePlace(of refusal: Refusal, in text: [UInt8]) {
  let isInside = refusal.offset.map { (0...text.count).contains($0) } ?? true
  require(isInside, "the refusal's place is in the text")
}
