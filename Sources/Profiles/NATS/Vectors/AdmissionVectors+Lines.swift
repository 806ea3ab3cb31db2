// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// The line around the object.
extension AdmissionVectors {
  private static func line(
    _ name: String, _ comment: String, _ change: (inout AdmissionDraft) -> Void
  ) -> Case {
    Case(name, comment, "nats.admitted", "line", AdmissionDraft().with(change))
  }

  static let lines: [Case] =
    [
      line("verb-lower", "the verb in lower case") { $0.line.verb = "connect" },
      line("verb-mixed", "the verb in both cases") { $0.line.verb = "CoNnEcT" },
      line("separator-tab", "a tab behind the verb") { $0.line.separator = "\t" },
      line("separator-long", "4000 blanks in front of the object, which do not count") {
        $0.line.separator = Text(String(repeating: " ", count: 4000))
      },
      line("blanks", "blanks before the closing brace") { $0.line.blanks = 9 },
      line("blanks-behind", "blanks between the object and the end of the line") {
        $0.line.end = "  \t \r\n"
      },
      line("member-order", "the members in another order") { $0.line.members.reverse() },
      line("members", "every member of the documentation but other credentials") {
        $0.line.members += [
          .init("tls_required", "false"), .init("name", "\"客户端\""), .init("echo", "true"),
          .init("headers", "true"), .init("no_responders", "true"),
        ]
      },
      line("members-empty", "other credentials are there and empty, as some clients send them") {
        $0.line.members += [
          .init("user", "\"\""), .init("pass", "\"\""), .init("jwt", "\"\""),
          .init("nkey", "\"\""), .init("sig", "\"\""),
        ]
      },
      line("protocol-0", "the older protocol") { $0.line.set("protocol", "0") },
      line("verbose", "the client wants every line to be answered") {
        $0.line.set("verbose", "true")
      },
      line("pieces-1", "every byte arrives alone") {
        $0.sizes = [Int](repeating: 1, count: $0.line.bytes.count)
      },
      line("pieces-end", "the line feed arrives alone") {
        $0.sizes = [$0.line.bytes.count - 1, 1]
      },
      line("pieces-verb", "the verb arrives in two pieces") { $0.sizes = [3] },
    ]
    + [(512, "as much as one read of nats-server holds"), (4096, "as long as it may be")].map {
      count, words in
      line("object-\(count)", "\(count) bytes: \(words)") { try? $0.line.pad(to: count) }
    } + [
      Case(
        "limit-small", "a server that takes 256 bytes", "nats.admitted", "line",
        AdmissionDraft().with {
          $0.server = limited(256)
          try? $0.line.pad(to: 256)
        }),
      Case(
        "limit-large", "a server that takes 8192 bytes, and a token of 5000", "nats.admitted",
        "line", AdmissionDraft(limited(8192, token: long), ConnectDraft(token: long))),
    ]

  private static let long = Text(String(repeating: "0123456789", count: 500))

  private static func limited(_ count: Int, token: Text = "mytoken") -> AdmissionDraft.Server {
    .init(
      configuration: Text(
        "authorization { token: \"\(token.display)\" }\nmax_control_line: \(count)\n"))
  }

  // MARK: - What is wrong with the line

  /// A server may take it all the same.
  static func free(
    _ name: String, _ comment: String, _ clause: String, _ edit: String, _ arguments: JSONObject,
    by check: NATSCheck, of parent: String = "plain",
    as flag: String = "lenient", or alsoAllowed: [String] = [Expectation.accept]
  ) -> NATSNegative {
    NATSNegative(
      name, comment, clause, flag, of: parent, edit, arguments, by: check, or: alsoAllowed)
  }

  static let right = "CONNECT {\"auth_token\":\"mytoken\"}\r\n"

  static let wrongLines: [NATSNegative] =
    [
      NATSNegative(
        "ping-alone", "a PING and no CONNECT: no answer before the token", "nats.token.required",
        "missing", of: "plain", "sends-other", ["text": "PING\r\n"], by: .verb),
      NATSNegative(
        "silent", "nothing is sent", "nats.connect.in-time", "resource", of: "plain",
        "sends-other", ["text": "", "wait": .float(lexeme: "2.5")], by: .lineMissing),
      NATSNegative(
        "unfinished", "the line does not end in time", "nats.connect.in-time", "resource",
        of: "plain", "sends-other",
        ["text": .string(right.replacing("\r\n", with: "")), "wait": .float(lexeme: "2.5")],
        by: .lineMissing),
      NATSNegative(
        "endless", "more bytes than a line has, and no end", "nats.connect.length", "resource",
        of: "plain", "sends-other",
        [
          "text": .string("CONNECT {" + String(repeating: " ", count: 5000)),
          "wait": .float(lexeme: "2.5"),
        ], by: .lineLength),
      free(
        "newline-first", "an empty line in front", "nats.connect.first", "sends-first",
        ["text": "\r\n"], by: .verb),
      free(
        "ping-first", "a PING in front", "nats.connect.first", "sends-first", ["text": "PING\r\n"],
        by: .verb),
      free(
        "bom-first", "a byte order mark in front", "nats.connect.first", "sends-first",
        ["text": "\u{FEFF}"], by: .verb),
      free(
        "http", "a request of the web", "nats.connect.first", "sends-other",
        ["text": "GET / HTTP/1.1\r\nHost: a\r\n\r\n"], by: .verb, or: []),
      free(
        "verb-other", "another verb", "nats.connect.first", "sets-verb", ["text": "CONNEXT"],
        by: .operation),
      free(
        "verb-longer", "a letter more", "nats.connect.blank", "sets-verb", ["text": "CONNECTX"],
        by: .blank, or: ["encoding/json.syntax"]),
      free(
        "separator-none", "no blank behind the verb", "nats.connect.blank", "sets-separator",
        ["text": ""], by: .blank),
      free(
        "end-newline", "a line feed alone", "nats.connect.line", "sets-line-end", ["text": "\n"],
        by: .lineEnd),
      free(
        "end-two-returns", "one CR more", "nats.connect.line", "sets-line-end",
        ["text": "\r\r\n"], by: .lineEnd),
      free(
        "newline-inside", "a line feed between two members", "nats.connect.line", "sets-object",
        ["text": "{\"verbose\":false,\n\"auth_token\":\"mytoken\"}"], by: .lineEnd,
        or: [Expectation.accept, "encoding/json.syntax"]),
      free(
        "object-none", "no object", "nats.connect.line", "sets-object", ["text": ""], by: .lineEnd,
        or: ["encoding/json.syntax"]),
      free(
        "object-4097", "one byte too many", "nats.connect.length", "pads-object",
        ["bytes": .integer(4097)], by: .lineLength),
      free(
        "blanks-count", "blanks inside the object count", "nats.connect.length", "adds-blanks",
        ["blanks": .integer(4000)], by: .lineLength),
      free(
        "limit-small-over", "257 bytes for a server that takes 256", "nats.connect.length",
        "pads-object", ["bytes": .integer(257)], by: .lineLength, of: "limit-small"),
      free(
        "twice", "the same line twice", "nats.connect.one", "sends-later",
        ["text": .string(right)], by: .second),
      free(
        "twice-wrong", "a second line with another token", "nats.connect.one", "sends-later",
        ["text": .string(right.replacing("mytoken", with: "yourtoken"))], by: .second,
        or: ["policy/token.mismatch"]),
    ]
}
