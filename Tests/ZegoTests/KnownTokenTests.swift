// SPDX-License-Identifier: MIT

import Testing
import Zego

// The tokens were made once by the Python package `cryptography`, by no code of ours.
@Suite struct KnownTokenTests {
  static let cbc =
    "04AAAAAGsBEu4AEDAxMjM0NTY3ODlhYmNkZWYAcKg8k+cGoC47RmNqguFt1kM6p4bVI19c6Zo/L4YLW0vQDkoRyZWeqaM6"
    + "siZO8njM36U6aMsVLbh65U84FmYrcbZH9/Zf15Q59HrqA4BoN7EhJGKu6bFX8IPg7sk2PVmn8hiMMG7gh0RDC1t4b69R"
    + "gug="
  static let gcm =
    "04AAAAAGsBEu4ADDAxMjM0NTY3ODlhYgB1FxOV7t6YnShqFQRc9y97lL9gcieZa5HB+1XoRxX1xA3M+Xjl2ur5Czt4cEpD"
    + "CnN1mcVVwea/hCXe9O1rGz5r/Kiuc57kbpHURhfIchMYCvG3KC1IkzruCiEdS3hKLrPoS5qxDmpnbQS1nNI6TskjXOAL"
    + "cyamAQ=="
  static let old =
    "03AAAAAGsBEu4AEDAxMjM0NTY3ODlhYmNkZWYAsBUl/7mPWhhsyTEutK5luTPy8NNWgIsGZYWqC7C4XidMRU0UtTAnZU6z"
    + "ZbBsJxxQg05S2e+DK9fRsEoDtpkwpyHGDLDe8RLlHpg3MptE3OY+LddOM8+EjURdKSXNvwAPktDipcaz9C+z7cMEoDvS"
    + "5IXiKLgZWQxhxlXhds+xrheb9Kic3k+CWNMbrz4I1oxamEqOKjRw1/phV3gEhCQc5OCQjD5cEtzkovzuIbKTFqP0"

  @Test(arguments: [(Sealed.Form.cbc, cbc), (.gcm, gcm)])
  func `a token04 is the one that another implementation made`(
    form: Sealed.Form, expected: String
  ) throws {
    let token = try Token04(
      Token04Request(appID: 1, userID: "demo", effectiveTime: 3600), form: form,
      ctime: Forge.ctime, nonce: -1_234_567_890)
    let iv = Array("0123456789abcdef".utf8.prefix(form.ivLength))
    #expect(try token.mint(secret: Forge.secret, iv: iv) == expected)
    #expect(try Token04(opening: Array(expected.utf8).span, secret: Forge.secret) == token)
  }

  @Test func `a token03 is the one that another implementation made`() throws {
    let token = try Token03(
      Token03Request(
        appID: .max, roomID: "ré", userID: "小😀", mayLogIn: true, mayPublish: false,
        effectiveTime: 3600), createTime: Forge.ctime, nonce: .min)
    let iv = Array("0123456789abcdef".utf8)
    #expect(try token.mint(secret: Forge.secret, iv: iv) == Self.old)
    #expect(try Token03(opening: Array(Self.old.utf8).span, secret: Forge.secret) == token)
  }
}
