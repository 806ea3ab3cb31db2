// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// What is drawn for one case, and what follows from it; an object, since it is written to and read
/// from all the time.
final class NacosDraw: CaseDraw {
  private let key: NacosKey
  private let otherKey: NacosKey
  private(set) var number = NacosDraw.firstNumber
  private(set) var user = Array("@user@".utf8)
  private(set) var password = Array("@password@".utf8)
  private(set) var lifetime: Int64 = 700_000_001
  private(set) var issued: Int64 = 1_500_000_001
  /// When the token is shown.
  var now: Int64 = 1_600_000_001
  var token: [UInt8] = []

  private static let firstNumber = 9_900_000_000_001

  var end: Int64 { issued + lifetime }

  /// The first draw: each of its values is found nowhere else in a line.
  init() throws {
    key = try NacosKey(NacosSamples.key)
    otherKey = try NacosKey(NacosSamples.key.reversed())
    mint()
  }

  func redraw(from random: inout CaseRandom) {
    number = number == Self.firstNumber ? 0 : number + 1
    user.removeAll(keepingCapacity: true)
    password.removeAll(keepingCapacity: true)
    random.appendLetters(1 + random.below(12), to: &user)
    random.appendLetters(4 + random.below(5), to: &password)
    lifetime = Int64(1 + random.below(2_592_000))
    issued = Int64(1_500_000_000 + random.below(400_000_000))
    now = issued + Int64(random.below(Int(lifetime) + 1))
    mint()
  }

  private func mint() { token = token(of: Text(user), key) }

  private func token(of user: Text, _ key: NacosKey) -> [UInt8] {
    (try? AccessToken(sub: user, exp: end).mint(key: key)) ?? []
  }

  // MARK: - What is refused

  func signOtherwise() { token = token(of: Text(user), otherKey) }

  func nameStranger() { token = token(of: Text(user + [UInt8(ascii: "!")]), key) }

  func replaceHeader(_ header: String) {
    token = Array(header.utf8) + token.drop { $0 != UInt8(ascii: ".") }
  }

  func changeSignature() {
    let (place, a) = (token.count - 20, UInt8(ascii: "A"))
    if token.indices.contains(place) { token[place] = token[place] == a ? a + 1 : a }
  }

  // MARK: - Questions

  private static let secret = JSONValue.string(NacosSamples.configured(NacosSamples.key))

  var minting: VectorQuestion {
    VectorQuestion(
      op: "mint",
      input: [
        "secret_key": Self.secret, "user": .string(Text(user)),
        "expire_seconds": .integer(lifetime),
      ], now: .second(issued))
  }

  var opening: VectorQuestion {
    VectorQuestion(
      op: VectorQuestion.open,
      input: ["secret_key": Self.secret, "token": .string(Text(token))], now: .second(now))
  }

  func request(_ change: (inout NacosHTTPDraft, String) -> Void) -> VectorQuestion {
    var draft = NacosHTTPDraft()
    draft.places = []
    draft.world["now"] = .integer(now)
    draft.world["tokenExpireSeconds"] = .integer(lifetime)
    draft.world["users"] = .object(
      JSONObject([
        .init(
          name: Text(user), value: ["password": .string(Text(password)), "role": "ROLE_DEV"])
      ]))
    change(&draft, String(decoding: token, as: UTF8.self))
    return draft.question
  }

  var login: VectorQuestion {
    request { draft, _ in
      draft.method = "POST"
      draft.path =
        "/nacos/v1/auth/login?username=\(Text(user).display)&password=\(Text(password).display)"
      draft.query = []
    }
  }

  // MARK: - Slots

  enum Slot: CaseIterable {
    case number, user, password, lifetime, issued, end, now, token
  }

  func write(_ slot: Slot, to line: inout [UInt8]) {
    switch slot {
    case .number: line.append(decimal: Int64(number))
    case .user: line += user
    case .password: line += password
    case .lifetime: line.append(decimal: lifetime)
    case .issued: line.append(decimal: issued)
    case .end: line.append(decimal: end)
    case .now: line.append(decimal: now)
    case .token: line += token
    }
  }
}
