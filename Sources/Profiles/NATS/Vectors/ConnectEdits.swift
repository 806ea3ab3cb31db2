// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Ways to make a CONNECT line wrong; what encloses the change is written again.
enum ConnectEdits {
  /// The clauses that a format has for the parts of a line.
  struct Clauses {
    var verb = "nats.line.json"
    var object = "nats.line.json"
    var types = "nats.line.token"
    var names = "nats.line.token"
    var length = "nats.line.length"
    var end = "nats.line.json"
  }

  static func table(_ clauses: Clauses) -> [Edit<ConnectDraft>] {
    [
      Edit("nats.sets-verb", clause: clauses.verb, "another verb") {
        $0.verb = try $1.text("text")
      },
      Edit("nats.sets-object", clause: clauses.object, "something else stands for the object") {
        $0.other = try $1.text("text")
      },
      Edit("nats.cuts-object", clause: clauses.object, "the object lacks its last bytes") {
        $0.cut(try $1.count("bytes"))
      },
      Edit("nats.sets-member", clause: clauses.types, "a member with another value, or a new one") {
        $0.set(try $1.text("name"), try $1.text("json"))
      },
      Edit("nats.pads-object", clause: clauses.length, "a long name fills the object") {
        try $0.pad(to: try $1.count("bytes"))
      },
      Edit("nats.sets-line-end", clause: clauses.end, "the line ends in another way") {
        $0.end = try $1.text("text")
      },
    ]
  }

  /// Those that only a server is asked with.
  static func serverTable(_ clauses: Clauses) -> [Edit<ConnectDraft>] {
    table(clauses) + [
      Edit("nats.sets-separator", clause: clauses.verb, "the verb is followed by something else") {
        $0.separator = try $1.text("text")
      },
      Edit("nats.drops-member", clause: clauses.names, "a member is missing") { draft, arguments in
        let name = try arguments.text("name")
        draft.members.removeAll { $0.name == name }
      },
      Edit("nats.renames-member", clause: clauses.names, "a member has another name") {
        let name = try $1.text("name")
        let other = try $1.text("other")
        for place in $0.members.indices where $0.members[place].name == name {
          $0.members[place].name = other
        }
      },
      Edit("nats.doubles-member", clause: clauses.names, "a member comes once more") {
        $0.members.append(ConnectDraft.Member(try $1.text("name"), try $1.text("json")))
      },
      Edit("nats.adds-blanks", clause: clauses.length, "blanks stand before the closing brace") {
        $0.blanks = try $1.count("blanks")
      },
    ]
  }
}

extension JSONObject {
  func text(_ name: String) throws(VectorError) -> Text { Text(try bytes(name)) }
  func count(_ name: String) throws(VectorError) -> Int { max(0, try place(name)) }
}
