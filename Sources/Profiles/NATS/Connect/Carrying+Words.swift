// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS
internal import Suite

// What clients say of options that do not go together.
extension CarryRules {
  var twoTokens: CallEnding {
    switch reader {
    case .go: .told("nats: token and token handler both set")
    case .c(let isNew):
      .told(
        "Connect: Illegal State: (\(isNew ? "src/conn.c:1088" : "conn.c:989")): Token and token"
          + " handler options cannot be both set")
    default: .checked(Check(.policy, .credentials, "options"))
    }
  }

  var optionAndHandler: CallEnding {
    switch reader {
    case .go: .told("nats: token and token handler both set")
    case .c(let isNew):
      .told(
        "SetTokenHandler: Illegal State: (\(isNew ? "src/opts.c:234" : "opts.c:206")): Cannot set"
          + " a token handler if a token has already been set")
    case .nodeURL:
      .told("BAD_AUTHENTICATION: token and tokenHandler cannot both be provided")
    default: .checked(Check(.policy, .credentials, "options"))
    }
  }

  var twoKinds: CallEnding {
    switch reader {
    case .java:
      .told("java.lang.IllegalStateException: Options can't have token and username")
    case .nodeURL: .told("BAD_AUTHENTICATION: User and Token can not both be provided")
    default: .checked(Check(.policy, .credentials, "options"))
    }
  }
}
