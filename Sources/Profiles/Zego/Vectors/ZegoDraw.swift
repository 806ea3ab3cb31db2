// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite
internal import Zego

/// What is drawn for one case, and what follows from it; an object, since it is written to and read
/// from all the time.
final class ZegoDraw: CaseDraw {
  private let kind: ZegoFormat
  private let form: Sealed.Form
  private let secret: ZegoSecret
  private(set) var number = ZegoDraw.firstNumber
  private var appID: UInt32 = 4_000_000_001
  private var user = Array("@user@".utf8)
  /// The payload of a token04, the room of a token03.
  private var extra = Array("@extra@".utf8)
  private var lifetime: Int64 = 700_000_001
  private var nonce: Int32 = -2_000_000_001
  private var ctime: Int64 = 1_500_000_001
  private var iv: [UInt8]
  /// When and for whom the token is opened.
  var now: Int64 = 1_600_000_001
  var asked: [UInt8]?
  var token: [UInt8] = []

  private static let firstNumber = 9_900_000_000_001

  var expire: Int64 { ctime + lifetime }

  /// The first draw: each of its values is found nowhere else in a line.
  init(_ kind: ZegoFormat) throws(Refusal) {
    self.kind = kind
    secret = try ZegoSecret(ZegoVectors.secret)
    form = ZegoLayout(kind).form
    iv = Array(repeating: 0xF1, count: form.ivLength)
    mint()
  }

  func redraw(from random: inout CaseRandom) {
    number = number == Self.firstNumber ? 0 : number + 1
    user.removeAll(keepingCapacity: true)
    extra.removeAll(keepingCapacity: true)
    random.appendLetters(4 + random.below(8), to: &user)
    if kind == .token03 || random.below(8) == 0 {
      random.appendLetters(1 + random.below(64), to: &extra)
    }
    asked = nil
    let word = random.next()
    appID = UInt32(truncatingIfNeeded: word) | 1
    nonce = Int32(truncatingIfNeeded: word >> 32)
    lifetime = Int64(1 + random.below(2_592_000))
    ctime = Int64(1_500_000_000 + random.below(400_000_000))
    now = ctime + Int64(random.below(Int(lifetime)))
    iv = random.bytes(form.ivLength)
    mint()
  }

  private func mint() {
    let (userID, text) = (
      String(decoding: user, as: UTF8.self), String(decoding: extra, as: UTF8.self)
    )
    let minted =
      kind == .token03
      ? try? Token03(
        appID: appID, roomID: text, userID: userID, mayLogIn: true, mayPublish: false,
        createTime: ctime, expireTime: expire, nonce: Int64(nonce)
      ).mint(secret: secret, iv: iv)
      : try? Token04(
        form: form, appID: appID, userID: userID, nonce: nonce, ctime: ctime, expire: expire,
        payload: text
      ).mint(secret: secret, iv: iv)
    token = Array((minted ?? "").utf8)
  }

  // MARK: - Questions

  var mintQuestion: VectorQuestion {
    var input: JSONObject = ["app_id": .integer(appID), "user_id": .string(Text(user))]
    if kind == .token03 {
      input["room_id"] = .string(Text(extra))
      input["privilege"] = ["1": 1, "2": 0]
    } else {
      input["payload"] = .string(Text(extra))
    }
    input["secret"] = .string(ZegoVectors.secret)
    input["effective_time_in_seconds"] = .integer(lifetime)
    return VectorQuestion(
      op: "mint", input: input, inject: ["nonce": .integer(nonce), "iv": .string(Text(iv))],
      now: .second(ctime))
  }

  var openQuestion: VectorQuestion {
    VectorQuestion(
      op: VectorQuestion.open,
      input: [
        "token": .string(Text(token)), "secret": .string(ZegoVectors.secret),
        "user_id": .string(Text(asked ?? user)),
      ], now: .second(now))
  }

  // MARK: - Slots

  enum Slot: CaseIterable {
    case number
    case appID
    case user
    case extra
    case asked
    case lifetime
    case nonce
    case ctime
    case expire
    case now
    case iv
    case token
  }

  func write(_ slot: Slot, to line: inout [UInt8]) {
    switch slot {
    case .number: line.append(decimal: Int64(number))
    case .appID: line.append(decimal: Int64(appID))
    case .user: line += user
    case .extra: line += extra
    case .asked: line += asked ?? user
    case .lifetime: line.append(decimal: lifetime)
    case .nonce: line.append(decimal: Int64(nonce))
    case .ctime: line.append(decimal: ctime)
    case .expire: line.append(decimal: expire)
    case .now: line.append(decimal: now)
    case .iv: Hex.append(iv, to: &line)
    case .token: line += token
    }
  }
}
