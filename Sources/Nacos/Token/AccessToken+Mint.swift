// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto
internal import JSON

extension AccessToken {
  /// Controls as Jackson writes them.
  private static let style: JSONStyle = {
    var style = JSONStyle()
    style.hexIsUpperCase = true
    return style
  }()

  /// Makes the token, with the algorithm that the key's length selects where none is given.
  public func mint(
    key: NacosKey, algorithm: NacosAlgorithm? = nil
  ) throws(Refusal) -> [UInt8] {
    let algorithm = algorithm ?? key.algorithm
    var token = Self.header(algorithm)
    token.append(Self.dot)
    token = Base64.url.encode(try payload(), after: token)
    guard let signature = try? algorithm.digest.hmac(token.span, key: key.bytes.span) else {
      throw Refusal(.crypto, .signature, field: "signature", "the token is too long to be signed")
    }
    token.append(Self.dot)
    return Base64.url.encode(signature, after: token)
  }

  private func payload() throws(Refusal) -> [UInt8] {
    var bytes = Array(#"{"sub":"#.utf8)
    guard !sub.isEmpty, Self.style.write(sub, to: &bytes) else {
      throw Refusal(.claims, .userText, field: "sub", "a user name in Unicode text is expected")
    }
    bytes += #","exp":"#.utf8
    bytes.append(decimal: exp)
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  static func header(_ algorithm: NacosAlgorithm) -> [UInt8] {
    Array(algorithm.header.description.utf8)
  }
}
