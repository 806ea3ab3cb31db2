// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Tokens whose signature holds, over services that are not laid out as they must be.
enum ServiceRefusals007 {
  typealias Row = ForgedTokens007.Row

  static let all = counts + types + duplicates + trailing

  // MARK: - Counts

  private static func count(
    _ name: String, _ comment: String, of parent: String = "rtc", _ field: String, _ value: Int,
    by reason: String = "truncated", _ place: String
  ) -> Row {
    LayoutRefusals007.row(
      "count-\(name)", comment, of: parent, "sets-number",
      ["field": .string(field), "value": .integer(value)], by: reason, place, "length")
  }

  private static let counts = [
    count("services-two", "A service fewer than told", "service-count", 2, "service-type"),
    count("services-max", "65535 services are told", "service-count", 65535, "service-type"),
    count(
      "services-zero", "No service is told, though one stands there", "service-count", 0,
      by: "service.count", "service-count"),
    LayoutRefusals007.row(
      "no-service", "No service is told, and none stands there", of: "nothing-asked",
      "drops-services", by: "service.count", "service-count"),
    count(
      "services-one", "Of two services one is told", of: "second-channel", "service-count", 1,
      by: "trailing", "services"),
    count(
      "privileges-two", "A privilege fewer than told", "privilege-count", 2, "channel"),
    count(
      "privileges-zero", "No privilege is told, though one stands there", "privilege-count", 0,
      by: "trailing", "services"),
    count(
      "privileges-nine", "Privileges to the end of the token and beyond", "privilege-count", 9,
      "privilege-expire"),
    count(
      "resources-two", "A type of resources fewer than told", of: "rtm2-one", "resource-count",
      2, "resource-type"),
    count(
      "resources-zero", "No type of resources is told", of: "rtm2-one", "resource-count", 0,
      by: "trailing", "services"),
    count(
      "permissions-two", "A permission fewer than told", of: "rtm2-one", "permission-count", 2,
      "permission"),
    count(
      "names-two", "A name fewer than told", of: "rtm2-one", "name-count", 2, "name-length"),
    count(
      "name-max", "A name is said to be longer than all", of: "rtm2-one", "name-length", 65535,
      "name"),
  ]

  // MARK: - Types

  private static func type(_ name: String, _ comment: String, _ value: Int) -> Row {
    LayoutRefusals007.row(
      "type-\(name)", comment, "sets-number",
      ["field": "service-type", "value": .integer(value)], by: "service.type", "service-type")
  }

  private static let types = [
    type("zero", "A service of the type 0", 0), type("nine", "The type behind the last", 9),
    type("99", "A type that does not exist", 99), type("max", "The greatest type", 65535),
    LayoutRefusals007.row(
      "type-big-endian", "The type of the service is big-endian", "swaps-bytes",
      ["field": "service-type"], by: "service.type", "service-type", "byte-order"),
    LayoutRefusals007.row(
      "type-unknown-second", "The second of two services is of no known type",
      of: "second-channel", "sets-number", ["field": "service-type", "nth": 1, "value": 10],
      by: "service.type", "service-type"),
    LayoutRefusals007.row(
      "type-unknown-bare", "A service of an unknown type without fields", of: "fpa",
      "sets-number", ["field": "service-type", "value": 11], by: "service.type", "service-type"),
    LayoutRefusals007.row(
      "type-rtm-for-rtc", "A channel under the type of messages", "sets-number",
      ["field": "service-type", "value": 2], by: "trailing", "services"),
    LayoutRefusals007.row(
      "type-rtc-for-rtm", "Messages under the type of a channel", of: "rtm", "sets-number",
      ["field": "service-type", "value": 1], by: "truncated", "uid-length"),
  ]

  // MARK: - What stands twice

  private static let duplicates = [
    LayoutRefusals007.row(
      "privilege-twice", "A privilege stands twice, for the same time", of: "privilege-four",
      "sets-number", ["field": "privilege", "nth": 1, "value": 1], by: "privilege.duplicate",
      "privilege", "repeated"),
    LayoutRefusals007.row(
      "privilege-twice-apart", "Two others stand between a privilege and itself",
      of: "privilege-four", "sets-number", ["field": "privilege", "nth": 3, "value": 1],
      by: "privilege.duplicate", "privilege", "repeated"),
    LayoutRefusals007.row(
      "privilege-twice-longer", "A privilege stands again, for longer", of: "privilege-other-over",
      "sets-number", ["field": "privilege", "nth": 0, "value": 2], by: "privilege.duplicate",
      "privilege", "repeated"),
    LayoutRefusals007.row(
      "permission-twice", "A permission stands twice", of: "rtm2", "sets-number",
      ["field": "permission", "nth": 1, "value": 1], by: "permission.duplicate", "permission",
      "repeated"),
    LayoutRefusals007.row(
      "resource-twice", "A type of resources stands twice", of: "rtm2", "sets-number",
      ["field": "resource-type", "nth": 1, "value": 0], by: "permission.duplicate",
      "resource-type", "repeated"),
  ]

  // MARK: - What follows

  private static func trailing(
    _ name: String, _ comment: String, of parent: String = "rtc", _ bytes: String
  ) -> Row {
    LayoutRefusals007.row(
      "trailing-\(name)", comment, of: parent, "appends-to-info", ["bytes": .hex(bytes)],
      by: "trailing", "services", "trailing")
  }

  private static let trailing = [
    trailing("zero", "A zero byte follows the last service", "00"),
    trailing("five", "Five bytes follow the last service", "6d6f726521"),
    trailing("service", "A service follows that the number does not tell", "04000000"),
    trailing("fpa", "A byte follows a service without fields", of: "fpa", "01"),
  ]
}
