// SPDX-License-Identifier: MIT

public import NATS
internal import Suite

/// What a nats-server of some version is expected to answer.
public struct AdmissionForecast: Sendable {
  /// The version whose profile is used.
  public let version: String
  private let rules: AdmissionModelRules

  /// Takes the profile of the nearest known version at or below, or of the oldest one.
  public init(version wanted: String) {
    let model = AdmissionModel()
    let known = model.profiles.sorted {
      Self.numbers($0.variant).precedes(Self.numbers($1.variant))
    }
    let numbers = Self.numbers(wanted)
    let profile =
      known.last { !numbers.precedes(Self.numbers($0.variant)) } ?? known.first
    version = profile?.variant ?? "reference"
    rules = profile.map { model.rules(by: $0) } ?? model.reference
  }

  /// The connection after some reads.
  public func admission(
    _ reads: [[UInt8]], gate: AdmissionGate
  ) -> Admission {
    var admission = Admission(gate, rules: rules.admission)
    for read in reads { admission.receive(read.span) }
    return admission
  }

  private static func numbers(_ version: String) -> [Int] {
    version.split(separator: "-")[...].first?.split(separator: ".").map { Int($0) ?? 0 } ?? []
  }
}

extension [Int] {
  fileprivate func precedes(_ other: [Int]) -> Bool { lexicographicallyPrecedes(other) }
}
