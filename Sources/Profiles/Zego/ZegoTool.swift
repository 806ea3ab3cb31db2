// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite
internal import Zego

/// Making, opening and inspecting ZEGO tokens one at a time.
struct ZegoTool: TokenTool {
  let formats = ZegoFormat.allCases.map(\.rawValue)
  let textNames: Set<String> = ["user_id", "room_id", "payload"]
  static let drawnNames = ["nonce", "iv"]
  static let expectedNames = ["app_id", "user_id", "room_id"]

  // MARK: - Minting

  func mint(
    _ format: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> String {
    let kind = try kind(format)
    let drawn = try ZegoDrawn(drawn, kind)
    let arguments = TypedArguments(input)
    let key = try ZegoSecret(secret)
    guard kind == .token03 else {
      let request = Token04Request(
        appID: try arguments.integer("app_id"), userID: try arguments.string("user_id"),
        effectiveTime: try arguments.integer("effective_time_in_seconds"),
        payload: try arguments.string("payload", default: ""))
      let nonce = try Int32(exactly: drawn.nonce) ?? { throw ToolError("nonce: 32 bits, signed") }()
      let token = try Token04(
        request, form: kind == .token04GCM ? .gcm : .cbc, ctime: drawn.ctime, nonce: nonce)
      return try token.mint(secret: key, iv: drawn.iv)
    }
    let privilege = arguments["privilege"]
    let request = Token03Request(
      appID: try arguments.integer("app_id"), roomID: try arguments.string("room_id"),
      userID: try arguments.string("user_id"), mayLogIn: try privilege.flag("1"),
      mayPublish: try privilege.flag("2"),
      effectiveTime: try arguments.integer("effective_time_in_seconds"))
    let token = try Token03(request, createTime: drawn.ctime, nonce: drawn.nonce)
    return try token.mint(secret: key, iv: drawn.iv)
  }

  func mint(
    _ format: String, as variant: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> Answer {
    let kind = try kind(format)
    let model = ZegoModel(kind)
    let rules = try model.rules(ofVariant: variant)
    var drawnValues = try ZegoDrawn(drawn, kind, by: rules.randomness)
    if rules.randomness.isSeededBySecond {
      drawnValues = ZegoDrawn(secondOf: drawnValues.ctime, ivLength: rules.layout.ivLength)
    }
    var given = input
    given.members.append(.init(name: "secret", value: .string(secret)))
    let question = Question(op: "mint", input: given)
    return model.answer(model.plan(question, by: rules, with: drawnValues))
  }

  private func kind(_ format: String) throws -> ZegoFormat {
    guard let kind = ZegoFormat(rawValue: format) else {
      throw ToolError("'\(format)' is no ZEGO format")
    }
    return kind
  }

  // MARK: - Opening

  func open(
    _ token: [UInt8], as format: String?, secret: Text, now: Int64, expecting: [String: String]
  ) throws -> Opening {
    let asked = try format.map { try self.kind($0) }
    guard let kind = asked ?? ZegoInspector.guess(token) else {
      throw ToolError("the token has no prefix of a ZEGO token")
    }
    if let name = expecting.keys.sorted().first(where: { !Self.expectedNames.contains($0) }) {
      throw ToolError("'\(name)' cannot be expected; \(Self.expectedNames) can")
    }
    do throws(Refusal) {
      let key = try ZegoSecret(secret)
      let expectation = try Token04.Expectation(expecting)
      guard kind == .token03 else {
        let opened = try Token04(
          opening: token.span, secret: key, now: now, expecting: expectation)
        let found: ZegoFormat = opened.form == .gcm ? .token04GCM : .token04CBC
        guard asked == nil || asked == found else {
          throw Refusal(
            .structure, "iv.length", field: "iv-length", offset: 8,
            "the token is one of \(found.rawValue)")
        }
        return Opening(format: found.rawValue, refusal: nil, claims: opened.members)
      }
      let opened = try Token03(opening: token.span, secret: key, now: now, expecting: expectation)
      return Opening(format: kind.rawValue, refusal: nil, claims: opened.members)
    } catch {
      return Opening(format: kind.rawValue, refusal: error)
    }
  }

  func inspect(_ token: [UInt8], secret: Text?, now: Int64) -> Inspection? {
    ZegoInspector(token: token, secret: secret, now: now)?.inspection
  }
}

extension ZegoDrawn {
  /// Takes what was given and draws the rest.
  fileprivate init(
    _ values: DrawnValues, _ kind: ZegoFormat, by rules: RandomnessRules = RandomnessRules()
  ) throws {
    if let name = values.given.keys.sorted().first(where: { !ZegoTool.drawnNames.contains($0) }) {
      throw ToolError("'\(name)' cannot be injected; \(ZegoTool.drawnNames) can")
    }
    let length = kind == .token04GCM ? 12 : 16
    var ivBytes = Array(values.random.prefix(length))
    if case .alphabet(let symbols) = rules.iv {
      let symbols = Array(symbols.utf8)
      ivBytes = ivBytes.map { symbols[Int($0) % symbols.count] }
    }
    if let digits = values.given["iv"] {
      ivBytes = try Hex.decode(Array(digits.utf8).span, field: "iv")
    }
    guard ivBytes.count == length else {
      throw ToolError("iv: \(length) bytes in hexadecimal are wanted, not \(ivBytes.count)")
    }
    let drawn = values.random.suffix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    let random = rules.nonce.fit(drawn, kind, now: values.now)
    let nonce = try values.given["nonce"].map { text in
      try Int64(text) ?? { throw ToolError("nonce: an integer is wanted, not '\(text)'") }()
    }
    self.init(ctime: values.now, nonce: nonce ?? random, iv: ivBytes)
  }
}

extension RandomnessRules.NonceSource {
  /// Brings a random number into the range of the source.
  fileprivate func fit(_ random: Int64, _ kind: ZegoFormat, now: Int64) -> Int64 {
    switch self {
    case .any: kind == .token03 ? random : Int64(Int32(truncatingIfNeeded: random))
    case .range(let range):
      range.lowerBound + Int64(random.magnitude % UInt64(range.upperBound - range.lowerBound))
    case .milliseconds: now &* 1000
    }
  }
}

extension Token04.Expectation {
  fileprivate init(_ words: [String: String]) throws(Refusal) {
    self.init(userID: words["user_id"], roomID: words["room_id"])
    guard let text = words["app_id"] else { return }
    guard let id = UInt32(text) else {
      throw Refusal(
        .policy, "app-id", field: "app_id", "'\(text)' is no app id that a token can be for")
    }
    appID = id
  }
}

extension Token04 {
  var members: JSONObject {
    [
      "app_id": .integer(appID), "user_id": .string(userID), "nonce": .integer(nonce),
      "ctime": .integer(ctime), "expire": .integer(expire), "payload": .string(payload),
    ]
  }
}

extension Token03 {
  var members: JSONObject {
    [
      "app_id": .integer(appID), "room_id": .string(roomID), "user_id": .string(userID),
      "privilege": .object([
        "1": .integer(mayLogIn ? 1 : 0), "2": .integer(mayPublish ? 1 : 0),
      ]),
      "create_time": .integer(createTime), "expire_time": .integer(expireTime),
      "nonce": .integer(nonce),
    ]
  }
}

/// Arguments of a call whose types are known.
private struct TypedArguments {
  let object: JSONObject

  init(_ object: JSONObject) {
    self.object = object
  }

  subscript(name: String) -> Privilege { Privilege(value: object[name]) }

  func integer<Value: FixedWidthInteger>(_ name: String) throws -> Value {
    guard case .integer(let lexeme) = object[name], let value = Value(lexeme) else {
      throw ToolError("\(name): an integer of \(Value.min) to \(Value.max) is wanted")
    }
    return value
  }

  func string(_ name: String, default fallback: String? = nil) throws -> String {
    if object[name] == nil, let fallback { return fallback }
    guard let text = object[name]?.string else { throw ToolError("\(name): text is wanted") }
    return text
  }

  struct Privilege {
    let value: JSONValue?

    func flag(_ key: String) throws -> Bool {
      guard let flag = value?[key]?.int, flag == 0 || flag == 1 else {
        throw ToolError("privilege: an object with 0 or 1 under keys 1 and 2 is wanted")
      }
      return flag == 1
    }
  }
}
