// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Single Nacos tokens` {
  static let secret = "VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg="
  static let now = ["--now", "1704067200"]
  static let token =
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTcwNDA4NTIwMH0"
    + ".LCl5DkUZvB4NvMcIPjFe2xNPE6ESRUQei352Sg9f-iQ"
  static let withTyp =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTcwNDA4NTIwMH0"
    + ".FijwskPa7HpI9c3azuBzSp3nyGuJmVtaeVM0uOh6iPQ"

  @Test(arguments: [[], ["--as", "1.4.8"], ["--as", "3.0.3"]])
  func `are minted as servers do`(flags: [String]) throws {
    let run = try Assay.run(
      ["mint", "nacos-jwt", "user=nacos"] + flags + Self.now, secret: Self.secret)
    #expect(run.output == Self.token + "\n")
  }

  @Test func `are opened, or refused where they are wrong`() throws {
    let opened = try Assay.run(["open", Self.token] + Self.now, secret: Self.secret)
    #expect(opened.output.hasPrefix("accepted (nacos-jwt)\n  sub"))
    let late = try Assay.run(
      ["open", Self.token, "--now", "1704085201"], secret: Self.secret)
    #expect(late.status == 1)
    #expect(late.output.hasPrefix("refused: time/expired in exp"))
    let other = try Assay.run(["open", Self.withTyp] + Self.now, secret: Self.secret)
    #expect(other.output.hasPrefix("refused: structure/header in header at byte 0"))
  }

  @Test func `are taken apart without their signature`() throws {
    let look = try Assay.run("inspect", Self.token, "--now", "1704067200")
    #expect(look.output.contains("of 108 bytes"))
    #expect(look.output.contains("consistent with: 1.4.8, 2.0.4"))
    #expect(!look.output.contains("LCl5DkUZ"))
  }

  @Test func `say why a token that others take is refused`() throws {
    let look = try Assay.run(
      ["inspect", Self.withTyp] + Self.now, secret: Self.secret)
    #expect(look.output.contains("note: typ in the header"))
    #expect(look.output.contains("note: 1.4.8 accepts it for 'nacos'"))
    #expect(
      look.output.contains(
        "note: 3.0.3 refuses it: AccessException, unsupported signature algorithm"))
  }

  @Test(arguments: ["eyJ", "eyJhbGciOiJIUzI1NiJ9", "eyJ.x", "e30.e30.", "Bearer eyJhbGciOiJI.."])
  func `are recognised however broken they are`(token: String) throws {
    let look = try Assay.run("inspect", token, "--now", "1704067200")
    #expect(look.status == 0)
    #expect(look.output.hasPrefix("JSON web token"))
  }
}
