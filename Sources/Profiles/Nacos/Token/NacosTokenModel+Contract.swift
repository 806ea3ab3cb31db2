// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

extension NacosTokenModel {
  func brokenClauses(of question: Question) -> [String] { [] }

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? { nil }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: Drawn?
  ) -> [String] { broken }
}
