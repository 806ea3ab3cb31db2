// SPDX-License-Identifier: MIT

internal import Suite

/// Tells which profiles have a function that makes a key of a shape; their keys are all the same.
struct LegacyEmitter {
  let shape: LegacyShape

  var emitters: AgoraEmitters {
    let model = AgoraLegacyModel()
    return AgoraEmitters(model.profiles) { profile in
      model.rules(by: profile).served.contains { $0.form.shape == shape }
    }
  }
}

extension LegacyEntry.Form {
  fileprivate var shape: LegacyShape {
    switch self {
    case .text(let version, _): .text(version)
    case .packed: .packed
    case .signaling: .signaling
    }
  }
}
