// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What is drawn for one case of AccessToken 006.
final class Draw006: AgoraDraw {
  private(set) var number = Draw006.firstNumber
  private var channel = Array("@channel@".utf8)
  private var account = Array("@account@".utf8)
  private var salt: UInt32 = 4_000_000_001
  private var ts: UInt32 = 3_900_000_001
  private var expire: UInt32 = 3_800_000_001
  // When and for whom the token is opened.
  private var now: Int64 = 1_600_000_001
  private var asked: [UInt8]?
  private var token: [UInt8] = []

  private static let firstNumber = 9_900_000_000_001
  private static let usual = Request006()
  private static let appID = usual.appID.text ?? ""
  private static let certificate = try? AgoraCertificate(usual.certificate.text ?? "")

  init() { mint() }

  func redraw(from random: inout CaseRandom) {
    number = number == Self.firstNumber ? 0 : number + 1
    channel.removeAll(keepingCapacity: true)
    account.removeAll(keepingCapacity: true)
    random.appendLetters(1 + random.below(32), to: &channel)
    random.appendLetters(1 + random.below(40), to: &account)
    asked = nil
    salt = UInt32(truncatingIfNeeded: random.next())
    let made = 1_500_000_000 + random.below(400_000_000)
    ts = UInt32(made + 1 + random.below(2_592_000))
    expire = UInt32(made + random.below(2_592_000))
    now = Int64(made + random.below(Int(ts) - made))
    mint()
  }

  private func mint() {
    guard let certificate = Self.certificate else { return }
    let privileges = [AgoraPrivilege(1, expire: expire), AgoraPrivilege(2, expire: 0)]
    let access = Access006(appID: Self.appID, salt: salt, ts: ts, privileges: privileges)
    let minted = try? access.mint(
      certificate: certificate, channel: Text(channel), user: .account(Text(account)))
    token = Array((minted ?? "").utf8)
  }

  // MARK: - Questions

  private var request: Request006 {
    var request = Request006()
    request.channel = .string(Text(channel))
    request.uid = .string(Text(account))
    request.steps = [.set(1, .integer(expire)), .set(2, 0)]
    request.inject = ["salt": .integer(salt), "ts": .integer(ts)]
    return request
  }

  var mintQuestion: VectorQuestion { request.question }

  var openQuestion: VectorQuestion {
    OpenCases006.opening(
      token: .string(Text(token)), request,
      wishes: ["uid": .string(Text(asked ?? account)), "privileges": [2]], now: .second(now))
  }

  // MARK: - Negatives

  static let negatives = [
    AgoraDrawnNegative<Draw006>("version", by: Check(.encoding, "version", "version")) {
      $0.token[2] = UInt8(ascii: "7")
    },
    AgoraDrawnNegative<Draw006>("symbol", by: Check(.encoding, "base64", "base64")) {
      $0.token[60] = UInt8(ascii: "*")
    },
    AgoraDrawnNegative<Draw006>("cut", by: Check(.structure, "truncated", "message")) {
      $0.token.removeLast(4)
    },
    AgoraDrawnNegative<Draw006>("longer", by: Check(.structure, "trailing", "message")) {
      $0.token += Array("AAAA".utf8)
    },
    AgoraDrawnNegative<Draw006>("changed", by: Check(.crypto, "signature", "signature")) {
      let (a, b) = (UInt8(ascii: "A"), UInt8(ascii: "B"))
      $0.token[50] = $0.token[50] == a ? b : a
    },
    AgoraDrawnNegative<Draw006>("late", by: Check(.time, "expired", "ts")) {
      $0.now = Int64($0.ts)
    },
    AgoraDrawnNegative<Draw006>("other-user", by: Check(.crypto, "uid", "uid-crc")) {
      $0.asked = Array("no user of this name ".utf8)
    },
  ]

  // MARK: - Slots

  enum Slot: CaseIterable {
    case number
    case channel
    case account
    case salt
    case ts
    case expire
    case now
    case token
  }

  func write(_ slot: Slot, to line: inout [UInt8]) {
    switch slot {
    case .number: line.append(decimal: Int64(number))
    case .channel: line += channel
    case .account: line += account
    case .salt: line.append(decimal: Int64(salt))
    case .ts: line.append(decimal: Int64(ts))
    case .expire: line.append(decimal: Int64(expire))
    case .now: line.append(decimal: now)
    case .token: line += token
    }
  }
}
