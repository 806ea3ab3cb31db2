// SPDX-License-Identifier: MIT

internal import Suite

/// What each recorded server does, as a list of behaviours.
enum NacosHTTPProfiles {
  static let all: [Profile] = [
    profile("1.4.8", first),
    profile("1.4.8-uawhite", first + ["nacos.http-user-agent"]),
    profile("2.4.3", second),
    profile("2.4.3-uawhite", second + ["nacos.http-user-agent"]),
    profile(
      "3.0.3",
      plugin + [
        "nacos.http-words-3", "nacos.http-exceptions-swallowed", "nacos.http-login-by-token",
      ]),
  ]

  private static let first = ["nacos.http-tokens-jjwt", "nacos.http-words-1"]
  private static let second = plugin + ["nacos.http-words-2", "nacos.http-exceptions-reported"]
  private static let plugin = ["nacos.http-tokens-own", "nacos.http-any-place"]

  private static func profile(_ variant: String, _ behaviours: [String]) -> Profile {
    Profile("alibaba/nacos", variant, behaviours + ["nacos.http-password-anywhere"])
  }
}
