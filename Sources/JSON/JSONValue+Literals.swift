// SPDX-License-Identifier: MIT

internal import Bytes

// Values as literals, for tables.

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(
      JSONObject(elements.map { JSONObject.Member(name: Text($0.0), value: $0.1) }))
  }
}
