// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import NATS
internal import Synchronization

/// Remembers which secrets had which hashes: a hash is slow to compute, and is asked for again for
/// each deviation that might explain an answer.
final class HashMemory: Sendable {
  private struct Pair: Hashable {
    let hash: BcryptHash
    let secret: Text
  }

  private static let most = 4096

  private let known = Mutex<[Pair: Bool]>([:])

  var compare: ServerSecret.Comparison {
    { [self] hash, secret in
      let pair = Pair(hash: hash, secret: secret)
      if let found = known.withLock({ $0[pair] }) { return found }
      let matches = Admission.compare(hash, secret)
      known.withLock { known in
        if known.count >= Self.most { known.removeAll() }
        known[pair] = matches
      }
      return matches
    }
  }
}
