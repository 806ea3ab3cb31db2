// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Nacos

/// A token of the documented form: what it says, before anybody judges that.
struct DocumentedToken {
  let algorithm: NacosAlgorithm
  let payload: JSONObject
  let isSigned: Bool

  /// Why a token has not the documented form.
  struct Flaw: Error {
    let clause: String
    let field: String
    var offset: Int?
    let expected: String
  }

  init(_ token: [UInt8], key: [UInt8]) throws(Flaw) {
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw Flaw(clause: "nacos.parts.three", field: "token", expected: "three parts")
    }
    guard let algorithm = NacosAlgorithm.allCases.first(where: { $0.isNamed(by: parts[0]) }) else {
      throw Flaw(
        clause: "nacos.header.text", field: "header", offset: 0,
        expected: NacosAlgorithm.allCases.map(\.header.description).joined(separator: " or "))
    }
    guard algorithm.length <= key.count else {
      throw Flaw(
        clause: "nacos.alg.fits-key", field: "header", offset: 0,
        expected: "an algorithm for a key of \(key.count) bytes")
    }
    self.algorithm = algorithm
    payload = try Self.payload(parts[1])
    let signed = token.prefix(parts[1].endIndex)
    let signature = try? algorithm.digest.hmac(Array(signed).span, key: key.span)
    isSigned = signature.map { Base64.url.encode($0) } == Array(parts[2])
  }

  private static func payload(_ part: ArraySlice<UInt8>) throws(Flaw) -> JSONObject {
    let bytes: [UInt8]
    do throws(FormatError) {
      bytes = try Base64.url.decode(Array(part).span, offset: part.startIndex)
    } catch {
      throw Flaw(
        clause: "nacos.parts.base64url", field: "payload", offset: error.offset,
        expected: "base64url without padding")
    }
    guard let object = try? JSONValue(parsing: bytes.span).object,
      object.members.count == 2, object["sub"] != nil, object["exp"] != nil
    else {
      throw Flaw(
        clause: "nacos.payload.members", field: "payload", offset: part.startIndex,
        expected: "an object with sub and exp alone")
    }
    return object
  }
}

extension NacosAlgorithm {
  func isNamed(by header: ArraySlice<UInt8>) -> Bool {
    header.elementsEqual(self.header.description.utf8)
  }
}
