// SPDX-License-Identifier: MIT

internal import Suite

extension FormatModel {
  /// The reference with the behaviours of a profile.
  func rules(by profile: Profile) -> Rules {
    deviations.reduce(into: reference) { rules, deviation in
      if profile.behaviours.contains(deviation.info.id) { deviation.change(&rules) }
    }
  }

  /// The rules of a recorded assistant, by the name of its variant.
  func rules(ofVariant variant: String) throws -> Rules {
    guard let profile = profiles.first(where: { $0.variant == variant }) else {
      let known = profiles.map(\.variant).joined(separator: " ")
      throw ToolError("\(format) has no assistant '\(variant)'; known are \(known)")
    }
    return rules(by: profile)
  }
}
