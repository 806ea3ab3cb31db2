// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// Where a server has its token from.
extension AdmissionVectors {
  private static func written(
    _ name: String, _ comment: String, _ configuration: Text?, arguments: [Text] = [],
    environment: JSONObject = [:], sent: Text = "mytoken",
    source: VectorGroup.Source = .generated
  ) -> Case {
    Case(
      "config-\(name)", comment, "nats.admitted", "configuration",
      AdmissionDraft(
        .init(configuration: configuration, arguments: arguments, environment: environment),
        ConnectDraft(token: sent)), source: source)
  }

  static let configurations: [Case] = [
    written(
      "flag", "the flag of the page", nil, arguments: ["--auth", "mytoken"],
      source: .natsTokenPage),
    written(
      "flag-first", "the flag goes before the file", "authorization { token: \"other\" }\n",
      arguments: ["--auth", "mytoken"]),
    written("bare", "a token without quotes", "authorization { token: mytoken }\n"),
    written("single", "single quotes", "authorization { token: 'mytoken' }\n"),
    written("equals", "an equals sign and lines", "authorization {\n  token = mytoken\n}\n"),
    written("json", "JSON", "{\"authorization\": {\"token\": \"mytoken\"}}\n"),
    written("escape", "a byte as hexadecimal", "authorization { token: \"\\x6dytoken\" }\n"),
    written(
      "digits-first", "letters behind digits, without quotes",
      "authorization { token: 9b727ae05f }\n", sent: "9b727ae05f"),
    written(
      "variable", "a variable of the file", "TOKEN: \"mytoken\"\nauthorization { token: $TOKEN }\n"
    ),
    written(
      "environment", "a variable of the environment", "authorization { token: $TOKEN }\n",
      environment: ["TOKEN": "mytoken"]),
    written(
      "environment-quoted", "digits in quotes in the environment",
      "authorization { token: $TOKEN }\n", environment: ["TOKEN": "\"12345\""], sent: "12345"),
    written(
      "dollar", "a name in quotes is no variable", "authorization { token: \"$TOKEN\" }\n",
      environment: ["TOKEN": "mytoken"], sent: "$TOKEN"),
    written(
      "last", "the last of two counts", "authorization { token: \"other\", token: \"mytoken\" }\n"),
    written(
      "comment", "a comment behind it", "authorization { token: mytoken # other\n}\n"),
    written(
      "timeout-unit", "a time with its unit",
      "authorization { token: \"mytoken\", timeout: \"500ms\" }\n"),
    written(
      "timeout", "more time for the line", "authorization { token: \"mytoken\", timeout: 5 }\n"),
  ]

  /// A server that starts all the same may let in whoever sends the token as it is written.
  private static func unusable(
    _ name: String, _ comment: String, _ configuration: Text, sent: Text = "mytoken",
    of parent: String = "plain", clause: String = "nats.config.token",
    or alsoAllowed: [String] = [Expectation.accept], source: VectorGroup.Source = .generated
  ) -> NATSNegative {
    NATSNegative(
      "config-\(name)", comment, clause, "configuration", of: parent, "configures",
      ["text": .string(configuration), "sent": .string(sent)], by: .configuration,
      or: alsoAllowed, source: source)
  }

  /// A token that is written without quotes and is taken for something else.
  private static func untext(
    _ name: String, _ comment: String, _ token: Text, source: VectorGroup.Source = .generated
  ) -> NATSNegative {
    unusable(
      name, comment, Text("authorization { token: \(token.display) }\n"), sent: token,
      source: source)
  }

  static let wrongConfigurations: [NATSNegative] = [
    NATSNegative(
      "config-flag-other", "the token of the file, where a flag has another",
      "nats.token.compared", "wrong", of: "config-flag-first", "sends-token", ["text": "other"],
      by: .tokenMismatch),
    untext("number", "a number", "12345"), untext("float", "a number with a fraction", "1.5"),
    untext("true", "a word that stands for a truth value", "yes"),
    untext("unit", "a number with a unit", "3k"), untext("date", "a date", "2016-05-04T18:53:41Z"),
    untext(
      "power", "hexadecimal digits that begin as a number in powers of ten",
      "758e126b25e89e987c0d", source: .reported("meshery/meshery-operator#833")),
    untext("unknown", "no such variable", "$ASSAY_NO_SUCH_TOKEN"),
    unusable("list", "a list", "authorization { token: [\"mytoken\"] }\n"),
    unusable(
      "2b", "a hash without quotes that is taken for a variable",
      "authorization { token: $2b$04$N9qo8uLOickgx2ZMRZoMyek.ia/Y0.wn.xruN/r5HVdEznXcotjuW }\n",
      of: "bcrypt", source: .reported("nats-io/nats-server#7666")),
    unusable(
      "bad-escape", "an escape that is none", "authorization { token: \"\\qtoken\" }\n",
      sent: "qtoken"),
    unusable("open", "a brace that is not closed", "authorization { token: \"mytoken\"\n"),
    unusable(
      "with-user", "a user beside the token",
      "authorization { user: a, password: b, token: \"mytoken\" }\n", clause: "nats.config.alone"),
    unusable(
      "with-users", "users beside the token",
      "authorization { token: \"mytoken\", users: [ {user: a, password: b} ] }\n",
      clause: "nats.config.alone"),
    unusable(
      "member", "a member that is none", "authorization { token: \"mytoken\", tokens: \"x\" }\n"),
    unusable("empty", "an empty token: no authentication", "authorization { token: \"\" }\n"),
    unusable("none", "no token: no authentication", ""),
    NATSNegative(
      "config-comma", "a variable with two values", "nats.config.comma", "configuration",
      of: "config-environment", "sets-environment", ["TOKEN": "mytoken,other"],
      by: .configuration),
    NATSNegative(
      "config-timeout-over", "half a second, with its unit", "nats.config.timeout", "resource",
      of: "config-timeout-unit", "sends-other", ["text": "", "wait": .float(lexeme: "0.8")],
      by: .lineMissing),
  ]

  // MARK: - Notes

  static let notes: [VectorNote] = [
    VectorNote("admitted", .basic, "a server that fails here lets nobody in"),
    VectorNote("exact", .modifiedParameter, "the server changes a token before it compares"),
    VectorNote("written", .encoding, "the server does not resolve the escapes of JSON"),
    VectorNote("wrong", .authenticationBypass, "a client is let in with another token"),
    VectorNote("missing", .authenticationBypass, "a client is let in without a token"),
    VectorNote("hash", .authenticationBypass, "the server does not know its token is a hash"),
    VectorNote(
      "odd-hash", .edgeCase, "a hash that is not documented; a server may compute it all the same"),
    VectorNote("line", .edgeCase, "the server does not take a line that the page allows"),
    VectorNote("lenient", .edgeCase, "a line that breaks a rule; a server may take it"),
    VectorNote("resource", .resource, "a client without a token holds a connection, or memory"),
    VectorNote("json", .encoding, "what is no object of JSON; a server may read it all the same"),
    VectorNote("members", .edgeCase, "a member that breaks a rule; a server may take it"),
    VectorNote("order", .missingStep, "two rules are broken: the first in the order counts"),
    VectorNote("configuration", .edgeCase, "the token of a server's configuration is another one"),
  ]
}
