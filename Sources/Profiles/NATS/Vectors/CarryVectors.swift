// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// The vectors of the way from an address and options to a CONNECT line, and of reading both.
struct CarryVectors: VectorModel {
  static let carry = "carry"

  let format = "nats-connect"
  let model = CarryModel()

  var mistakes: [DeviationInfo] { model.deviations.map(\.info) }
  var checks: [OpenerCheck] { Self.addressChecks + Self.lineChecks }
  var edits: [DeviationInfo] { CarryEdits.table.map(\.info) + Self.lineEdits.map(\.info) }

  static let lineEdits = ConnectEdits.table(ConnectEdits.Clauses())

  private static let addressChecks: [OpenerCheck] = [
    check(.scheme, "nats.url.scheme", "any scheme passes"),
    check(.character, "nats.url.characters", "characters pass that have to be escaped"),
    check(.user, "nats.url.characters", "an empty user part counts as none"),
    check(.escape, "nats.url.escapes", "what is no escape stays as it stands"),
    check(.tokenText, "nats.token.text", "a token can hold U+0000"),
    check(.host, "nats.url.characters", "any text is a host, an empty one too"),
    check(.port, "nats.url.characters", "what is no port stands for the usual one"),
    check(.path, "nats.url.characters", "what follows the port is left alone"),
  ]

  private static let lineChecks: [OpenerCheck] =
    [
      check(.verb, "nats.line.json", "any seven bytes are the verb"),
      check(.lineTrailing, "nats.line.json", "what follows the line is left alone"),
      check(.argumentLength, "nats.line.length", "the object can have any length"),
      check(.argumentSyntax, "nats.line.json", "what is no object counts as an empty one"),
    ]
    + [
      ("auth_token", "nats.line.token"), ("user", "nats.line.user"), ("pass", "nats.line.user"),
    ].map { member, clause in
      check(
        NATSCheck(.claims, .memberType, member), clause, "a member of another type counts as empty")
    }

  private static func check(
    _ known: NATSCheck, _ clause: String, _ words: String
  ) -> OpenerCheck {
    let check = known.check
    return OpenerCheck(
      "nats", check.stage, check.reason, check.field, clause: clause, .interop, words)
  }

  func files() throws -> [VectorFile] {
    try carryFiles() + addressFiles() + lineFiles()
  }

  func file(
    _ op: String, _ topic: String, _ about: String, _ groups: [VectorGroup]
  ) -> VectorFile {
    VectorFile(
      format: format, op: op, topic: topic, about: about, notes: Self.notes, groups: groups)
  }

  // MARK: - Answers

  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    switch (question.op, copy) {
    case (VectorQuestion.open, .without(let check)):
      open(question.input, Checks(without: check))
    case (VectorQuestion.open, _): open(question.input, .all)
    case (_, .making(let id)): carry(question.recorded, by: model.rules(making: id))
    default: carry(question.recorded, by: model.reference)
    }
  }

  private func carry(_ question: Question, by rules: CarryRules) -> VectorAnswer {
    let plan = model.plan(question, by: rules, with: CarryDrawn())
    if case .checked(let check)? = plan.ways.first?.ending { return .refused(check) }
    let answer = plan.answer
    guard answer.outcome.isAnswer else { return .inexpressible }
    return VectorAnswer(answer, naming: ["line", "lineHex", "otherLines"])
  }

  private func open(_ input: JSONObject, _ checks: Checks) -> VectorAnswer {
    do throws(Refusal) {
      if let url = input["url"]?.text {
        return .accepted(try NATSURL(reading: url.bytes.span, checks: checks).claims)
      }
      let line = input["line"]?.text?.bytes ?? []
      let read = try ConnectLine(reading: line.span, checks: checks)
      return .accepted(CarryStatement(try read.credentials(checks: checks)).claims)
    } catch {
      return .refused(error.check)
    }
  }

  /// The credentials that a server reads, and the lines that no client sends of itself.
  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject? {
    let answer = Answer(.ok, more: answer)
    guard let line = answer.carriedLine,
      case .read(let statement) = CarryStatement.Reading(line)
    else { return nil }
    var content = statement.claims
    content["otherLines"] = .array(
      CarryFaithfulness.foreign(answer.otherLines).map { .string($0) })
    return content
  }

  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool {
    question.op == Self.carry
      && model.mismatch(
        of: Answer(.ok, more: answer), to: question.recorded, inContract: false) == nil
  }
}

extension FormatModel {
  /// The reference with one deviation.
  func rules(making id: String) -> Rules {
    var rules = reference
    deviations.first { $0.info.id == id }?.change(&rules)
    return rules
  }
}

extension CarryStatement {
  init(_ credentials: (token: Text?, user: Text?, password: Text?)) {
    self.init(
      token: credentials.token, user: credentials.user, password: credentials.password)
  }

  /// By the names of the line; what is missing is empty.
  var claims: JSONObject {
    JSONObject(members.map { .init(name: Text($0.name), value: .string($0.text)) })
  }
}

extension NATSURL {
  /// What an address says.
  fileprivate var claims: JSONObject {
    var statement = CarryStatement()
    switch credentials {
    case nil: break
    case .token(let token): statement.token = token
    case .user(let user, let password): (statement.user, statement.password) = (user, password)
    }
    return JSONObject(
      statement.claims.members + [
        .init(name: "scheme", value: .string(scheme)), .init(name: "host", value: .string(host)),
        .init(name: "port", value: .integer(port)),
      ])
  }
}
