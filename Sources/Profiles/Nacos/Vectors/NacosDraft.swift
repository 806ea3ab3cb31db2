// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Nacos
internal import Suite

/// A question about a token that is taken apart; sealed again, everything outside a change holds.
struct NacosDraft: Sendable {
  var header: [UInt8]
  var payload: [UInt8]
  /// What it is signed with; nothing where it is not signed.
  var algorithm: NacosAlgorithm?
  var key: [UInt8]

  /// What the server is configured with, and what time it is there.
  var secret: Text
  var now: VectorQuestion.Moment = .second(NacosSamples.now)

  private var changes: [NacosLayer: [@Sendable ([UInt8]) -> [UInt8]]] = [:]

  init(
    payload: String = NacosSamples.payload, _ algorithm: NacosAlgorithm = .hs256,
    key: [UInt8] = NacosSamples.key
  ) {
    header = Self.header(naming: algorithm.rawValue)
    self.payload = Array(payload.utf8)
    self.algorithm = algorithm
    self.key = key
    secret = NacosSamples.configured(key)
  }

  static func header(naming name: String) -> [UInt8] { Array(#"{"alg":"\#(name)"}"#.utf8) }

  /// Changes a layer when it has been computed.
  mutating func change(_ layer: NacosLayer, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    changes[layer, default: []].append(change)
  }

  var question: VectorQuestion {
    VectorQuestion(
      op: VectorQuestion.open,
      input: ["secret_key": .string(secret), "token": .string(Text(token))], now: now)
  }

  // MARK: - Sealing

  var token: [UInt8] {
    let header = changed(.header, Base64.url.encode(changed(.headerJSON, header)))
    let payload = changed(.payload, Base64.url.encode(changed(.payloadJSON, payload)))
    let mac = changed(.mac, mac(of: changed(.signed, Self.joined([header, payload]))))
    return changed(
      .token,
      Self.joined([
        changed(.sentHeader, header), changed(.sentPayload, payload),
        changed(.signature, Base64.url.encode(mac)),
      ]))
  }

  private func changed(_ layer: NacosLayer, _ bytes: [UInt8]) -> [UInt8] {
    changes[layer]?.reduce(bytes) { $1($0) } ?? bytes
  }

  private func mac(of text: [UInt8]) -> [UInt8] {
    algorithm.flatMap { try? $0.digest.hmac(text.span, key: key.span) } ?? []
  }

  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    Array(parts.joined(separator: [UInt8(ascii: ".")]))
  }
}
