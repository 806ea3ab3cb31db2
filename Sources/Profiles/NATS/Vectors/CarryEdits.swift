// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Ways to make an address or options wrong.
enum CarryEdits {
  static let table: [Edit<CarryDraft>] = [
    Edit("nats.sets-scheme", clause: "nats.url.scheme", "another scheme") {
      $0.scheme = try $1.text("text")
    },
    Edit("nats.sets-user-part", clause: "nats.url.characters", "another user part, with its @") {
      $0.userPart = try $1.text("text")
    },
    Edit("nats.sets-host", clause: "nats.url.characters", "another host") {
      $0.host = try $1.text("text")
    },
    Edit("nats.sets-port", clause: "nats.url.characters", "another port, with its colon") {
      $0.port = try $1.text("text")
    },
    Edit("nats.sets-path", clause: "nats.url.characters", "something follows the port") {
      $0.rest = try $1.text("text")
    },
    Edit("nats.sets-options", clause: "nats.one-place", "other options, or more of them") {
      $0.set($1)
    },
  ]
}
