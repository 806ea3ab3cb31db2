// SPDX-License-Identifier: MIT

internal import Bytes
internal import CBare
internal import Zego

/// Opening and minting of the usual token against the EVP call on the same bytes.
enum TokenBenchmark {
  private static let limit = 3.0

  static func run() throws {
    let secret = try ZegoSecret("fa94dd0f974cf2e293728a1234567890")
    for form in Sealed.Form.allCases {
      let token = try Token04(
        Token04Request(appID: 1, userID: "demo", effectiveTime: 3600), form: form,
        ctime: 1_795_228_894, nonce: 1_234_567_890)
      let iv = [UInt8](repeating: UInt8(ascii: "a"), count: form.ivLength)
      let text = try token.mint(secret: secret, iv: iv)
      let bytes = Array(text.utf8)
      let count = Int32(token.plaintext().count)
      let isGCM = form == .gcm
      report(
        "\(form.rawValue) open", isGCM ? BARE_GCM_OPEN : BARE_CBC_OPEN, count,
        ours: { (try? Token04(opening: bytes.span, secret: secret))?.expire == token.expire })
      report(
        "\(form.rawValue) mint", isGCM ? BARE_GCM_SEAL : BARE_CBC_SEAL, count,
        ours: { (try? token.mint(secret: secret, iv: iv))?.utf8.count == bytes.count })
    }
  }

  private static func report(
    _ name: String, _ operation: some BinaryInteger, _ count: Int32, ours: @escaping () -> Bool
  ) {
    let operation = Int32(operation)
    let times = fastest([
      { time(repetitions: $0, ours) }, { bench_bare(operation, count, $0, 1) },
      { bench_bare(operation, count, $0, 0) },
    ])
    printRow(name, own: times[0], bare: Array(times.dropFirst()), limit: limit)
  }
}
