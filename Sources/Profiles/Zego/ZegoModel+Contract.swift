// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite
internal import Zego

extension ZegoModel {
  /// The longest decimal texts that the time and the nonce can add to a plaintext.
  private static let latestTime: Int64 = 9_999_999_999
  /// How many bytes one byte of text can become in JSON.
  private static let longestEscape = 6
  /// More than everything else in a plaintext takes.
  private static let frameLength = 512

  func brokenClauses(of question: Question) -> [String] {
    let input = question.input
    var broken = appIDClauses(input["app_id"])
    if kind == .token03 {
      broken += identifierClauses(input["room_id"], "room-id")
    }
    broken += identifierClauses(input["user_id"], "user-id")
    if kind == .token03 { broken += privilegeClauses(input["privilege"]) }
    let secret = input["secret"]?.text
    if secret?.bytes.count != ZegoSecret.length || secret?.quality != .utf8 {
      broken.append("zego.secret.length")
    }
    broken += effectiveTimeClauses(input["effective_time_in_seconds"])
    if kind != .token03 { broken += payloadClauses(input["payload"]) }
    if broken.isEmpty, !fits(question) { broken.append("zego.payload.size") }
    return broken
  }

  private func appIDClauses(_ value: JSONValue?) -> [String] {
    guard let id = value?.int64, (1...Int64(UInt32.max)).contains(id) else {
      return ["zego.app-id.range"]
    }
    return []
  }

  private func identifierClauses(_ value: JSONValue?, _ name: String) -> [String] {
    guard let text = value?.text, text.quality == .utf8 else { return ["zego.\(name).text"] }
    if text.isEmpty { return ["zego.\(name).present"] }
    return text.bytes.count > 64 && text.utf16Count > 64 ? ["zego.\(name).length"] : []
  }

  private func privilegeClauses(_ value: JSONValue?) -> [String] {
    guard let members = value?.object?.members,
      members.map(\.name.display).sorted() == ["1", "2"]
    else { return ["zego.privilege.keys"] }
    let areFlags = members.allSatisfy { $0.value.int == 0 || $0.value.int == 1 }
    return areFlags ? [] : ["zego.privilege.values"]
  }

  private func effectiveTimeClauses(_ value: JSONValue?) -> [String] {
    guard let seconds = value?.int64, seconds > 0 else { return ["zego.effective-time.range"] }
    return Int64.max - seconds < Self.latestTime ? ["zego.effective-time.sum"] : []
  }

  private func payloadClauses(_ value: JSONValue?) -> [String] {
    guard let value else { return ["zego.payload.given"] }
    return value.text?.quality == .utf8 ? [] : ["zego.payload.text"]
  }

  /// Whether the reference can seal the question at any time and with any nonce.
  private func fits(_ question: Question) -> Bool {
    let texts = question.input.members.reduce(0) { $0 + ($1.value.text?.bytes.count ?? 0) }
    guard texts * Self.longestEscape + Self.frameLength > Sealed.maximumCiphertext else {
      return true
    }
    let drawn = ZegoDrawn(
      ctime: Self.latestTime, nonce: kind == .token03 ? .min : Int64(Int32.min),
      iv: [UInt8](repeating: 0, count: reference.layout.ivLength))
    return plan(question, by: reference, with: drawn).outcome == .ok
  }

  // MARK: - What is allowed

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    guard answer.outcome == .ok else {
      return answer.unserved(by: "zego", inContract: inContract)
    }
    return ZegoFaithfulness(model: self, question: question, isStrict: inContract)
      .mismatch(of: answer.token)
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: ZegoDrawn?
  ) -> [String] {
    answer.findings(
      by: "zego", broken: broken, printsTooMuch: leaks(answer, question, recovered))
  }

  /// Whether something secret stands in what was printed: the secret, the nonce or the plaintext.
  private func leaks(
    _ answer: Answer, _ question: Question, _ recovered: ZegoDrawn?
  ) -> Bool {
    guard let output = answer.printed?["stdout"] else { return false }
    let text = (output.text ?? output["head"]?.text)?.bytes ?? []
    func holds(_ secret: [UInt8]) -> Bool {
      !secret.isEmpty && text.span.contains(secret.span)
    }
    if text.isEmpty { return false }
    if let secret = question.input["secret"]?.string, holds(Array(secret.utf8)) { return true }
    guard let drawn = recovered ?? recover(from: answer, to: question, by: reference) else {
      return false
    }
    return holds(Array(String(drawn.nonce).utf8)) || holds(drawn.iv)
  }
}
