// SPDX-License-Identifier: MIT

internal import Bytes

/// The members of a payload as Jackson binds them to Nacos's class.
///
/// | member | type | where it is missing |
/// |---|---|---|
/// | sub | `String` | null |
/// | exp | `long` | the second in which the object was made |
struct JacksonPayload {
  static let type = "com.alibaba.nacos.plugin.auth.impl.jwt.NacosJwtPayload"

  private(set) var sub: Text?
  private(set) var exp: Int64?

  /// Reads an object; nothing where the payload is `null`.
  init?(_ bytes: [UInt8], version: JacksonVersion) throws(JacksonError) {
    var scanner = try JacksonScanner(bytes, version: version)
    guard let first = try scanner.next() else {
      throw JacksonError(at: "No content to map due to end-of-input")
    }
    guard first != .null else { return nil }
    guard first == .startObject else { throw Self.noObject(first) }
    while case .name(let name) = try scanner.next() {
      guard let value = try scanner.next() else { return }
      try bind(name, value, &scanner)
    }
  }

  private mutating func bind(
    _ name: JavaString, _ value: JacksonToken, _ scanner: inout JacksonScanner
  ) throws(JacksonError) {
    switch name.display {
    case "sub": sub = try Self.text(value)
    case "exp": exp = try JacksonLong(value, version: scanner.version).value
    default: try scanner.skipChildren(of: value)
    }
  }

  private static func text(_ value: JacksonToken) throws(JacksonError) -> Text? {
    switch value {
    case .string(let text): text.text
    case .integer(let lexeme), .float(let lexeme): Text(lexeme)
    case .bool(let value): Text(value ? "true" : "false")
    case .null: nil
    default: throw .unexpected(value, for: "java.lang.String")
    }
  }

  // MARK: - What is no object

  private static func noObject(_ token: JacksonToken) -> JacksonError {
    switch token {
    case .string(let text) where text.trimmed.isEmpty:
      JacksonError(
        at: "Cannot coerce empty String (\"\") to `\(type)` value (but could if coercion was"
          + " enabled using `CoercionConfig`)")
    case .string(let text): unmade("String", "from String value ('\(text.trimmed.display)')")
    case .bool(let value): unmade("boolean/Boolean", "from boolean value (\(value))")
    case .integer(let lexeme): unmade(integerType(lexeme), "from Number value (\(lexeme))")
    case .float(let lexeme):
      unmade("double/Double", "from Number value (\(JavaValue.digits(Double(lexeme) ?? 0)))")
    default: .unexpected(token, for: type)
    }
  }

  private static func integerType(_ lexeme: String) -> String {
    if Int32(lexeme) != nil { return "int/Int" }
    return Int64(lexeme) != nil ? "long/Long" : "BigInteger"
  }

  private static func unmade(_ argument: String, _ source: String) -> JacksonError {
    JacksonError(
      at: "Cannot construct instance of `\(type)` (although at least one Creator exists): no"
        + " \(argument)-argument constructor/factory method to deserialize \(source)")
  }
}

extension JacksonError {
  /// A value whose kind cannot become the wanted type.
  static func unexpected(_ token: JacksonToken, for type: String) -> JacksonError {
    let kind = token.kind ?? ("", "")
    return JacksonError(
      at: "Cannot deserialize value of type `\(type)` from \(kind.words) value (token"
        + " `JsonToken.\(kind.name)`)")
  }
}
