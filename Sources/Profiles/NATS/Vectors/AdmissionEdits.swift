// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Ways to make a server's configuration or a client's line wrong.
enum AdmissionEdits {
  static let table: [Edit<AdmissionDraft>] =
    [
      Edit("nats.sends-token", clause: "nats.token.compared", "another token is sent") {
        $0.line.set("auth_token", try $1.text("text").json)
      },
      Edit("nats.configures-token", clause: "nats.bcrypt.whole", "the server has another token") {
        $0.server = AdmissionDraft.Server(token: try $1.text("text"))
        $0.line.set("auth_token", try $1.text("sent").json)
      },
      Edit("nats.configures", clause: "nats.config.token", "the server has another configuration") {
        $0.server.token = nil
        $0.server.configuration = try $1.text("text")
        $0.line.set("auth_token", try $1.text("sent").json)
      },
      Edit("nats.sets-environment", clause: "nats.config.comma", "another environment") {
        $0.server.environment = $1
      },
      Edit("nats.sends-first", clause: "nats.connect.first", "something stands before the line") {
        $0.before = try $1.text("text")
      },
      Edit("nats.sends-other", clause: "nats.connect.first", "no CONNECT is sent, but this") {
        $0.line = ConnectDraft([])
        ($0.line.verb, $0.line.separator, $0.line.end) = ("", "", "")
        $0.line.other = try $1.text("text")
        $0.wait = $1["wait"].flatMap { String(decoding: $0.encoded, as: UTF8.self) }
      },
      Edit("nats.sends-later", clause: "nats.connect.one", "a second line follows") {
        $0.later = [try $1.text("text")]
      },
    ] + lines

  private static let lines: [Edit<AdmissionDraft>] = ConnectEdits.serverTable(
    ConnectEdits.Clauses(
      verb: "nats.connect.first", object: "nats.connect.json", types: "nats.connect.types",
      names: "nats.connect.names", length: "nats.connect.length", end: "nats.connect.line")
  ).map { edit in
    Edit(edit.info.id, clause: edit.info.clause, edit.info.words) {
      try edit.change(&$0.line, $1)
    }
  }
}
