// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Nacos
internal import Profiles
internal import Suite
internal import Zego

/// Drawing a case, the line written, against the minting of one usual token of the format.
enum CasesBenchmark {
  private static let limit = 2.0
  private static let capacity = 1 << 20

  static func run() throws {
    print("\ncases drawn, against the minting of one token")
    for (format, mint) in try minters() {
      guard let model = Formats.vectors.first(where: { $0.format == format }) else { continue }
      var stream = try model.cases(seed: 1)
      var lines: [UInt8] = []
      lines.reserveCapacity(2 * capacity)
      report(
        format, limit: limit, [{ time(repetitions: $0, mint) }],
        ours: {
          if lines.count > capacity { lines.removeAll(keepingCapacity: true) }
          stream.next(into: &lines)
          return true
        })
    }
  }

  private static func minters() throws -> [(String, () -> Bool)] {
    let secret = try ZegoSecret("a3c1f0e29b7d48566f1e0d2c3b4a5968")
    let zego = try Sealed.Form.allCases.map { form -> (String, () -> Bool) in
      let token = try Token04(
        Token04Request(appID: 1_234_567_890, userID: "user-1", effectiveTime: 7200), form: form,
        ctime: 1_700_000_000, nonce: 1_804_289_383)
      let iv = [UInt8](repeating: 0x61, count: form.ivLength)
      return ("zego-04-\(form.rawValue)", { (try? token.mint(secret: secret, iv: iv)) != nil })
    }
    let key = try NacosKey(Array("a3c1f0e29b7d48566f1e0d2c3b4a5968".utf8))
    let access = AccessToken(sub: "nacos", exp: 1_795_228_894)
    return try zego + AgoraBenchmark.minters + [
      ("nacos-jwt", { (try? access.mint(key: key)) != nil })
    ]
  }
}
