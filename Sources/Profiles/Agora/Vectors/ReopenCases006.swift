// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Builders of AccessToken 006 that load a token.
enum ReopenCases006 {
  private static let origin = Request006.made {
    $0.steps = [.set(2, 2000), .set(10, 1000)]
    $0.inject = ["salt": 99, "ts": 1_563_586_517]
  }

  static let loaded: [Case006] = [
    load("loaded", "a token is loaded and made again", ["init.privileges", "init.salt-ts"]),
    load("own-dropped", "what was set before is gone", ["init.privileges"]) {
      $0.steps.insert(.set(5, 5), at: 0)
    },
    load(
      "own-time-dropped", "the time of the token counts, not the one before", ["init.privileges"]
    ) {
      $0.steps.insert(.set(2, 5), at: 0)
    },
    load("set-after", "a privilege is added to the token's", ["init.changes"]) {
      $0.steps.append(.set(1, 3000))
    },
    load("renewed", "a privilege of the token gets another time", ["init.changes"]) {
      $0.steps.append(.set(2, 3000))
    },
    load("removed-after", "a privilege of the token is removed", ["init.changes", "006.remove"]) {
      $0.steps.append(.remove(10))
    },
    load("salt-ts-after", "salt and end are set after loading", ["init.salt-ts", "006.salt.given"])
    {
      $0.steps.append(.saltTs(7, 7_777_777))
    },
    load("salt-ts-before", "salt and end of the token count, not those before", ["init.salt-ts"]) {
      $0.steps.insert(.saltTs(7, 7_777_777), at: 0)
    },
    load("other-user", "loaded for another channel and user", ["init.privileges"]) {
      ($0.channel, $0.uid) = ("room-b", "alice")
    },
    load("other-certificate", "made again with another certificate", ["init.privileges"]) {
      $0.certificate = "f0e1d2c3b4a5968778695a4b3c2d1e0f"
    },
    load("any-user", "loaded for the uid 0", ["init.privileges", "006.uid-zero"]) { $0.uid = 0 },
    load("twice", "the second of two tokens counts", ["init.privileges"]) {
      $0.steps.append(
        .load(Request006.made { $0.steps = [.set(3, 3)] }))
    },
    load("next-builder", "the next builder has nothing of the token", ["builder.independent"]) {
      $0.steps += [.newBuilder, .set(1, 1)]
    },
    load("token-between", "made, loaded and made again", ["init.privileges", "006.repeat"]) {
      $0.steps = [.set(1, 1), .buildToken] + $0.steps
    },
    load(
      "none", "a token without privileges", ["init.privileges"],
      of: Request006.made { $0.steps = [] }),
    load(
      "limits", "the largest numbers", ["init.privileges", "init.salt-ts"],
      of: Request006.made {
        $0.steps = [.set(65535, 4_294_967_295)]
        $0.inject = ["salt": 4_294_967_295, "ts": 4_294_967_295]
      }),
    load(
      "zeros", "the smallest numbers", ["init.privileges", "init.salt-ts"],
      of: Request006.made {
        $0.steps = [.set(0, 0)]
        $0.inject = ["salt": 0, "ts": 0]
      }),
    load(
      "162-privileges", "a content of more than 1024 bytes", ["init.privileges"],
      of: large(162)),
    load(
      "680-privileges", "a content of more than 4096 bytes", ["init.privileges"],
      of: large(680)),
  ]

  private static func large(_ count: Int) -> JSONValue {
    Request006.made { $0.steps = (0..<count).map { .set(.integer($0), .integer($0)) } }
  }

  private static func load(
    _ name: String, _ comment: String, _ clauses: [String], of token: JSONValue = origin,
    change: (inout Request006) -> Void = { _ in }
  ) -> Case006 {
    Case006(name, comment, clauses, "loading") {
      $0.op = "reopen"
      $0.steps = [.load(token)]
      change(&$0)
    }
  }
}

extension Request006 {
  /// The token that the reference makes of a request.
  static func made(_ change: (inout Request006) -> Void) -> JSONValue {
    var request = Request006()
    change(&request)
    return request.token
  }

  var token: JSONValue {
    let vectors = Agora006Vectors.standard
    guard case .accepted(let answer) = vectors.answer(to: question, as: nil) else {
      return .null
    }
    return answer["token"] ?? .null
  }
}
