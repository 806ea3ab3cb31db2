// SPDX-License-Identifier: MIT

/// Hands what libFuzzer offers to a check; an error that comes out of it is a broken property.
public func fuzz(
  _ start: UnsafePointer<UInt8>?, _ count: Int, _ check: ([UInt8]) throws -> Void
) -> Int32 {
  do {
    try check(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    fatalError("\(error)")
  }
  return 0
}

/// Traps where a property does not hold, so that libFuzzer keeps the input.
public func require(_ holds: Bool, _ property: @autoclosure () -> String) {
  guard holds else { fatalError("not so: \(property())") }
}
