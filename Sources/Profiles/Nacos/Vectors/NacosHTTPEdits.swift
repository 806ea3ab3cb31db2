// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// The ways in which a request that is served becomes another one.
enum NacosHTTPEdits {
  typealias Entry = Edit<NacosHTTPDraft>

  static let table: [Entry] = [
    edit("token", "token.refused", "the token is changed, and sealed again") { draft, arguments in
      let name = try arguments.string("edit")
      guard let edit = NacosEdits.table.first(where: { $0.info.id == "nacos.edit.\(name)" }) else {
        throw VectorError("there is no edit '\(name)'")
      }
      try edit.change(&draft.token, arguments)
    },
    edit("drop-token", "token.required", "there is no token") { draft, _ in draft.places = [] },
    edit("move-token", "carrier", "the token stands in another place") {
      $0.places = [try NacosHTTPPlace($1)]
    },
    edit("field", "identity", "one more field, and no token") {
      $0.places = []
      $0.fields.append((try $1.string("name"), try $1.string("value")))
    },
    edit("beside", "precedence", "one more field beside the token") {
      $0.fields.append((try $1.string("name"), try $1.string("value")))
    },
    edit("parameter", "login.parameters", "a parameter has another value") {
      let (name, value) = (try $1.string("name"), $1["value"]?.string)
      $0.query = $0.query.replacing(name, by: value)
      $0.form = $0.form?.replacing(name, by: value)
    },
    edit("query", "password.place", "one more parameter of the query, and no token") {
      $0.places = []
      $0.query.append((try $1.string("name"), try $1.string("value")))
    },
    edit("login", "password.place", "name and password in place of a token") {
      $0.places = []
      $0.query += [
        ("username", try $1.string("username")), ("password", try $1.string("password")),
      ]
    },
    edit("body", "login.parameters", "the parameters stand in a body that is no form") {
      ($0.query, $0.form) = ([], nil)
      ($0.contentType, $0.body) = (try $1.string("type"), try $1.string("body"))
    },
    edit("method", "login.path", "another method") { $0.method = try $1.string("method") },
    edit("path", "login.path", "another address") { $0.path = try $1.string("path") },
    edit("world", "user-agent", "a server that is set up otherwise") {
      $0.world[try $1.string("name")] = try $1.value("value")
    },
  ]

  private static func edit(
    _ name: String, _ clause: String, _ words: String,
    change: @escaping @Sendable (inout NacosHTTPDraft, JSONObject) throws -> Void
  ) -> Entry {
    Entry("nacos.http-edit.\(name)", clause: "nacos.http.\(clause)", words, change: change)
  }
}

extension [NacosHTTPDraft.Pair] {
  /// The parameter with another value, or without it where there is none.
  fileprivate func replacing(_ name: String, by value: String?) -> Self {
    compactMap { $0.name == name ? value.map { (name, $0) } : $0 }
  }
}
