// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import CBare

/// Opening and minting of usual Agora tokens against the bare primitives on the same bytes.
enum AgoraBenchmark {
  private static let channel: Text = "7d72365eb983485397e3e3f9d460bdda"
  private static let user = AgoraUser.uid(2_882_341_273)
  private static let appID: Text = "970CA35de60c44645bbae8a215061b33"

  static func run() throws {
    let certificate = try AgoraCertificate("fa94dd0f974cf2e293728a1234567890")
    try run006(certificate)
    try run007(certificate)
  }

  private static let access006 = Access006(
    appID: appID, salt: 1, ts: 1_795_228_894,
    privileges: [1, 2, 3, 4].map { AgoraPrivilege($0, expire: 1_795_228_894) })
  private static let access007 = Access007(
    Info007(
      appID: appID, issueTs: 1_795_228_894, expire: 600, salt: 1,
      services: [
        Service007(
          .rtc(channel: channel, uid: Text(user.text)),
          privileges: [1, 2, 3, 4].map { AgoraPrivilege($0, expire: 600) })
      ]))

  /// The minting of a usual token of each format.
  static var minters: [(String, () -> Bool)] {
    get throws {
      let certificate = try AgoraCertificate("fa94dd0f974cf2e293728a1234567890")
      return [
        (
          "agora-006",
          {
            (try? access006.mint(certificate: certificate, channel: channel, user: user)) != nil
          }
        ), ("agora-007", { (try? access007.mint(certificate: certificate)) != nil }),
      ]
    }
  }

  /// Against HMAC-SHA256 in a reused context.
  private static func run006(_ certificate: AgoraCertificate) throws {
    let access = access006
    let text = try access.mint(certificate: certificate, channel: channel, user: user)
    let bytes = Array(text.utf8)
    let signed = appID.bytes.count + channel.bytes.count + user.text.count + 10 + 6 * 4
    let bare: [(Int32) -> Int64] = [1, 0].map { rekeys in
      { bench_hmac(Int32(signed), $0, rekeys) }
    }
    report(
      "006 open", limit: 3, bare,
      ours: {
        let opened = try? Access006(
          opening: bytes.span, certificate: certificate, channel: channel, user: user)
        return opened?.ts == access.ts
      })
    report(
      "006 mint", limit: 3, bare,
      ours: {
        let minted = try? access.mint(certificate: certificate, channel: channel, user: user)
        return minted?.utf8.count == bytes.count
      })
  }

  /// Against inflating or deflating, and three HMAC-SHA256, with everything reused.
  private static func run007(_ certificate: AgoraCertificate) throws {
    let access = access007
    let text = try access.mint(certificate: certificate)
    let bytes = Array(text.utf8)
    let info = try access.info.bytes
    func bare(_ deflates: Int32) -> (Int32) -> Int64 {
      { repetitions in
        unsafe info.withUnsafeBufferPointer {
          unsafe bench_sealed($0.baseAddress, Int32($0.count), repetitions, deflates)
        }
      }
    }
    report(
      "007 open", limit: 2, [bare(0)],
      ours: {
        (try? Access007(opening: bytes.span, certificate: certificate))?.info.salt == 1
      })
    report(
      "007 mint", limit: 2, [bare(1)],
      ours: { (try? access.mint(certificate: certificate))?.utf8.count == bytes.count })
  }
}
