// SPDX-License-Identifier: MIT

internal import Crypto
public import Bytes
public import Nacos

/// Whoever knows the key of a Nacos server and signs any bytes.
public enum NacosAttacker {
  /// The key is long enough for each algorithm.
  public static let secretText: Text =
    "PAcTwNNxXqd9/oW+uS1RY58b5gIvsTs+Y3hPJu4/Yh6Hc0H5VJoD9GasLUzFoP/Ja23lCh7Wy29nEb6Z11MGXA=="

  private static let dot = UInt8(ascii: ".")

  public static var key: NacosKey {
    get throws { try NacosKey(configured: secretText) }
  }

  /// The input as the payload of a token of each algorithm, and as the text of one.
  public static func tokens(of input: [UInt8]) throws -> [[UInt8]] {
    try NacosAlgorithm.allCases.map { algorithm in
      try token(of: Base64.url.encode(input), algorithm)
    } + [token(of: input, .hs256)]
  }

  private static func token(of payload: [UInt8], _ algorithm: NacosAlgorithm) throws -> [UInt8] {
    let text = Array(algorithm.header.description.utf8) + [dot] + payload
    let key = try key.bytes
    let signature = try algorithm.digest.hmac(text.span, key: key.span)
    return Base64.url.encode(signature, after: text + [dot])
  }
}
