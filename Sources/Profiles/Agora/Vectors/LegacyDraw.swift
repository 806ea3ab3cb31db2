// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What is drawn for one case of the keys before 006, all of them of version 003.
final class LegacyDraw: AgoraDraw {
  private(set) var number = LegacyDraw.firstNumber
  private var channel = Array("@channel@".utf8)
  private var ts: UInt32 = 4_000_000_001
  private var random: UInt32 = 3_900_000_001
  private var uid: UInt32 = 3_700_000_001
  private var expire: UInt32 = 3_800_000_001
  // When and for whom the key is opened.
  private var now: Int64 = 1_600_000_001
  private var asked: UInt32 = 3_700_000_001
  private var token: [UInt8] = []

  private static let firstNumber = 9_900_000_000_001
  private static let usual = LegacyAsk(.key3)
  private static let credentials = try? LegacyCredentials(
    appID: usual[.appID].text ?? "", certificate: usual[.certificate].text ?? "")

  init() { mint() }

  func redraw(from source: inout CaseRandom) {
    number = number == Self.firstNumber ? 0 : number + 1
    channel.removeAll(keepingCapacity: true)
    source.appendLetters(1 + source.below(64), to: &channel)
    ts = UInt32(truncatingIfNeeded: source.next())
    random = UInt32(truncatingIfNeeded: source.next())
    uid = UInt32(truncatingIfNeeded: source.next())
    asked = uid
    expire = UInt32(1_500_000_000 + source.below(400_000_000))
    now = Int64(expire) - 1 - Int64(source.below(2_592_000))
    mint()
  }

  private func mint() {
    guard let credentials = Self.credentials,
      let request = try? LegacyRequest(
        channel: Text(channel), ts: ts, random: random, uid: uid, expire: expire)
    else { return }
    token = (try? TextKey(.v003, request, credentials).token) ?? []
  }

  // MARK: - Questions

  private var ask: LegacyAsk {
    var ask = Self.usual
    ask[.channel] = .string(Text(channel))
    ask[.ts] = .integer(ts)
    ask[.random] = .integer(random)
    ask[.uid] = .integer(uid)
    ask[.expire] = .integer(expire)
    return ask
  }

  var mintQuestion: VectorQuestion { ask.question }

  var openQuestion: VectorQuestion {
    VectorQuestion(
      op: VectorQuestion.open,
      input: [
        "token": .string(Text(token)), "version": "003", "app_certificate": ask[.certificate],
        "channel_name": ask[.channel], "uid": .integer(asked),
      ], now: .second(now))
  }

  // MARK: - Negatives

  static let negatives = [
    AgoraDrawnNegative<LegacyDraw>("version", by: Check(.encoding, "version", "version")) {
      $0.token[2] = UInt8(ascii: "4")
    },
    AgoraDrawnNegative<LegacyDraw>("digit", by: Check(.encoding, "hex", "signature")) {
      $0.token[20] = UInt8(ascii: "G")
    },
    AgoraDrawnNegative<LegacyDraw>("cut", by: Check(.structure, "truncated", "expire")) {
      $0.token.removeLast()
    },
    AgoraDrawnNegative<LegacyDraw>("longer", by: Check(.structure, "trailing", "expire")) {
      $0.token.append(UInt8(ascii: "0"))
    },
    AgoraDrawnNegative<LegacyDraw>("changed", by: Check(.crypto, "signature", "signature")) {
      let (zero, one) = (UInt8(ascii: "0"), UInt8(ascii: "1"))
      $0.token[20] = $0.token[20] == zero ? one : zero
    },
    AgoraDrawnNegative<LegacyDraw>("late", by: Check(.time, "expired", "expire")) {
      $0.now = Int64($0.expire)
    },
    AgoraDrawnNegative<LegacyDraw>("other-user", by: Check(.policy, "uid", "uid")) {
      $0.asked = ~$0.uid
    },
  ]

  // MARK: - Slots

  enum Slot: CaseIterable {
    case number
    case channel
    case ts
    case random
    case uid
    case expire
    case now
    case asked
    case token
  }

  func write(_ slot: Slot, to line: inout [UInt8]) {
    switch slot {
    case .number: line.append(decimal: Int64(number))
    case .channel: line += channel
    case .ts: line.append(decimal: Int64(ts))
    case .random: line.append(decimal: Int64(random))
    case .uid: line.append(decimal: Int64(uid))
    case .expire: line.append(decimal: Int64(expire))
    case .now: line.append(decimal: now)
    case .asked: line.append(decimal: Int64(asked))
    case .token: line += token
    }
  }
}
