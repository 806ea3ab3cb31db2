// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What an opener of the keys before 006 is asked.
struct OpeningLegacy {
  let token: Text
  let shape: LegacyShape
  let certificate: Text
  let channel: Text
  let uid: UInt32
  let account: Text
  let now: Int64?
  private let opener: LegacyOpener

  /// A second that stands for the clock of whoever opens.
  private static let present: Int64 = 1_800_000_000

  /// Nothing where no version is named.
  init?(_ question: VectorQuestion) {
    let input = question.input
    guard let shape = input["version"]?.string.flatMap(LegacyShape.init(named:)) else { return nil }
    self.shape = shape
    token = input["token"]?.text ?? ""
    certificate = input["app_certificate"]?.text ?? ""
    channel = input["channel_name"]?.text ?? ""
    uid = input["uid"]?.int.flatMap { UInt32(exactly: $0) } ?? 0
    account = input["user_account"]?.text ?? ""
    now = question.now == .ownClock ? Self.present : question.second
    let service = LegacyService.allCases.first { "\($0)" == input["service"]?.string }
    opener = LegacyOpener(
      shape, channel: channel, uid: uid, account: account, appID: input["app_id"]?.text,
      service: service)
  }

  func claims(_ checks: Checks) throws(Refusal) -> JSONObject {
    try opener.claims(of: token.bytes, secret: certificate, now: now, checks: checks)
  }
}

extension LegacyShape {
  /// The form by its version.
  init?(named name: String) {
    if let version = TextKey.Version(rawValue: name) {
      self = .text(version)
    } else if let known = Self.named[name] {
      self = known
    } else {
      return nil
    }
  }

  private static let named: [String: LegacyShape] = ["005": .packed, "signaling": .signaling]

  var name: String {
    switch self {
    case .text(let version): version.rawValue
    case .packed: "005"
    case .signaling: "signaling"
    }
  }
}

extension LegacyEntry {
  /// The form of what it makes.
  var shape: LegacyShape {
    switch form {
    case .text(let version, _): .text(version)
    case .packed: .packed
    case .signaling: .signaling
    }
  }
}
