// SPDX-License-Identifier: MIT

internal import Agora

/// What the numbers of privileges and roles mean.
enum AgoraNames {
  /// The privileges of a 006; later code keeps 1 to 4 and 1000.
  private static let privileges006: [UInt16: String] = [
    1: "join the channel", 2: "publish audio", 3: "publish video", 4: "publish data",
    5: "publish audio to a CDN", 6: "publish video to a CDN", 7: "request to publish audio",
    8: "request to publish video", 9: "request to publish data", 10: "invite to publish audio",
    11: "invite to publish video", 12: "invite to publish data", 101: "administrate the channel",
    1000: "log in to RTM",
  ]

  private static let privileges007: [Service007.Kind: [UInt16: String]] = [
    .rtc: [1: "join the channel", 2: "publish audio", 3: "publish video", 4: "publish data"],
    .rtm: [1: "log in"], .fpa: [1: "log in"], .chat: [1: "a user", 2: "an app"],
    .apaas: [1: "a user in a room", 2: "a user", 3: "an app"],
  ]

  /// The privileges that a 006 builder gives to a role, all without an end of their own.
  static let roles: [String: [UInt16]] = [
    "attendee": [1, 2, 3, 4], "publisher": [1, 2, 3, 4, 5, 6, 10, 11, 12],
    "subscriber": [1, 7, 8, 9], "admin": [1, 2, 3, 4, 101],
  ]

  static func privilege(_ id: UInt16, in service: Service007.Kind?) -> String {
    let name = service.map { privileges007[$0]?[id] } ?? privileges006[id]
    return "\(id)" + (name.map { ", \($0)" } ?? "")
  }
}
