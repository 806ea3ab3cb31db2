// SPDX-License-Identifier: MIT

internal import Bytes

/// Jackson's parser of JSON text: what it takes, and in which words it refuses the rest.
struct JacksonScanner {
  /// What the parser is inside of.
  enum Context: String {
    case root
    case object = "Object"
    case array = "Array"
  }

  let version: JacksonVersion
  let isUTF8: Bool
  /// Bytes, or characters where the text is not UTF-8.
  let units: [UInt16]
  var index = 0
  /// The kind of the token that is being read.
  var current = "null"

  private var contexts: [Context] = []
  /// Whether an entry of the innermost context was read already.
  private var hasEntry = false
  /// Whether a name was read, and its value comes next.
  private var expectsValue = false

  init(_ bytes: [UInt8], version: JacksonVersion) throws(JacksonError) {
    let charset = try JacksonCharset(of: bytes)
    self.version = version
    isUTF8 = charset.width == 1
    units = try charset.units(of: bytes)
  }

  var context: Context { contexts.last ?? .root }

  /// The next token, or nothing at the end of the text.
  mutating func next() throws(JacksonError) -> JacksonToken? {
    if expectsValue {
      expectsValue = false
      return try value(try unitAfterBlanks())
    }
    guard let unit = try unitAfterBlanksOrEnd() else { return nil }
    if unit == 0x5D { return try close(unit, .array, .endArray) }
    if unit == 0x7D { return try close(unit, .object, .endObject) }
    let entry = try separated(unit)
    return context == .object ? try name(entry) : try value(entry)
  }

  /// Goes to the end of an object or an array that has just begun.
  mutating func skipChildren(of token: JacksonToken) throws(JacksonError) {
    guard token == .startObject || token == .startArray else { return }
    let depth = contexts.count
    while contexts.count >= depth { _ = try next() }
  }

  // MARK: - Structure

  private mutating func close(
    _ unit: UInt16, _ expected: Context, _ token: JacksonToken
  ) throws(JacksonError) -> JacksonToken {
    guard context == expected else {
      let (found, wanted) = unit == 0x5D ? ("]", "}") : ("}", "]")
      throw JacksonError(
        upTo: "Unexpected close marker '\(found)': expected '\(wanted)' (for \(context.rawValue)"
          + " starting at ")
    }
    contexts.removeLast()
    hasEntry = true
    current = expected == .array ? "END_ARRAY" : "END_OBJECT"
    return token
  }

  /// What begins an entry, behind the comma where one is wanted.
  private mutating func separated(_ unit: UInt16) throws(JacksonError) -> UInt16 {
    defer { hasEntry = true }
    guard context != .root, hasEntry else { return unit }
    guard unit == 0x2C else {
      throw unexpected(unit, "was expecting comma to separate \(context.rawValue) entries")
    }
    return try unitAfterBlanks()
  }

  private mutating func name(_ unit: UInt16) throws(JacksonError) -> JacksonToken {
    current = "FIELD_NAME"
    guard unit == 0x22 else {
      throw unexpected(try decoded(unit), "was expecting double-quote to start field name")
    }
    let name = try text(.name)
    let colon = try unitAfterBlanks()
    guard colon == 0x3A else {
      throw unexpected(colon, "was expecting a colon to separate field name and value")
    }
    expectsValue = true
    return .name(name)
  }

  private mutating func value(_ unit: UInt16) throws(JacksonError) -> JacksonToken {
    switch unit {
    case 0x22:
      current = "VALUE_STRING"
      return .string(try text(.value))
    case 0x7B: return begin(.object, .startObject)
    case 0x5B: return begin(.array, .startArray)
    case 0x2D, 0x30...0x39: return try number(unit)
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: throw try unexpectedValue(unit)
    }
  }

  private mutating func begin(_ context: Context, _ token: JacksonToken) -> JacksonToken {
    contexts.append(context)
    hasEntry = false
    current = context == .array ? "START_ARRAY" : "START_OBJECT"
    return token
  }

  // MARK: - Units

  var peek: UInt16? { units.indices.contains(index) ? units[index] : nil }

  mutating func take() -> UInt16? {
    defer { index += 1 }
    return peek
  }

  /// The next unit, where the text must not end.
  mutating func required() throws(JacksonError) -> UInt16 {
    guard let unit = take() else { throw ended(" in \(current)") }
    return unit
  }

  private mutating func unitAfterBlanks() throws(JacksonError) -> UInt16 {
    guard let unit = try afterBlanks() else {
      throw ended(" within/between \(context.rawValue) entries")
    }
    return unit
  }

  private mutating func unitAfterBlanksOrEnd() throws(JacksonError) -> UInt16? {
    if let unit = try afterBlanks() { return unit }
    guard context != .root else { return nil }
    throw JacksonError(
      upTo:
        "Unexpected end-of-input: expected close marker for \(context.rawValue) (start marker at ")
  }

  private mutating func afterBlanks() throws(JacksonError) -> UInt16? {
    while let unit = take() {
      switch unit {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case 0x2F:
        throw unexpected(
          unit,
          "maybe a (non-standard) comment? (not recognized as one since Feature"
            + " 'ALLOW_COMMENTS' not enabled for parser)")
      case 0..<0x20: throw illegalBlank(unit)
      default: return unit
      }
    }
    return nil
  }
}
