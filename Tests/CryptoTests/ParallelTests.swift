// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import Testing

/// The C layer keeps its contexts by thread; tasks move between threads.
struct `The primitives in parallel` {
  private static let tasks = 64
  private static let rounds = 40

  @Test func `agree with themselves alone`() async throws {
    let alone = try (0..<Self.tasks).map { try results(of: $0) }
    let together = try await withThrowingTaskGroup(
      of: (Int, [[UInt8]]).self
    ) { group in
      for task in 0..<Self.tasks {
        group.addTask {
          var last = try results(of: task)
          for _ in 1..<Self.rounds {
            await Task.yield()
            let again = try results(of: task)
            if again != last { Issue.record("task \(task) disagrees with itself") }
            last = again
          }
          return (task, last)
        }
      }
      return try await group.reduce(into: [Int: [[UInt8]]]()) { $0[$1.0] = $1.1 }
    }
    for task in 0..<Self.tasks { #expect(together[task] == alone[task]) }
  }
}

/// Seals, opens and hashes with keys of all sizes, and meets a refusal on the way.
private func results(of task: Int) throws -> [[UInt8]] {
  let key = [UInt8](repeating: UInt8(task), count: [16, 24, 32][task % 3])
  let (iv, nonce, text) = (counting(16), counting(12), counting(task * 7))
  let cbc = try AESCBC.seal(text.span, key: key.span, iv: iv.span)
  let gcm = try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
  var changed = gcm
  changed[task % gcm.count] ^= 0x10
  #expect(throws: CryptoError.refused) {
    try AESGCM.open(changed.span, key: key.span, nonce: nonce.span)
  }
  let blocks = try AESCBC.openBlocks(cbc.span, key: key.span, iv: iv.span)
  let opened = try AESGCM.open(gcm.span, key: key.span, nonce: nonce.span)
  #expect(opened == text)
  #expect(blocks.starts(with: text))
  return [cbc, gcm, blocks, try Digest.sha256.hmac(text.span, key: key.span)]
}
