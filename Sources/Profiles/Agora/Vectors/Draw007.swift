// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What is drawn for one case of AccessToken 007, and what follows from it; an object, since it is
/// written to and read from all the time.
final class Draw007: CaseDraw {
  private let certificate: AgoraCertificate
  private(set) var number = Draw007.firstNumber
  private var channel = Array("@channel@".utf8)
  private var uid: UInt32 = 4_100_000_001
  private var life: Int64 = 700_000_001
  private var privilegeLife: Int64 = 600_000_001
  private var salt: UInt32 = 4_000_000_001
  private(set) var issued: Int64 = 1_500_000_001
  /// When and for which channel it is opened.
  var now: Int64 = 1_600_000_001
  var asked = Array("@channel@".utf8)
  var token: [UInt8] = []

  private static let firstNumber = 9_900_000_000_001

  var end: Int64 { issued + life }

  /// The first draw: each of its values is found nowhere else in a line.
  init(_ certificate: AgoraCertificate) {
    self.certificate = certificate
    mint(certificate)
  }

  func redraw(from random: inout CaseRandom) {
    number = number == Self.firstNumber ? 0 : number + 1
    channel.removeAll(keepingCapacity: true)
    random.appendLetters(1 + random.below(32), to: &channel)
    asked = channel
    let word = random.next()
    uid = UInt32(truncatingIfNeeded: word) | 1
    salt = UInt32(truncatingIfNeeded: word >> 32)
    life = Int64(1 + random.below(2_592_000))
    privilegeLife = Int64(random.below(2_592_000))
    issued = Int64(1_500_000_000 + random.below(400_000_000))
    now = issued + Int64(random.below(Int(life)))
    mint(certificate)
  }

  func mint(_ certificate: AgoraCertificate) {
    let user = AgoraUser.uid(uid)
    let service = Service007(
      .rtc(channel: Text(channel), uid: Text(user.text)),
      privileges: [AgoraPrivilege(1, expire: UInt32(truncatingIfNeeded: privilegeLife))])
    let info = Info007(
      appID: Text(Calls007.appID), issueTs: UInt32(truncatingIfNeeded: issued),
      expire: UInt32(truncatingIfNeeded: life), salt: salt, services: [service])
    token = Array(((try? Access007(info).mint(certificate: certificate)) ?? "").utf8)
  }

  // MARK: - Questions

  var mintQuestion: VectorQuestion {
    Calls007.mint(
      [
        Calls007.rtc(
          .string(Text(channel)), uid: .integer(uid), may: [[1, .integer(privilegeLife)]])
      ], ["expire": .integer(life)], salt: .integer(salt), at: issued)
  }

  var openQuestion: VectorQuestion {
    Calls007.open(
      .string(Text(token)), ["channel_name": .string(Text(asked)), "uid": .integer(uid)],
      now: .second(now))
  }

  // MARK: - Slots

  enum Slot: CaseIterable {
    case number
    case channel
    case asked
    case uid
    case life
    case privilegeLife
    case salt
    case issued
    case now
    case token
  }

  func write(_ slot: Slot, to line: inout [UInt8]) {
    switch slot {
    case .number: line.append(decimal: Int64(number))
    case .channel: line += channel
    case .asked: line += asked
    case .uid: line.append(decimal: Int64(uid))
    case .life: line.append(decimal: life)
    case .privilegeLife: line.append(decimal: privilegeLife)
    case .salt: line.append(decimal: Int64(salt))
    case .issued: line.append(decimal: issued)
    case .now: line.append(decimal: now)
    case .token: line += token
    }
  }
}
