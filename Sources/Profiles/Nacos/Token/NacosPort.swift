// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Nacos

/// Puts a token's three parts together, with what ports get wrong.
struct NacosPort {
  let mistakes: NacosMistakes

  func sign(
    _ payload: [UInt8], _ algorithm: NacosAlgorithm, _ key: [UInt8]
  ) throws(NacosException) -> Text {
    let parts = [header(algorithm), encode(payload)]
    let signed = mistakes.contains(.payloadAlone) ? parts[1] : joined(parts)
    guard let signature = try? algorithm.digest.hmac(signed.span, key: key.span) else {
      throw .refusal("the token is too long to be signed")
    }
    let written =
      mistakes.contains(.hexSignature) ? Array(Hex.encode(signature).utf8) : encode(signature)
    return Text(joined(parts + [written]))
  }

  private func header(_ algorithm: NacosAlgorithm) -> [UInt8] {
    let typ = mistakes.contains(.typ) ? #","typ":"JWT""# : ""
    return encode(Array(#"{"alg":"\#(algorithm.rawValue)"\#(typ)}"#.utf8))
  }

  private func encode(_ bytes: [UInt8]) -> [UInt8] {
    let last: StaticString = mistakes.contains(.standardAlphabet) ? "+/" : "-_"
    return Base64(last: last, padding: mistakes.contains(.padded) ? .required : .absent)
      .encode(bytes)
  }

  private func joined(_ parts: [[UInt8]]) -> [UInt8] {
    Array(parts.joined(separator: [UInt8(ascii: ".")]))
  }
}
