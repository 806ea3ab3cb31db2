// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// The vectors of access tokens: making them, and opening them.
struct NacosTokenVectors: VectorModel {
  let model = NacosTokenModel()
  let checks = NacosTokenChecks.table
  let drawnNames: Set = ["exp"]
  let clockRule: ClockRule? = ClockRule("exp", clause: "nacos.exp.sum")
  private let copies: [String: NacosTokenRules]

  init() {
    let reference = model.reference
    copies = Dictionary(
      uniqueKeysWithValues: model.deviations.map { deviation in
        var rules = reference
        deviation.change(&rules)
        return (deviation.info.id, rules)
      })
  }

  var format: String { model.format }
  var mistakes: [DeviationInfo] { model.deviations.map(\.info) }
  var edits: [DeviationInfo] { NacosEdits.table.map(\.info) }

  let spared = [
    "nacos.exp-missing-is-now": "it is a gap of Nacos's own reader; nacos.exp-optional shows it",
    "nacos.sub-missing": "it is a gap of Nacos's own reader; nacos.sub-optional shows it",
  ]

  func files() throws -> [VectorFile] { try mintFiles() + openFiles() }

  // MARK: - Answers

  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    guard case .making(let id) = copy else {
      guard case .without(let check) = copy else { return reference(question, .all) }
      return reference(question, Checks(without: check))
    }
    let rules = copies[id] ?? model.reference
    return VectorAnswer(naming: model.answer(rules.plan(question.dated)))
  }

  private func reference(_ question: VectorQuestion, _ checks: Checks) -> VectorAnswer {
    guard let asked = NacosTokenQuestion(question.dated) else { return .refused(nil) }
    do throws(Refusal) {
      let key = try NacosKey(configured: asked.secret, checks: checks)
      switch asked.call {
      case .mint(let user, let lifetime):
        let token = try AccessToken(sub: user ?? "", lifetime: lifetime, now: asked.now)
        return .accepted(["token": .string(Text(try token.mint(key: key)))])
      case .open(let token):
        let opened = try AccessToken(
          opening: token.bytes.span, key: key, now: asked.now, checks: checks)
        return .accepted(opened.claims(of: token))
      }
    } catch {
      return .refused(error.check)
    }
  }

  // MARK: - Content

  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject? {
    guard let secret = question.input["secret_key"]?.text,
      let key = NacosKeyContract(secret).bytes, let token = answer["token"]?.text,
      let documented = try? DocumentedToken(token.bytes, key: key), documented.isSigned
    else { return nil }
    return ["sub": documented.payload["sub"] ?? .null, "exp": documented.payload["exp"] ?? .null]
  }

  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool {
    let answer = Answer(.ok, token: answer["token"]?.text, more: answer)
    return model.mismatch(of: answer, to: question.dated, inContract: false) == nil
  }

  func isFree(_ question: VectorQuestion) -> Bool {
    !model.brokenClauses(of: question.dated).isEmpty
  }
}

extension VectorQuestion {
  /// The question as it is recorded; a server's own clock shows any time.
  fileprivate var dated: Question {
    Question(op: op, input: input, at: second ?? NacosSamples.now)
  }
}

extension AccessToken {
  /// What a server tells of a token.
  fileprivate func claims(of token: Text) -> JSONObject {
    let header = token.bytes.prefix { $0 != UInt8(ascii: ".") }
    let algorithm = NacosAlgorithm.allCases.first { $0.isNamed(by: header) }
    var claims: JSONObject = [
      "claims": ["username": .string(sub)], "expireTime": .integer(exp),
    ]
    claims["alg"] = algorithm.map { .string($0.rawValue) }
    return claims
  }
}

extension VectorAnswer {
  /// An answer with as much of it as every implementation tells.
  fileprivate init(naming answer: Answer) {
    guard answer.outcome == .ok, let user = answer.more["claims"]?["username"] else {
      self.init(answer)
      return
    }
    var told: JSONObject = ["claims": ["username": user]]
    told["expireTime"] = answer.more["expireTime"]
    self = .accepted(told)
  }
}
