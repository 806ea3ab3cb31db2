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
    load("own-time-dropped", "the time of the token counts, not the one before", ["init.privileges"]) {
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
    load("salt-ts-after", "salt and end are set after loading", ["init.salt-ts", "006.salt.given"]) {
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
    load("none", "a token without privileges", ["init.privileges"], of: Request006.made { $0.steps = [] }),
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

  // MARK: - Tokens that are not sound

  /// A name, a comment, the edit of the token that is loaded, and its arguments.
  typealias Unsound = (name: String, comment: String, edit: String, arguments: JSONObject)

  static let unsound: [Unsound] = versions + layers + numbers + texts

  /// The request to load a token that an edit has made.
  static func request(_ unsound: Unsound) throws -> Case006 {
    let open = OpenCases006.opening(
      token: origin, Request006(), wishes: [:], now: .timeless)
    var draft = try Draft006(open)
    try Draft006.edit(named: unsound.edit).change(&draft, unsound.arguments)
    let token = draft.question.input["token"] ?? ""
    return load(unsound.name, unsound.comment, ["token.sound", "init.unsound"], of: token)
  }

  private static let versions: [Unsound] = [
    ("version-005", "a token of version 005", "sets-version", ["version": "005"]),
    ("version-007", "a token of version 007", "sets-version", ["version": "007"]),
    ("version-06", "a version that counts as the number 6", "sets-version", ["version": "06 "]),
    ("app-id-no-digits", "an app id that is none", "sets-app-id", [
      "app_id": "970CA35de60c44645bbae8a215061b3-",
    ]),
  ]

  private static let layers: [Unsound] =
    [0, 2, 3, 20, 35, 100].map {
      ("text-of-\($0)", "a text of \($0) characters", "cuts", ["layer": "text", "to": .integer($0)])
    }
    + [1, 10, 34, 36, 40, 43, 44, 60, -1].map {
      (
        "content-to\($0 < 0 ? "-minus" : "")-\(abs($0))", "a content that is cut",
        "cuts", ["layer": "content", "to": .integer($0)]
      )
    }
    + [0, 3, 6, 9, 12, -4].map {
      (
        "message-to\($0 < 0 ? "-minus" : "")-\(abs($0))", "a message that is cut, and signed",
        "cuts", ["layer": "message", "to": .integer($0)]
      )
    } + [
      ("content-longer", "three bytes behind the message", "appends", [
        "layer": "content", "bytes": .string(Text([0, 0, 0])),
      ]),
      ("message-longer", "three bytes behind the last privilege", "appends", [
        "layer": "message", "bytes": .string(Text([0, 0, 0])),
      ]),
    ]

  private static let numbers: [Unsound] = [
    ("privileges-1-of-2", "a count below the privileges", "sets-number", [
      "field": "privilege-count", "value": 1,
    ]),
    ("privileges-3-of-2", "a count beyond the privileges", "sets-number", [
      "field": "privilege-count", "value": 3,
    ]),
    ("privileges-65535", "a count with the highest bit", "sets-number", [
      "field": "privilege-count", "value": 65535,
    ]),
    ("message-longer-than-bytes", "a message that says to be longer", "sets-number", [
      "field": "message-length", "value": 40,
    ]),
    ("message-65535", "a length with the highest bit", "sets-number", [
      "field": "message-length", "value": 65535,
    ]),
    ("signature-31", "a signature that says to be shorter", "sets-number", [
      "field": "signature-length", "value": 31,
    ]),
    ("signature-none", "no signature", "sets-signature", ["signature": ""]),
    ("privilege-twice", "a privilege that stands twice", "adds-privilege", [
      "privilege": 2, "expire": 7,
    ]),
  ]

  private static let texts: [Unsound] = [
    ("base64-url", "base64 as for URLs", "base64-url", [:]),
    ("escaped", "plus and slash as in a URL", "escapes", [:]),
    ("broken-lines", "base64 in lines", "breaks-lines", [:]),
    ("line-feed", "a line feed behind the token", "appends", ["layer": "text", "bytes": "\n"]),
    ("padding", "padding that is not needed", "appends", ["layer": "text", "bytes": "===="]),
    ("star", "a character that is no symbol", "replaces", [
      "layer": "text", "at": 60, "count": 1, "by": "*",
    ]),
  ]
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
