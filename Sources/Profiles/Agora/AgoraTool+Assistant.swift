// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// What a recorded assistant would answer, by its profile.
extension AgoraTool {
  func answer006(
    _ variant: String, _ input: JSONObject, _ secret: Text, _ drawn: DrawnValues
  ) throws -> Answer {
    let model = Agora006Model()
    let rules = try model.rules(ofVariant: variant)
    let question = try AgoraQuestion(input, certificate: secret).access006()
    let values = AgoraDrawn(
      salt: Int64(try drawn.salt(in: rules.salt)), ts: Int64(try drawn.second) + Int64(Self.day))
    return model.answer(model.plan(question, by: rules, with: values))
  }

  func answer007(
    _ variant: String, _ input: JSONObject, _ secret: Text, _ drawn: DrawnValues
  ) throws -> Answer {
    let model = Agora007Model()
    let rules = try model.rules(ofVariant: variant)
    let question = try AgoraQuestion(input, certificate: secret).access007()
    let values = AgoraDrawn(
      salt: Int64(try drawn.salt(in: rules.salt)), ts: Int64(try drawn.second))
    return model.answer(model.plan(question, by: rules, with: values))
  }
}
