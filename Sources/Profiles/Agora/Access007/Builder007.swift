// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// What an implementation answers, before the token is sealed.
struct Agora007Plan: Equatable, Sendable {
  var outcome: Outcome
  var error: ErrorAnswer?
  var frame: Frame007?
  var returned: [ReturnedCall] = []
  /// What was drawn, where it is in the token.
  var drawn: AgoraDrawn?
}

/// An AccessToken2 of one implementation, and the calls that a question makes.
struct Builder007 {
  private let rules: Agora007Rules
  private let question: Question
  private let drawn: AgoraDrawn
  private var plan = Agora007Plan(outcome: .ok)
  private var appID = JSONValue.null
  private var certificate = JSONValue.null
  private var issueTs: JSONValue?
  private var salt: JSONValue?
  private var expire = JSONValue.null
  private var services: [Service007Call] = []
  private var isBuilt = false

  init(_ question: Question, _ rules: Agora007Rules, _ drawn: AgoraDrawn) {
    self.question = question
    self.rules = rules
    self.drawn = drawn
  }

  mutating func run() -> Agora007Plan {
    do throws(CallEnding) {
      try construct()
      if question.input["build_twice"] == .bool(true) { try buildBetween() }
      plan.frame = try build()
    } catch {
      (plan.outcome, plan.error) = (error.outcome, error.error)
    }
    return plan
  }

  // MARK: - The calls

  private mutating func construct() throws(CallEnding) {
    switch question.op {
    case "mint": try add()
    case "reopen": try parse()
    case "build": try callBuilder()
    default: throw .unsupported
    }
  }

  private mutating func add() throws(CallEnding) {
    let input = question.input
    appID = input["app_id"] ?? .null
    certificate = input["app_certificate"] ?? .null
    expire = try passed(input["expire"] ?? .null, bits: 32)
    if !rules.ignoresGiven {
      salt = try given(input["salt"])
      issueTs = try given(input["issue_ts"])
      if rules.mistakes.contains(.zeroTimeIsNow), issueTs?.isZero == true { issueTs = nil }
    }
    for value in input["services"]?.array ?? [] {
      guard var service = Service007Call(value) else { throw .unsupported }
      for pair in value["privileges"]?.array ?? [] { try set(pair, on: &service) }
      services.append(service)
    }
  }

  private func given(_ value: JSONValue?) throws(CallEnding) -> JSONValue? {
    guard let value, value != .null else { return nil }
    return try passed(value, bits: 32)
  }

  /// A number as the function sees it.
  private func passed(_ value: JSONValue, bits: Int) throws(CallEnding) -> JSONValue {
    rules.numbers.isStatic ? .integer(try rules.numbers.pack(value, bits: bits)) : value
  }

  private func set(_ pair: JSONValue, on service: inout Service007Call) throws(CallEnding) {
    guard let parts = pair.array, parts.count == 2 else { throw .unsupported }
    let number = try passed(parts[0], bits: 16)
    let key = Int64(clamping: number.wholePart ?? 0)
    if case .raising(let exception) = rules.twice, service.privileges.contains(key) {
      throw .exception(exception)
    }
    service.privileges.set(key, try passed(parts[1], bits: 32))
  }

  private mutating func callBuilder() throws(CallEnding) {
    let arguments = question.input["args"]?.array ?? []
    let entry = question.input["entry"]?.string ?? ""
    guard arguments.count >= 2, entry.hasPrefix("007."),
      let function = BuilderCall007.functions[String(entry.dropFirst(4))]
    else { throw .unsupported }
    let call = BuilderCall007(rules: rules.building, arguments: Array(arguments.dropFirst(2)))
    let built = function(call)
    appID = arguments[0]
    certificate = arguments[1]
    expire = try passed(built.expire, bits: 32)
    services = built.services
  }

  private mutating func buildBetween() throws(CallEnding) {
    let token = try build().token ?? []
    plan.returned.append(.value(.string(Text(token))))
  }

  // MARK: - A token that is parsed

  private mutating func parse() throws(CallEnding) {
    guard rules.reading.function == .present else { throw .unsupported }
    certificate = question.input["app_certificate"] ?? .null
    guard let token = question.input["parse"]?.text else { throw .unsupported }
    let loaded = rules.reading.load(token)
    appID = .string(Text(loaded.appID))
    if !rules.mistakes.contains(.forgetsTimes) { (issueTs, salt) = (loaded.issueTs, loaded.salt) }
    expire = loaded.expire ?? .integer(0)
    services = loaded.services
    isBuilt = rules.buildsOnce
    plan.returned = [rules.reading.parsed(loaded), verified(loaded)]
  }

  private func verified(_ loaded: Loaded007) -> ReturnedCall {
    let certificate = certificate.text?.bytes ?? []
    let isCertificate = rules.check.accepts(certificate)
    let holds = loaded.isWhole && isCertificate && isSigned(loaded, certificate)
    switch rules.reading.verification {
    case .truth: return .value(.bool(holds))
    case .raising(let exception): return .threw(exception)
    case .status:
      let status = !isCertificate ? -3 : !loaded.isWhole ? -2 : holds ? 0 : -1
      return .value(.integer(status))
    }
  }

  private func isSigned(_ loaded: Loaded007, _ certificate: [UInt8]) -> Bool {
    let frame = Frame007(
      info: loaded.info, certificate: certificate, issueTs: loaded.issueTs?.bits ?? 0,
      salt: loaded.salt?.bits ?? 0)
    return frame.envelope?.signature == loaded.signature
  }

  // MARK: - The token

  private mutating func build() throws(CallEnding) -> Frame007 {
    let packed = try pack()
    let key = try identifiers()
    guard !isBuilt else { throw .emptyText }
    guard !services.isEmpty else { throw rules.check.noService.ending }
    let services = try packed.get()
    isBuilt = rules.buildsOnce
    return try frame(services, key)
  }

  /// What the caller cannot write comes before everything else, other errors after the checks.
  private func pack() throws(CallEnding) -> Result<[UInt8], CallEnding> {
    do throws(CallEnding) {
      var packer = Packer007(rules, issueTs: issueTs?.int64 ?? drawn.ts ?? 0)
      try packer.pack(services)
      return .success(packer.writer.bytes)
    } catch {
      if error == .inexpressible { throw error }
      return .failure(error)
    }
  }

  private func identifiers() throws(CallEnding) -> [UInt8] {
    var key: [UInt8] = []
    for value in [appID, certificate] {
      key = try identifier(value)
      guard rules.check.accepts(key) else { throw rules.check.invalid.ending }
    }
    return key
  }

  private func identifier(_ value: JSONValue) throws(CallEnding) -> [UInt8] {
    if let text = value.text { return text.bytes }
    switch rules.check.absent {
    case .invalid: return []
    case .inexpressible: throw .inexpressible
    case .exception(let type): throw .exception(type)
    }
  }

  /// The end of the token as it is written.
  private func end(_ issueTs: JSONValue) throws(CallEnding) -> JSONValue {
    guard rules.mistakes.contains(.absoluteExpire), let start = issueTs.int64,
      let length = expire.int64
    else { return expire }
    return .integer(UInt32(truncatingIfNeeded: start &+ length))
  }

  private mutating func frame(
    _ services: [UInt8], _ certificate: [UInt8]
  ) throws(CallEnding) -> Frame007 {
    plan.drawn = AgoraDrawn(
      salt: salt == nil ? drawn.salt : nil, ts: issueTs == nil ? drawn.ts : nil)
    let issueTs = issueTs ?? .integer(drawn.ts ?? 0)
    let salt = salt ?? .integer(drawn.salt ?? 0)
    let isSaltFirst = rules.mistakes.contains(.saltFirst)
    var head = Packer007(rules)
    let appID = appID.text?.bytes ?? []
    try head.text(rules.mistakes.contains(.lowercaseAppID) ? appID.lowercased : appID)
    for number in isSaltFirst ? [salt, issueTs, expire] : [issueTs, try end(issueTs), salt] {
      try head.number(number)
    }
    return Frame007(
      info: head.writer.bytes + services, certificate: certificate,
      issueTs: try rules.numbers.pack(issueTs, bits: 32),
      salt: try rules.numbers.pack(salt, bits: 32), mistakes: rules.mistakes)
  }
}

extension JSONValue {
  /// A number of 32 bits that was read.
  fileprivate var bits: UInt32? { int64.flatMap { UInt32(exactly: $0) } }
}

extension [UInt8] {
  fileprivate var lowercased: [UInt8] {
    map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
}

extension Reading007 {
  /// What parsing gives back.
  fileprivate func parsed(_ loaded: Loaded007) -> ReturnedCall {
    if case .raising(let exception) = answer, loaded.isVersion, !loaded.isWhole {
      return .threw(exception)
    }
    return .value(.bool(loaded.isWhole))
  }
}
