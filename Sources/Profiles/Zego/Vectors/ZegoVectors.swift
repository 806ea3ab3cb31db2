// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite
internal import Zego

/// The vectors of one ZEGO format.
struct ZegoVectors: VectorModel {
  let kind: ZegoFormat
  let model: ZegoModel
  let checks: [OpenerCheck]
  let editTable: [Edit<ZegoDraft>]
  private let copies: [String: ZegoRules]

  init(_ kind: ZegoFormat) {
    self.kind = kind
    let model = ZegoModel(kind)
    self.model = model
    checks = ZegoOpenerChecks.table(for: kind)
    editTable = ZegoEdits.table(for: kind)
    copies = Dictionary(
      uniqueKeysWithValues: model.deviations.map { deviation in
        var rules = model.reference
        deviation.change(&rules)
        return (deviation.info.id, rules)
      })
  }

  var format: String { kind.rawValue }
  var mistakes: [DeviationInfo] { model.deviations.map(\.info) }
  var edits: [DeviationInfo] { editTable.map(\.info) }
  var drawnNames: Set<String> { ["nonce", "iv", kind.ctimeName, kind.expireName] }
  var drawnRules: [DrawnRule] {
    [
      DrawnRule(
        "iv", bits: nil, fresh: ("zego.iv.fresh", .must), wide: ("zego.iv.unpredictable", .should)),
      DrawnRule(
        "nonce", bits: kind == .token03 ? 63 : 32,
        extremes: [0, kind == .token03 ? Int64.min : Int64(Int32.min)],
        fresh: ("zego.nonce.random", .should), wide: ("zego.nonce.random", .should)),
    ]
  }

  var clockRule: ClockRule? { ClockRule(kind.ctimeName, clause: "zego.ctime.now") }

  var spared: [String: String] {
    Self.spared.merging(kind == .token03 ? Self.spared03 : [:]) { $1 }
  }

  private static let drawn = "it shows in what is drawn for several tokens, not in one"
  private static let printed = "it shows in what is printed"
  private static let refused = "the reference refuses what it would change"

  private static let spared = [
    "zego.seeded-by-second": drawn, "zego.nonce-64-bits": drawn, "zego.prints-nonce": printed,
    "zego.prints-plaintext": printed, "zego.prints-iv": printed, "zego.expire-wraps": refused,
    "zego.expire-float-php": refused, "zego.php-arrays": refused,
    "zego.json-node": "a number beyond 2⁵³ is a double in its language: zego.numbers-are-doubles",
  ]

  private static let spared03 = [
    "zego.dynamic-types-node": "its callers give the privilege by two names",
    "zego.untyped-php": refused, "zego.length-wraps": short, "zego.length-signed": short,
  ]
  private static let short = "no arguments within the rules make a token of that length"

  func files() throws -> [VectorFile] { try mintFiles() + openFiles() }

  // MARK: - What all vectors have in common

  /// Ends in digits that are no sample's.
  static let secret: Text = Text("a3c1f0e29b7d48566f1e0d2c3b4a5968")
  static let iv = Array("Kq0zP7xWm3Vb9RtY".utf8)
  static let now: Int64 = 1_700_000_000
  static let ctime: Int64 = 1_699_996_400
  static let lifetime: Int64 = 7200

  static func members(_ kind: ZegoFormat) -> JSONObject {
    kind == .token03
      ? [
        "app_id": 1_234_567_890, "room_id": "room-1", "user_id": "user-1",
        "privilege": ["1": 1, "2": 0], "create_time": .integer(ctime),
        "expire_time": .integer(ctime + lifetime), "nonce": 5_577_006_791,
      ]
      : [
        "app_id": 1_234_567_890, "user_id": "user-1", "nonce": -26_114,
        "ctime": .integer(ctime), "expire": .integer(ctime + lifetime), "payload": "",
      ]
  }

  // MARK: - Answers

  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    guard question.op == VectorQuestion.open else { return minted(question, as: copy) }
    guard case .without(let check) = copy else { return opened(question, Checks.all) }
    return opened(question, Checks(without: check))
  }

  private func minted(_ question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    var rules = model.reference
    if case .making(let id) = copy { rules = copies[id] ?? rules }
    let drawn = ZegoDrawn(
      ctime: question.second ?? Self.ctime, nonce: question.inject["nonce"]?.int64 ?? 0,
      iv: question.inject["iv"]?.text?.bytes ?? Array(Self.iv.prefix(rules.layout.ivLength)))
    return VectorAnswer(model.answer(rules.plan(question.recorded, with: drawn)))
  }

  private func opened(_ question: VectorQuestion, _ checks: Checks) -> VectorAnswer {
    let input = question.input
    do throws(Refusal) {
      let secret = try ZegoSecret(input["secret"]?.text ?? Text([]), checks: checks)
      let claims = try claims(
        of: input["token"]?.text?.bytes ?? [], secret, question.openingTime, input, checks)
      return .accepted(["claims": .object(claims)])
    } catch {
      return .refused(error.check)
    }
  }

  private func claims(
    of token: [UInt8], _ secret: ZegoSecret, _ now: Int64?, _ input: JSONObject, _ checks: Checks
  ) throws(Refusal) -> JSONObject {
    let expected = Token04.Expectation(
      appID: input["app_id"]?.int64.flatMap { UInt32(exactly: $0) },
      userID: input["user_id"]?.string, roomID: input["room_id"]?.string)
    if kind == .token03 {
      return try Token03(
        opening: token.span, secret: secret, now: now, expecting: expected, checks: checks
      ).members
    }
    return try Token04(
      opening: token.span, as: model.reference.layout.form, secret: secret, now: now,
      expecting: expected, checks: checks
    ).members
  }

  // MARK: - Content

  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject? {
    guard question.op != VectorQuestion.open else { return answer["claims"]?.object }
    guard let token = answer["token"]?.text?.bytes,
      let secret = try? ZegoSecret(question.input["secret"]?.text ?? Text([])),
      let sealed = try? Sealed(token: token.span, prefix: model.reference.layout.prefix),
      sealed.form == model.reference.layout.form,
      var content = try? claims(of: token, secret, nil, [:], .all)
    else { return nil }
    let (ctime, expire) = (content[kind.ctimeName]?.int64, content[kind.expireName]?.int64)
    content["lifetime"] = .integer((expire ?? 0) &- (ctime ?? 0))
    content["iv"] = .string(Text(Hex.encode(sealed.iv)))
    return content
  }

  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool {
    let answer = Answer(.ok, token: answer["token"]?.text)
    return model.mismatch(of: answer, to: question.recorded, inContract: false) == nil
  }
}

extension VectorQuestion {
  /// The time to open at; one's own clock is any time between the oldest and the last tokens.
  var openingTime: Int64? { now == .ownClock ? ZegoVectors.now : second }
}
