// SPDX-License-Identifier: MIT

internal import Bytes

/// A token as jjwt takes it apart, before it asks for the signature.
struct JjwtToken {
  /// The name in the header, where there is one.
  private(set) var algorithm: JavaString?
  /// The third part; nothing where it is empty.
  let signature: JavaString?
  /// The claims, where the payload looks like an object.
  private(set) var claims: JavaMap?
  /// The bytes that are signed.
  let signed: [UInt8]

  private static let dots = 2

  init(_ token: JavaString) throws(NacosException) {
    let pieces = try Self.split(token)
    let (header, payload) = (pieces[0].stripped, pieces[1].stripped)
    signature = pieces[2].isEmpty ? nil : pieces[2]
    let name = header.isEmpty ? "null" : header.display
    signed = JavaString("\(name).\(payload.display)".utf16).ascii
    var codec: JjwtCompression?
    if !header.isEmpty {
      let members = try Self.header(header)
      algorithm = members.value("alg").map(\.text).flatMap { $0.isBlank ? nil : $0 }
      codec = try JjwtCompression(members)
    }
    guard !payload.isEmpty else { return }
    var bytes = try JjwtBase64.url.decode(payload)
    if let codec { bytes = try codec.decompress(bytes) }
    try readClaims(JavaString(utf8: bytes))
  }

  private static func split(_ token: JavaString) throws(NacosException) -> [JavaString] {
    guard !token.isBlank else {
      throw .argument("JWT String argument cannot be null or empty.")
    }
    let pieces = token.piecesBetweenDots
    guard token.display != ".." else {
      throw .jjwt("MalformedJwtException", "JWT string '..' is missing a header.")
    }
    guard pieces.count == dots + 1 else {
      throw .jjwt(
        "MalformedJwtException",
        "JWT strings must contain exactly 2 period characters. Found: \(pieces.count - 1)")
    }
    return pieces
  }

  private static func header(_ text: JavaString) throws(NacosException) -> JavaMap {
    try object(JavaString(utf8: JjwtBase64.url.decode(text)))
  }

  private mutating func readClaims(_ payload: JavaString) throws(NacosException) {
    guard payload.units.first == 0x7B, payload.units.last == 0x7D else { return }
    claims = try Self.object(payload)
  }

  private static func object(_ json: JavaString) throws(NacosException) -> JavaMap {
    let value: JavaValue
    do throws(JacksonError) {
      value = try JavaValue(reading: json.utf8, version: .v2_12)
    } catch {
      throw .jjwt("MalformedJwtException", "Unable to read JSON value: \(json.display)")
    }
    switch value {
    case .map(let map): return map
    case .null: throw .argument("Map argument cannot be null.")
    default:
      throw NacosException(
        type: "java.lang.ClassCastException", message: value.castMessage(to: "java.util.Map"))
    }
  }

  /// What jjwt says to a token that is not one of signed claims.
  var kind: String {
    if signature != nil { return "Signed plaintext JWSs are not supported." }
    return claims == nil
      ? "Unsigned plaintext JWTs are not supported." : "Unsigned Claims JWTs are not supported."
  }
}
