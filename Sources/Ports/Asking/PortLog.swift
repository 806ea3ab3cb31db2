// SPDX-License-Identifier: MIT

internal import Synchronization

/// What happened while a port was asked, beside its answers.
public final class PortLog: Sendable {
  public struct Entry: Equatable, Sendable {
    /// How the port or its adapter broke the protocol, each once.
    public var faults: [String] = []
    /// The lines that were no message, and the first of them.
    public var strayLines = 0
    public var straySample: String?
    /// What the port said of itself.
    public var hello: PortHello?
  }

  private static let mostFaults = 20

  private let state = Mutex(Entry())

  public init() {}

  public var entry: Entry { state.withLock { $0 } }

  func update(_ change: (inout Entry) -> Void) { state.withLock { change(&$0) } }

  func fault(_ words: String) {
    update {
      guard $0.faults.count < Self.mostFaults, !$0.faults.contains(words) else { return }
      $0.faults.append(words)
    }
  }

  func stray(_ line: ArraySlice<UInt8>) {
    update {
      $0.strayLines += 1
      if $0.straySample == nil {
        $0.straySample = String(decoding: line.prefix(200), as: UTF8.self)
      }
    }
  }
}
