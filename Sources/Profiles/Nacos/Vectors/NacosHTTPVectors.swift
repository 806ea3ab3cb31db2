// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// The vectors of what a server decides on requests.
struct NacosHTTPVectors: VectorModel {
  let model = NacosHTTPModel()
  /// The steps of a decision are deviations of the model, and no opener's checks.
  let checks: [OpenerCheck] = []
  private let copies: [String: NacosHTTPRules]

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
  var edits: [DeviationInfo] { NacosHTTPEdits.table.map(\.info) }

  let spared = [
    "nacos.http-exceptions-swallowed":
      "it takes an exception, which the reference does not throw; nacos.http-empty-success shows it"
  ]

  // MARK: - Answers

  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    guard case .making(let id) = copy else { return reference(question) }
    let rules = copies[id] ?? model.reference
    return told(model.answer(rules.plan(question.recorded)), question)
  }

  private func reference(_ question: VectorQuestion) -> VectorAnswer {
    guard let asked = NacosHTTPQuestion(question.recorded) else { return .refused(nil) }
    do throws(Refusal) {
      try asked.server.check(try asked.request.get())
    } catch {
      return .refused(error.check)
    }
    return told(model.answer(model.reference.plan(question.recorded)), question)
  }

  /// An answer as a client sees it: an empty success is one, a refusal of another status is another.
  private func told(_ answer: Answer, _ question: VectorQuestion) -> VectorAnswer {
    guard answer.outcome != .refusedSilently else {
      return .accepted(["status": .integer(200), "body": ""])
    }
    let mismatch = model.mismatch(of: answer, to: question.recorded, inContract: false)
    if answer.outcome == .refused, mismatch?.field == "status" {
      return .refused(Check(.policy, "status", "status"))
    }
    return VectorAnswer(answer, naming: ["status", "body"])
  }

  // MARK: - Content

  /// What a login gives, and nothing but the status for other requests.
  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject? {
    guard let status = answer["status"], let server = NacosServer(world: question.world) else {
      return nil
    }
    guard let body = answer["body"]?.text else { return ["status": status] }
    guard let object = try? JSONValue(parsing: body.bytes.span).object,
      let token = object["accessToken"]?.text,
      case .accept(let user, let end) = server.decision(on: token)
    else { return nil }
    var content: JSONObject = ["status": status, "sub": .string(user), "exp": .integer(end)]
    for name in ["tokenTtl", "globalAdmin", "username"] { content[name] = object[name] }
    return content
  }

  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool {
    let isEmpty = answer["body"] == .string("")
    let answer = Answer(isEmpty ? .refusedSilently : .ok, more: answer)
    return model.mismatch(of: answer, to: question.recorded, inContract: false) == nil
  }

  func isFree(_ question: VectorQuestion) -> Bool {
    !model.brokenClauses(of: question.recorded).isEmpty
  }
}

extension NacosServer {
  /// Refuses what is neither served nor given a token.
  fileprivate func check(_ request: HTTPRequest) throws(Refusal) {
    if request.isLogin {
      _ = try login(request)
    } else if !isPeer(request) {
      _ = try authorize(request)
    }
  }
}
