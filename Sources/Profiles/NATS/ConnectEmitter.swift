// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// Tells which profiles write a CONNECT line in just this way.
struct ConnectEmitter {
  let line: [UInt8]
  let members: JSONObject

  var variants: [String] {
    let model = CarryModel()
    return model.profiles.filter { writes(model.rules(by: $0)) }.map(\.variant)
  }

  private func writes(_ rules: CarryRules) -> Bool {
    let version = CarryVersion.found(in: line, usually: rules.layout.version)
    let credentials = CarryCredentials(
      token: members[rules.layout.tokenName], user: members["user"], password: members["pass"])
    let made = try? CarryLine(
      rules: rules, credentials: credentials, version: version ?? rules.layout.version
    ).bytes()
    guard let made else { return false }
    if made.withoutLineEnd == line.withoutLineEnd { return true }
    guard rules.layout.isShuffled,
      let mine = try? ConnectLine(reading: made.span, longestArgument: .max)
    else { return false }
    return mine.members.members.count == members.members.count
      && Set(mine.members.members) == Set(members.members)
  }
}
