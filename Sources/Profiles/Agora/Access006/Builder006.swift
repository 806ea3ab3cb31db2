// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// A builder of one implementation, and the calls that a question makes.
struct Builder006 {
  private let rules: Agora006Rules
  private let question: Question
  private var input = JSONObject()
  private let drawn: AgoraDrawn
  private var state = State()
  /// The privileges of the roles, as long as they are shared by all builders.
  private var roles: [AgoraRole: AgoraPrivileges] = [:]
  private var plan = Agora006Plan(outcome: .ok)

  /// What one builder holds.
  private struct State {
    var appID = JSONValue.null
    var certificate = JSONValue.null
    var channel = JSONValue.null
    var uid: Text?
    var salt: JSONValue?
    var ts: JSONValue?
    var own = AgoraPrivileges()
    /// The role whose shared map stands in for the builder's own.
    var shared: AgoraRole?
    var isFinal = false

    var hasCallTexts: Bool { certificate.isText && channel.isText }
    var hasTexts: Bool { appID.isText && hasCallTexts }
  }

  init(_ question: Question, _ rules: Agora006Rules, _ drawn: AgoraDrawn) {
    self.rules = rules
    self.drawn = drawn
    self.question = question
  }

  /// Makes every call of the question, and then the token.
  mutating func run() -> Agora006Plan {
    do throws(CallEnding) {
      input = try question.calls006(rules.building)
      try construct()
      for step in input["steps"]?.array ?? [] { try perform(step) }
      plan.frame = try build()
    } catch {
      plan.frame = nil
      if plan.outcome == .ok || !plan.isIgnored {
        (plan.outcome, plan.error) = (error.outcome, error.error)
      }
    }
    return plan
  }

  // MARK: - The calls

  private mutating func construct() throws(CallEnding) {
    state = State()
    state.appID = input["app_id"] ?? .null
    state.certificate = input["app_certificate"] ?? .null
    state.channel = input["channel_name"] ?? .null
    state.uid = try rules.uid.text(of: input["uid"] ?? .null)
    if rules.joining == .unicode, let uid = state.uid, !uid.bytes.isASCII {
      throw .exception("UnicodeEncodeError")
    }
    if rules.check == .presence, !state.hasTexts { throw missing }
    try set(salt: input["salt"], ts: input["ts"])
  }

  /// How a call ends that finds no builder.
  private var missing: CallEnding {
    guard question.op == "build", let exception = rules.building.withoutBuilder else {
      return .emptyText
    }
    return .exception(exception)
  }

  private mutating func set(salt: JSONValue?, ts: JSONValue?) throws(CallEnding) {
    if let salt, salt != .null { state.salt = try passed(salt, bits: 32) }
    if let ts, ts != .null { state.ts = try passed(ts, bits: 32) }
  }

  /// A number as the function sees it.
  private func passed(_ value: JSONValue, bits: Int) throws(CallEnding) -> JSONValue {
    rules.numbers.isStatic ? .integer(try rules.numbers.pack(value, bits: bits)) : value
  }

  private mutating func perform(_ step: JSONValue) throws(CallEnding) {
    switch step["op"]?.string {
    case "setPrivilege" where state.isFinal, "removePrivilege" where state.isFinal: break
    case "removePrivilege" where rules.mistakes.contains(.keepsRemoved): break
    case "setPrivilege": try setPrivilege(step)
    case "removePrivilege": try removePrivilege(step)
    case "initPrivileges": try initPrivileges(step["role"] ?? .null)
    case "setSaltTs" where rules.mistakes.contains(.ignoresSaltTs): break
    case "setSaltTs": try set(salt: step["salt"], ts: step["ts"])
    case "initTokenBuilder": try initTokenBuilder(step["token"] ?? .null)
    case "newBuilder": try construct()
    case "newDefaultBuilder": try constructDefault()
    case "buildToken": try buildBetween()
    default: throw .unsupported
    }
  }

  private mutating func constructDefault() throws(CallEnding) {
    switch rules.defaultBuilder {
    case .missing: throw .unsupported
    case .inexpressible: throw .inexpressible
    case .present:
      state = State()
      state.appID = ""
      state.certificate = ""
      state.channel = ""
      state.uid = ""
    }
  }

  private var privileges: AgoraPrivileges {
    get { state.shared.flatMap { roles[$0] } ?? state.own }
    set {
      if let role = state.shared { roles[role] = newValue } else { state.own = newValue }
    }
  }

  private mutating func setPrivilege(_ step: JSONValue) throws(CallEnding) {
    let key = try self.key(step["privilege"] ?? .null)
    let expire = try passed(step["expire"] ?? .null, bits: 32)
    if case .raising(let exception) = rules.twice, privileges.contains(key) {
      throw .exception(exception)
    }
    privileges.set(key, expire)
  }

  private mutating func removePrivilege(_ step: JSONValue) throws(CallEnding) {
    guard rules.calls == .all else { throw .unsupported }
    let key = try self.key(step["privilege"] ?? .null)
    if case .raising(let exception) = rules.removal, !privileges.contains(key) {
      throw .exception(exception)
    }
    privileges.remove(key)
  }

  private func key(_ value: JSONValue) throws(CallEnding) -> Int64 {
    let number = try passed(value, bits: 16)
    let key = Int64(clamping: number.wholePart ?? 0)
    if let names = rules.names, !names.contains(key) { throw .inexpressible }
    return key
  }

  private mutating func initPrivileges(_ value: JSONValue) throws(CallEnding) {
    guard rules.calls == .all else { throw .unsupported }
    guard let role = AgoraRole(value, by: rules.roles.numbering) else {
      try unknownRole()
      return
    }
    if rules.roles.returnsTruth { plan.returned.append(.value(.bool(true))) }
    let isCut = rules.mistakes.contains(.rolesOfToday)
    let given = AgoraPrivileges(unlimited: isCut ? role.privilegesToday : role.privileges)
    switch rules.roles.setting {
    case .added: privileges.merge(given, keepingOwn: false)
    case .replaced where rules.roles.isShared:
      roles[role] = roles[role] ?? given
      state.shared = role
    case .replaced: privileges = given
    }
  }

  private mutating func unknownRole() throws(CallEnding) {
    switch rules.roles.unknown {
    case .refused, .returned: throw .returned
    case .inexpressible: throw .inexpressible
    case .silent:
      if rules.roles.returnsTruth { plan.returned.append(.value(.bool(false))) }
    case .raising(let exception): throw .exception(exception)
    }
  }

  private mutating func buildBetween() throws(CallEnding) {
    let token = try build().token ?? []
    plan.returned.append(.value(.string(Text(token))))
    if rules.mistakes.contains(.clearsWhenBuilt) { privileges = AgoraPrivileges() }
    guard rules.roles.partsWhenBuilt else { return }
    state.own = privileges
    state.shared = nil
  }

  // MARK: - A token that is loaded

  private mutating func initTokenBuilder(_ value: JSONValue) throws(CallEnding) {
    switch rules.reading.function {
    case .missing: throw .unsupported
    case .undefined: fail("Error", as: .unsupported)
    case .withoutObject: fail("Error", as: .crashed)
    case .broken: plan.returned.append(.value(.bool(false)))
    case .present: try load(value)
    }
  }

  /// The call throws; the caller goes on all the same.
  private mutating func fail(_ exception: String, as outcome: Outcome) {
    plan.returned.append(.threw(exception))
    plan.isIgnored = true
    plan.outcome = outcome
    plan.error = ErrorAnswer(kind: "thrown", message: "initTokenBuilder threw")
  }

  private mutating func load(_ value: JSONValue) throws(CallEnding) {
    guard let token = value.text else { return try loadNothing() }
    var start = SlicedText(token, by: rules.reading.unit)
    if rules.reading.version == .raising, !start.take(3).isWhole {
      return fail("java.lang.StringIndexOutOfBoundsException", as: .crashed)
    }
    let isReady = !rules.reading.needsTexts || state.hasCallTexts
    let loaded = isReady ? rules.reading.load(token) : nil
    if let loaded { take(loaded) }
    plan.returned.append(.value(rules.reading.returned(loaded)))
  }

  private mutating func loadNothing() throws(CallEnding) {
    switch rules.reading.absent {
    case .unsound: plan.returned.append(.value(rules.reading.returned(nil)))
    case .inexpressible: throw .inexpressible
    case .raising(let exception): fail(exception, as: .crashed)
    }
  }

  private mutating func take(_ loaded: Loaded006) {
    if let appID = loaded.appID { state.appID = .string(appID) }
    if !rules.mistakes.contains(.loadsPrivilegesAlone) {
      state.salt = loaded.salt ?? state.salt
      state.ts = loaded.ts ?? state.ts
    }
    state.isFinal = rules.mistakes.contains(.loadedStays) && loaded.isWhole
    guard let read = loaded.privileges else { return }
    if rules.reading.privileges == .added {
      privileges.merge(read, keepingOwn: true)
    } else {
      state.own = read
      state.shared = nil
    }
  }

  // MARK: - The token

  private mutating func build() throws(CallEnding) -> Frame006 {
    try checkIdentifiers()
    let message = try packed()
    let appID = try rules.texts.bytes(of: state.appID)
    let channel = try rules.texts.bytes(of: state.channel)
    let uid = try rules.texts.bytes(of: state.uid.map { .string($0) })
    try join(appID, channel, uid, message)
    let certificate = try certificateBytes()
    var frame = Frame006(
      appID: appID, certificate: certificate, channel: channel, uid: uid, message: message)
    frame.mistakes = rules.mistakes
    if rules.joining == .characters { frame.signed = try signedCharacters(appID + channel + uid) }
    try fit(&frame)
    return frame
  }

  private func checkIdentifiers() throws(CallEnding) {
    guard rules.check == .identifiers || rules.check == .identifiersOrEmpty else { return }
    for value in [state.appID, state.certificate] {
      let bytes = try rules.texts.bytes(of: value)
      guard bytes.isAgoraID else {
        throw rules.check == .identifiers ? .returned : .emptyText
      }
    }
  }

  private mutating func packed() throws(CallEnding) -> [UInt8] {
    plan.drawn = state.salt == nil || state.ts == nil ? drawn : nil
    let order = rules.mistakes.byteOrder
    var writer = ByteWriter()
    let salt = try number(state.salt ?? drawn.salt.map(JSONValue.integer))
    let ts = try number(state.ts ?? drawnTs.map(JSONValue.integer))
    for number in rules.mistakes.contains(.timeFirst) ? [ts, salt] : [salt, ts] {
      writer.write(number, order)
    }
    let entries = privileges.arranged(rules.order ?? .ascending)
    writer.write(UInt16(truncatingIfNeeded: entries.count), order)
    for entry in entries {
      let key = try rules.numbers.pack(entry.key.map(JSONValue.integer) ?? .null, bits: 16)
      writer.write(UInt16(truncatingIfNeeded: key), order)
      let isOwn = !rules.mistakes.contains(.expireOfToken)
      writer.write(isOwn ? try rules.numbers.pack(entry.expire, bits: 32) : ts, order)
    }
    return writer.bytes
  }

  private var drawnTs: Int64? {
    let life = rules.mistakes.contains(.withoutLife) ? Agora006Model.life : 0
    return drawn.ts.map { $0 &- life }
  }

  /// A number of 32 bits; 0 stands in for one that was drawn and is not known.
  private func number(_ value: JSONValue?) throws(CallEnding) -> UInt32 {
    guard let value else { return 0 }
    return try rules.numbers.pack(value, bits: 32)
  }

  private var drawsUnknown: Bool {
    (state.salt == nil && drawn.salt == nil) || (state.ts == nil && drawn.ts == nil)
  }

  private mutating func join(
    _ appID: [UInt8], _ channel: [UInt8], _ uid: [UInt8], _ message: [UInt8]
  ) throws(CallEnding) {
    let areASCII = channel.isASCII && uid.isASCII
    let mayHoldBytes = !message.isASCII || drawsUnknown
    switch rules.joining {
    case .bytes, .characters: return
    case .unicode:
      guard appID.isASCII, !mayHoldBytes else {
        plan.isOpen = appID.isASCII && message.isASCII
        throw .exception("UnicodeDecodeError")
      }
      guard areASCII else { throw .exception("UnicodeEncodeError") }
    case .encodings:
      guard !(appID.isASCII && areASCII), mayHoldBytes else { return }
      plan.isOpen = message.isASCII
      throw .returned
    }
  }

  private func certificateBytes() throws(CallEnding) -> [UInt8] {
    if rules.joining == .encodings, state.certificate == .null { throw .exception("TypeError") }
    return try rules.texts.bytes(of: state.certificate)
  }

  /// One byte a character, as far as that goes.
  private func signedCharacters(_ text: [UInt8]) throws(CallEnding) -> [UInt8] {
    var bytes: [UInt8] = []
    var isWide = false
    Text(text).forEachStep { step in
      if case .scalar(let value) = step, let byte = UInt8(exactly: value) {
        bytes.append(byte)
      } else {
        isWide = true
      }
    }
    if isWide { throw .exception("Wide character in subroutine entry") }
    return bytes
  }

  private func fit(_ frame: inout Frame006) throws(CallEnding) {
    let size = Frame006.head + frame.message.count
    switch rules.room {
    case .enough: return
    case .cutting(let room, let exception):
      if frame.message.count > room { throw .exception(exception) }
      if size > room { frame.cut = room }
    case .raising(let room, let exception):
      if size > room { throw .exception(exception) }
    case .killed(let room):
      if size > room { throw .killed }
    }
  }
}

extension JSONValue {
  fileprivate var isText: Bool { text?.isEmpty == false }
}

extension Reading006 {
  /// What the function gives back.
  fileprivate func returned(_ loaded: Loaded006?) -> JSONValue {
    let isWhole = loaded?.isWhole == true
    return switch answer {
    case .free, .truth: .bool(isWhole)
    case .one: .integer(isWhole ? 1 : 0)
    case .alwaysTrue: .bool(true)
    case .object: loaded == nil ? .null : "AccessToken"
    }
  }
}

extension [UInt8] {
  var isASCII: Bool { allSatisfy { $0 < 0x80 } }
  /// Whether it is 32 hexadecimal digits.
  var isAgoraID: Bool { count == 32 && allSatisfy { Hex.value(of: $0) != nil } }
}
