// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Something that a server can be asked, with or without its token.
public struct ProbeQuestion: Sendable {
  public let id: String
  /// What is asked, for people.
  public let words: String
  public let needsToken: Bool
  /// Whether the right answer is to let the client in, or to refuse it; nothing where both are.
  public let mustAdmit: Bool?
  private let lines: @Sendable (_ token: Text) -> [String]

  /// The steps of the conversation.
  func steps(token: Text) -> [LiveExchange.Step] {
    lines(token).map { LiveExchange.Step([Array($0.utf8)]) }
  }

  private init(
    _ id: String, _ words: String, needsToken: Bool = true, mustAdmit: Bool? = nil,
    _ lines: @escaping @Sendable (_ token: Text) -> [String]
  ) {
    self.id = id
    self.words = words
    self.needsToken = needsToken
    self.mustAdmit = mustAdmit
    self.lines = lines
  }

  /// The table: each is one connection that says CONNECT and PING.
  public static let all: [ProbeQuestion] = [
    .init("right-token", "the right token", mustAdmit: true) { [line(token($0))] },
    .init("verbose", "the right token, and an acknowledgement is wished", mustAdmit: true) {
      [line(token($0), verbose: true)]
    },
    .init("escaped", "the right token, each character escaped", mustAdmit: true) {
      [line("\"auth_token\":\(escaped($0))")]
    },
    .init("wrong-token", "a wrong token", needsToken: false, mustAdmit: false) { _ in
      [line(token("assay-wrong-token"))]
    },
    .init("missing-token", "no token", needsToken: false, mustAdmit: false) { _ in [line("")] },
    .init("empty-token", "an empty token", needsToken: false, mustAdmit: false) { _ in
      [line(token(""))]
    },
    .init("null-token", "null for a token", needsToken: false) { _ in [line("\"auth_token\":null")]
    },
    .init("number-token", "a number for a token", needsToken: false) { _ in
      [line("\"auth_token\":1")]
    },
    .init("longer-token", "the right token and a letter", mustAdmit: false) {
      [line(token(Text($0.bytes + [UInt8(ascii: "x")])))]
    },
    .init("padded-token", "the right token between blanks", mustAdmit: false) {
      [line(token(Text([0x20] + $0.bytes + [0x20])))]
    },
    .init("token-as-user", "the right token as the user", mustAdmit: false) {
      [line("\"user\":\(quoted($0))")]
    },
    .init("upper-case-name", "the right token under AUTH_TOKEN") {
      [line("\"AUTH_TOKEN\":\(quoted($0))")]
    },
    .init("last-member", "a wrong token, then the right one") {
      [line(token("assay-wrong-token") + "," + token($0))]
    },
    .init("unknown-member", "the right token and a member that nobody knows") {
      [line(token($0) + ",\"assay\":1")]
    },
    .init("broken-object", "an object without its end", needsToken: false) { _ in
      ["CONNECT {\"auth_token\":\"x\"\r\n"]
    },
    .init("lower-case-verb", "the right token after connect", mustAdmit: true) {
      [line(token($0), verb: "connect ")]
    },
    .init("no-blank", "the right token, without a blank after CONNECT") {
      [line(token($0), verb: "CONNECT")]
    },
    .init("bare-newline", "the right token in a line that ends with LF") {
      [line(token($0), end: "\n")]
    },
    .init("ping-first", "PING first", needsToken: false) { _ in ["PING\r\n"] },
    .init("wrong-verb", "CONN in place of CONNECT", needsToken: false) { _ in ["CONN {}\r\n"] },
    .init("next-protocol", "the right token and protocol 2") {
      [line(token($0) + ",\"protocol\":2")]
    },
    .init("second-connect", "the right token, then a wrong one") {
      [line(token($0)), line(token("assay-wrong-token"))]
    },
  ]

  // MARK: - The lines

  private static func line(
    _ members: String, verbose: Bool = false, verb: String = "CONNECT ", end: String = "\r\n"
  ) -> String {
    let more = members.isEmpty ? "" : ",\(members)"
    return verb + "{\"verbose\":\(verbose),\"pedantic\":false,\"tls_required\":false,"
      + "\"lang\":\"swift\",\"version\":\"0\"\(more)}" + end
  }

  private static func token(_ token: Text) -> String { "\"auth_token\":\(quoted(token))" }

  private static func quoted(_ text: Text) -> String {
    String(decoding: JSONValue.string(text).encoded, as: UTF8.self)
  }

  private static func escaped(_ text: Text) -> String {
    let bytes = text.utf16Bytes
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
      "\\u" + Hex.encode(bytes[place..<place + 2])
    }
    return "\"\(units.joined())\""
  }
}
