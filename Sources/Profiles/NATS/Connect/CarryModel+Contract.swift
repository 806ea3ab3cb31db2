// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

extension CarryModel {
  func brokenClauses(of question: Question) -> [String] { CarryWish(CarryCall(question)).broken }

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    guard answer.outcome == .ok else {
      return answer.unserved(by: "nats", inContract: inContract)
    }
    guard let line = answer.carriedLine else { return .noToken("nats") }
    guard let call = CarryCall(question) else {
      return Mismatch("nats.served", field: "url", expected: "an address", got: "a line")
    }
    return CarryFaithfulness(call).mismatch(of: line, answer.otherLines)
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: CarryDrawn?
  ) -> [String] {
    answer.findings(by: "nats", broken: broken, printsTooMuch: false)
  }
}
