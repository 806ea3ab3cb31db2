// SPDX-License-Identifier: MIT

import Bytes
import Testing

struct `Errors and refusals` {
  @Test func `say what, where and why`() {
    let error = FormatError(.value, field: "mode", offset: 9, detail: "0 or 1 is expected")
    #expect(error.description == "value in mode at byte 9: 0 or 1 is expected")
    #expect(FormatError(.value, field: "mode", offset: 9).description == "value in mode at byte 9")
    let refusal = Refusal(.claims, "type", field: "app_id", offset: 10, "a string is found")
    #expect(refusal.description == "claims/type in app_id at byte 10: a string is found")
    let placeless = Refusal(.time, "expired", field: "expire", "it ended")
    #expect(placeless.description == "time/expired in expire: it ended")
  }

  @Test func `are compared without their words for people`() {
    let error = FormatError(.bits, field: "a", offset: 1, detail: "x")
    #expect(error == FormatError(.bits, field: "a", offset: 1, detail: "y"))
    #expect(error != FormatError(.bits, field: "a", offset: 2, detail: "x"))
    #expect(error != FormatError(.bits, field: "b", offset: 1, detail: "x"))
    #expect(error != FormatError(.length, field: "a", offset: 1, detail: "x"))
    let refusal = Refusal(.crypto, "tag", field: "tag", offset: 3, "x")
    #expect(refusal == Refusal(.crypto, "tag", field: "tag", "y"))
    #expect(refusal != Refusal(.policy, "tag", field: "tag", offset: 3, "x"))
    #expect(refusal != Refusal(.crypto, "padding", field: "tag", offset: 3, "x"))
    #expect(refusal != Refusal(.crypto, "tag", field: "iv", offset: 3, "x"))
  }

  @Test func `know the stages from the outermost to the innermost`() {
    let words = ["encoding", "structure", "crypto", "claims", "time", "policy"]
    #expect(Stage.allCases.map(\.rawValue) == words)
  }

  @Test func `copy a span`() {
    let bytes: [UInt8] = [1, 2, 3]
    #expect([UInt8](copying: bytes.span.extracting(1..<3)) == [2, 3])
    #expect([UInt8](copying: bytes.span.extracting(0..<0)) == [])
  }
}
