// SPDX-License-Identifier: MIT

internal import Suite

/// What each recorded generation of the server does, as a list of behaviours.
enum NacosTokenProfiles {
  static let all: [Profile] = [
    jjwt("1.4.8", early),
    jjwt("2.0.4", early + ["nacos.key-text-utf8"]),
    jjwt("2.1.2", early + ["nacos.key-text-utf8"]),
    jjwt("2.2.0.1", ["nacos.key-checked-in-words", "nacos.exp-clamped"]),
    own("2.2.3", ["nacos.own-reader-2.2", "nacos.key-unpadded", "nacos.key-text-ascii"]),
    own("2.3.2", ["nacos.own-reader-2.3", "nacos.key-trimmed-copy"]),
    own("3.0.3", ["nacos.own-reader-2.4", "nacos.key-trimmed-copy"]),
  ]

  private static let early = ["nacos.key-checked-late", "nacos.exp-wraps-milliseconds"]

  private static func jjwt(_ variant: String, _ behaviours: [String]) -> Profile {
    profile(
      variant,
      behaviours + [
        "nacos.key-trimmed", "nacos.always-hs256", "nacos.surrogate-escapes", "nacos.jjwt-reader",
      ])
  }

  private static func own(_ variant: String, _ behaviours: [String]) -> Profile {
    profile(
      variant,
      behaviours + [
        "nacos.exp-wraps",
        "nacos.exp-missing-is-now", "nacos.sub-missing", "nacos.trailing-dots",
      ])
  }

  private static func profile(_ variant: String, _ behaviours: [String]) -> Profile {
    Profile("alibaba/nacos", variant, ["nacos.user-unchecked"] + behaviours)
  }
}
