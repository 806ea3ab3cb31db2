// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// A question to a server: how it is configured, and what a client sends.
struct AdmissionQuestion {
  let file: Text?
  let arguments: [Text]
  let environment: [Text: Text]
  /// What is sent at a time; each ends with a PING where the client asks for an answer.
  let sends: [[UInt8]]
  /// The sizes of the pieces of the first.
  let sizes: [Int]
  let pings: Bool
  let wait: Double

  private static let usualWait = 3.0

  /// Nothing where a member is missing or has another type.
  init?(_ question: Question) {
    let input = question.input
    guard question.op == "admit", let config = input["config"]?.object,
      let sends = Self.sends(input)
    else { return nil }
    file = config["conf"]?.text
    arguments = (config["args"]?.array ?? []).compactMap(\.text)
    environment = Dictionary(
      (config["env"]?.object?.members ?? []).compactMap { member in
        member.value.text.map { (member.name, $0) }
      }
    ) { _, last in last }
    self.sends = sends
    sizes = (input["chunkSizes"]?.array ?? []).compactMap(\.int)
    pings = input["ping"]?.bool ?? true
    wait = input["waitSeconds"]?.double ?? Self.usualWait
  }

  private static func sends(_ input: JSONObject) -> [[UInt8]]? {
    let texts = input["sendsHex"]?.array?.map(\.text) ?? [input["connectHex"]?.text]
    let sends = texts.compactMap { $0.flatMap { try? Hex.decode($0.bytes.span) } }
    return sends.count == texts.count ? sends : nil
  }

  // MARK: - What a server reads

  private static let ping = Array("PING\r\n".utf8)

  /// What the server reads at a time.
  var reads: [ArraySlice<UInt8>] {
    var buffer = ReadBuffer()
    return parts.flatMap { buffer.divide($0) }
  }

  /// What arrives at a time.
  private var parts: [ArraySlice<UInt8>] {
    pieces.flatMap { $0 + (pings ? [Self.ping[...]] : []) }
  }

  /// Each send in the pieces in which it arrives.
  var pieces: [[ArraySlice<UInt8>]] {
    sends.enumerated().map { place, send in place == 0 ? cut(send) : [send[...]] }
  }

  private func cut(_ send: [UInt8]) -> [ArraySlice<UInt8>] {
    var rest = send[...]
    var parts: [ArraySlice<UInt8>] = []
    for size in sizes where size > 0 && !rest.isEmpty {
      parts.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return rest.isEmpty ? parts : parts + [rest]
  }
}
